using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class TaskRulesTests
{
    private static readonly Resolution Solved = new("换了搓纸轮", "磨损", null, "打印正常", ResolutionOutcome.Solved, FirstContact: false);

    [Theory]
    [InlineData("备份数据", "备份数据")]
    [InlineData("- [ ] 备份数据\n- [x] 重装系统", "备份数据|重装系统")]
    [InlineData("1. 备份\r\n2) 重装\n3、恢复\n（4）验收", "备份|重装|恢复|验收")]
    [InlineData("☐ 备份\n\n  • 重装  ", "备份|重装")]
    [InlineData("1.5 米网线\n10 台电脑\n3D 打印机", "1.5 米网线|10 台电脑|3D 打印机")]
    [InlineData(" \n- \n", "")]
    public void PastedList_IsOneTaskALine(string pasted, string expected) => Assert.Equal(expected, string.Join('|', TaskLines.Read(pasted)));

    [Theory]
    [InlineData(TicketStatus.New, "agent", "tasksAdded")]
    [InlineData(TicketStatus.InProgress, "engineer", "tasksAdded")]
    [InlineData(TicketStatus.InProgress, "colleague", "tasksAdded")]
    [InlineData(TicketStatus.InProgress, "otherTeam", "ticketIsNotYours")]
    [InlineData(TicketStatus.InProgress, "quality", "ticketIsNotYours")]
    [InlineData(TicketStatus.InProgress, "requester", "ticketIsNotYours")]
    [InlineData(TicketStatus.Resolved, "agent", "tasksAdded")]
    [InlineData(TicketStatus.Closed, "agent", "ticketIsAlreadyClosed")]
    [InlineData(TicketStatus.Cancelled, "agent", "ticketWasCancelled")]
    public void List_IsChangedByWhoWorksOnIt_WhileItIsOpen(TicketStatus status, string who, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, TaskRules.Add(ticket, Life.ByName(who).As(ticket), [Task()], mayNotRead: null).Says());
    }

    [Fact]
    public void Add_NeedsTasks_NotTooMany_ForPeopleWhoReadIt()
    {
        var ticket = Life.In(TicketStatus.InProgress);
        var by = Life.Agent.As(ticket);
        Assert.Equal("missing", TaskRules.Add(ticket, by, [], null).Says());
        Assert.Equal("tooManyTasks", TaskRules.Add(ticket, by, [.. Enumerable.Range(0, 101).Select(_ => Task())], null).Says());
        Assert.Equal("taskAssigneeMayNotRead", TaskRules.Add(ticket, by, [Task()], "张三").Says());
    }

    [Fact]
    public void WhoIsToDoIt_MayTickIt_WhereverTheyWork()
    {
        var ticket = Life.In(TicketStatus.InProgress);
        var facts = new TaskFacts("验收", Life.Quality.Id, null, false);
        Assert.Equal("taskDone", TaskRules.Tick(ticket, Life.Quality.As(ticket), Guid.Empty, facts, isDone: false).Says());
        Assert.Equal("nothingWouldChange", TaskRules.Tick(ticket, Life.Quality.As(ticket), Guid.Empty, facts, isDone: true).Says());
        Assert.Equal("taskReopened", TaskRules.Untick(ticket, Life.Quality.As(ticket), Guid.Empty, facts, isDone: true).Says());
        Assert.Equal("ticketIsNotYours", TaskRules.Tick(ticket, Life.Quality.As(ticket), Guid.Empty, facts with { AssigneeId = null }, isDone: false).Says());
    }

    [Fact]
    public void RequiredOnes_HoldTheSolutionBack_OthersDoNot()
    {
        var ticket = Life.After(Life.In(TicketStatus.InProgress), new TasksAdded([Task(), Task(required: true)]));
        Assert.Equal("requiredTasksAreOpen", Resolve(ticket));
        // its form is offered all the same: it says what is left
        Assert.Contains(TicketStep.Resolve, NextStep.Possible(ticket, Life.Engineer.As(ticket), Life.Now));
        Life.After(ticket, new TaskDone(Guid.Empty, "备份", Required: true));
        Assert.Equal((2, 1, 0), (ticket.TaskCount, ticket.TasksDone, ticket.RequiredTasksOpen));
        Assert.StartsWith("diagnosed", Resolve(ticket), StringComparison.Ordinal);
        Life.After(ticket, new TaskReopened(Guid.Empty, "备份", Required: true));
        Assert.Equal("requiredTasksAreOpen", Resolve(ticket));
        Life.After(ticket, new TaskChanged(Guid.Empty, Task(required: true).Task, Task().Task, IsDone: false));
        Assert.StartsWith("diagnosed", Resolve(ticket), StringComparison.Ordinal);
        Life.After(ticket, new TaskRemoved(Guid.Empty, "备份", Required: false, IsDone: false));
        Assert.Equal((1, 0, 0), (ticket.TaskCount, ticket.TasksDone, ticket.RequiredTasksOpen));
    }

    private static string Resolve(Ticket ticket) => Handling.Resolve(ticket, Life.Engineer.As(ticket), Solved, Life.Now).Says();

    private static AddedTask Task(bool required = false) => new(Guid.CreateVersion7(), new("备份", null, null, required));
}
