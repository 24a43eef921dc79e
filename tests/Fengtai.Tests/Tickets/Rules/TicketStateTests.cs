using System.Runtime.CompilerServices;
using Fengtai.Catalog;
using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class TicketStateTests
{
    public static TheoryData<string> AllEvents => [.. typeof(TicketEvent).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(TicketEvent))).Select(t => t.Name)];

    /// <summary>An event that nobody thought of in <see cref="TicketState"/> would throw.</summary>
    [Theory]
    [MemberData(nameof(AllEvents))]
    public void EveryEvent_HasItsPlace(string name)
    {
        var type = typeof(TicketEvent).Assembly.GetType($"Fengtai.Tickets.{name}")!;
        var happened = (TicketEvent)RuntimeHelpers.GetUninitializedObject(type);
        var thrown = Record.Exception(() => TicketState.Apply(Life.In(TicketStatus.InProgress), happened, Life.Now));
        Assert.False(thrown is InvalidOperationException, thrown?.Message);
    }

    [Fact]
    public void Kinds_AreUnique()
    {
        var kinds = AllEvents.Select(name => ((TicketEvent)RuntimeHelpers.GetUninitializedObject(typeof(TicketEvent).Assembly.GetType($"Fengtai.Tickets.{name.Data}")!)).Kind).ToList();
        Assert.Equal(kinds.Count, kinds.Distinct().Count());
    }

    [Theory]
    [InlineData(TicketStatus.New, NextActionKind.Accept, -60)]
    [InlineData(TicketStatus.Accepted, NextActionKind.FirstResponse, -60)]
    [InlineData(TicketStatus.Waiting, NextActionKind.Resume, 24 * 60)]
    [InlineData(TicketStatus.Resolved, NextActionKind.Confirmation, 47 * 60)]
    public void EveryOpenTicket_HasANextActionWithATime(TicketStatus status, NextActionKind next, int minutesFromNow)
    {
        var ticket = Life.In(status);
        Assert.Equal((next, Life.Now.AddMinutes(minutesFromNow)), (ticket.NextAction, ticket.NextDueAt));
    }

    [Theory]
    [InlineData(TicketStatus.Closed)]
    [InlineData(TicketStatus.Cancelled)]
    public void AtItsEnd_NothingIsNext(TicketStatus status)
    {
        var ticket = Life.In(status);
        Assert.Equal((null, null), (ticket.NextAction, ticket.NextDueAt));
    }

    [Fact]
    public void AfterTheFirstResponse_TheJobIsTaken_ThenTheUserIsTold()
    {
        var ticket = Life.After(Life.In(TicketStatus.Assigned), new FirstResponseGiven(Life.Now));
        Assert.Equal(NextActionKind.Take, ticket.NextAction);
        Life.After(ticket, new TicketTaken(Life.Engineer.Id), new WorkStarted());
        Assert.Equal((NextActionKind.NextUpdate, ticket.LastUpdateToUserAt.AddHours(24)), (ticket.NextAction, ticket.NextDueAt));
        Life.After(ticket, new TicketClassified(Intake.Current(ticket), Intake.Current(ticket) with { Priority = Priority.Urgent }, null));
        Assert.Equal(ticket.LastUpdateToUserAt.AddMinutes(30), ticket.NextDueAt);
    }
}
