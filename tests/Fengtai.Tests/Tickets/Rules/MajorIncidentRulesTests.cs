using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class MajorIncidentRulesTests
{
    [Theory]
    [InlineData(TicketStatus.New, "agent", "accepted majorDeclared")]
    [InlineData(TicketStatus.InProgress, "agent", "majorDeclared")]
    [InlineData(TicketStatus.Waiting, "agent", "majorDeclared")]
    [InlineData(TicketStatus.Resolved, "agent", "ticketIsAlreadyResolved")]
    [InlineData(TicketStatus.Closed, "agent", "ticketIsAlreadyClosed")]
    [InlineData(TicketStatus.Cancelled, "agent", "ticketWasCancelled")]
    [InlineData(TicketStatus.InProgress, "engineer", "onlyTheDeskDoesThis")]
    [InlineData(TicketStatus.InProgress, "requester", "onlyTheDeskDoesThis")]
    public void Declare_IsForOpenTickets_AndDoneByTheDesk(TicketStatus status, string who, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, MajorIncidentRules.Declare(ticket, Life.ByName(who).As(ticket), "邮件中断", "全公司").Says());
    }

    [Fact]
    public void Declare_NeedsWords_AndAStandingOfItsOwn()
    {
        var ticket = Life.In(TicketStatus.InProgress);
        Assert.Equal("missing", MajorIncidentRules.Declare(ticket, Life.Agent.As(ticket), "", "全公司").Says());
        Assert.Equal("missing", MajorIncidentRules.Declare(ticket, Life.Agent.As(ticket), "邮件中断", "").Says());
        var child = Life.After(Life.In(TicketStatus.InProgress), new TicketLinked(Guid.CreateVersion7(), 1, LinkKind.Parent));
        Assert.Equal("childIsNoMajorIncident", MajorIncidentRules.Declare(child, Life.Agent.As(child), "邮件中断", "全公司").Says());
        Life.After(ticket, new MajorIncidentDeclared("邮件中断", "全公司"));
        Assert.Equal("ticketIsAMajorIncidentAlready", MajorIncidentRules.Declare(ticket, Life.Agent.As(ticket), "邮件中断", "全公司").Says());
    }

    [Theory]
    [InlineData("agent", "误报", true, "majorWithdrawn")]
    [InlineData("agent", "", true, "missing")]
    [InlineData("agent", "误报", false, "ticketIsNoMajorIncident")]
    [InlineData("engineer", "误报", true, "onlyTheDeskDoesThis")]
    public void Withdraw_HasAReason(string who, string reason, bool isMajor, string expected)
    {
        var ticket = Major(isMajor);
        Assert.Equal(expected, MajorIncidentRules.Withdraw(ticket, Life.ByName(who).As(ticket), reason).Says());
    }

    [Theory]
    [InlineData("agent", "正在恢复", true, "note firstResponse majorUpdated")]
    [InlineData("engineer", "正在恢复", true, "note firstResponse majorUpdated")]
    [InlineData("otherTeam", "正在恢复", true, "ticketIsNotYours")]
    [InlineData("requester", "正在恢复", true, "ticketIsNotYours")]
    [InlineData("agent", "", true, "missing")]
    [InlineData("agent", "正在恢复", false, "ticketIsNoMajorIncident")]
    public void Publish_IsForThoseAtWork(string who, string text, bool isMajor, string expected)
    {
        var ticket = Major(isMajor);
        Assert.Equal(expected, MajorIncidentRules.Publish(ticket, Life.ByName(who).As(ticket), News(text), children: 3, Life.Now).Says());
    }

    [Theory]
    [InlineData(TicketStatus.New, "note firstResponse")]
    [InlineData(TicketStatus.Resolved, "note firstResponse")]
    [InlineData(TicketStatus.Closed, "childIsNotOpen")]
    [InlineData(TicketStatus.Cancelled, "childIsNotOpen")]
    public void Tell_ReachesChildrenThatAreOpen(TicketStatus status, string expected) =>
        Assert.Equal(expected, MajorIncidentRules.Tell(Life.In(status), News("正在恢复"), Life.Now).Says());

    [Theory]
    [InlineData(TicketStatus.New, "accepted started firstResponse diagnosed resolved")]
    [InlineData(TicketStatus.Assigned, "started firstResponse diagnosed resolved")]
    [InlineData(TicketStatus.InProgress, "firstResponse diagnosed resolved")]
    [InlineData(TicketStatus.Waiting, "resumed firstResponse diagnosed resolved")]
    [InlineData(TicketStatus.Resolved, "ticketIsAlreadyResolved")]
    [InlineData(TicketStatus.Closed, "childIsNotOpen")]
    public void Resolve_BringsEachChildToItsConfirmation(TicketStatus status, string expected)
    {
        var (child, major) = (Life.In(status), Life.In(TicketStatus.Resolved));
        var decision = MajorIncidentRules.Resolve(child, major, Life.Agent.Id, Life.Now);
        Assert.Equal(expected, decision.Says());
        Life.After(child, [.. decision.Events]);
        Assert.Equal(decision.IsRefused ? status : TicketStatus.Resolved, child.Status);
    }

    [Fact]
    public void Resolve_StopsWhereTheMajorIncidentIsNotSolvedAfterAll() =>
        Assert.Equal("ticketIsNotResolved", MajorIncidentRules.Resolve(Life.New(), Major(isMajor: true), Life.Agent.Id, Life.Now).Says());

    private static NoteAdded News(string text) => new(Guid.CreateVersion7(), IsPublic: true, IsFromUser: false, NoReplyNeeded: false, LooksLikeThanks: false) { Text = text };

    private static Ticket Major(bool isMajor)
    {
        var ticket = Life.In(TicketStatus.InProgress);
        return isMajor ? Life.After(ticket, new MajorIncidentDeclared("邮件中断", "全公司")) : ticket;
    }
}
