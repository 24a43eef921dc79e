using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class ConfirmationTests
{
    [Theory]
    [InlineData(TicketStatus.Resolved, "requester", "confirmed closed")]
    [InlineData(TicketStatus.Resolved, "reporter", "confirmed closed")]
    [InlineData(TicketStatus.Resolved, "agent", "onlyTheRequesterConfirms")]
    [InlineData(TicketStatus.Resolved, "engineer", "onlyTheRequesterConfirms")]
    [InlineData(TicketStatus.InProgress, "requester", "ticketIsNotResolved")]
    [InlineData(TicketStatus.Closed, "requester", "ticketIsAlreadyClosed")]
    [InlineData(TicketStatus.Cancelled, "requester", "ticketWasCancelled")]
    public void Confirm_IsTheRequestersAlone(TicketStatus status, string who, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, Confirmation.Confirm(ticket, Life.ByName(who).As(ticket)).Says());
    }

    [Fact]
    public void NotSolved_PutsItBackToWork_Counted()
    {
        var ticket = Life.In(TicketStatus.Resolved);
        Life.AfterAt(ticket, Life.Now, Confirmation.Reject(ticket, Life.Requester.As(ticket), "还是卡纸").Events);
        Assert.Equal((TicketStatus.InProgress, 1, null), (ticket.Status, ticket.ReopenCount, ticket.ResolvedAt));
        Assert.Equal("missing", Confirmation.Reject(Life.In(TicketStatus.Resolved), Life.Requester.As(ticket), " ").Says());
    }

    [Theory]
    [InlineData("agent", CallOutcome.Solved, null, "called confirmed closed")]
    [InlineData("quality", CallOutcome.Solved, null, "called confirmed closed")]
    [InlineData("engineer", CallOutcome.Solved, null, "onlyTheDeskDoesThis")]
    [InlineData("requester", CallOutcome.Solved, null, "onlyTheDeskDoesThis")]
    [InlineData("agent", CallOutcome.Unsolved, null, "missing")]
    [InlineData("agent", CallOutcome.Unsolved, "还卡", "called notSolved")]
    [InlineData("agent", CallOutcome.NotReached, null, "called")]
    public void FollowUpCall(string who, CallOutcome outcome, string? note, string expected)
    {
        var ticket = Life.In(TicketStatus.Resolved);
        Assert.Equal(expected, Confirmation.Call(ticket, Life.ByName(who).As(ticket), outcome, note, Life.Now).Says());
    }

    [Theory]
    [InlineData(2, 47, "called")]
    [InlineData(2, 48, "called closed")]
    [InlineData(1, 400, "called")]
    [InlineData(3, 48, "called closed")]
    public void NobodyAnswers_AfterThreeCallsAndTheSetTime(int earlierCalls, int hoursAfterResolving, string expected)
    {
        var ticket = Life.In(TicketStatus.Resolved);
        for (var i = 1; i <= earlierCalls; i++)
        {
            Life.After(ticket, new FollowUpCalled(CallOutcome.NotReached, null, i));
        }
        var now = ticket.ResolvedAt!.Value.AddHours(hoursAfterResolving);
        var decision = Confirmation.Call(ticket, Life.Agent.As(ticket), CallOutcome.NotReached, null, now);
        Assert.Equal(expected, decision.Says());
        Life.AfterAt(ticket, now, decision.Events);
        Assert.Null(ticket.RatingOverall); // never a rating
    }

    [Theory]
    [InlineData(CloseCode.Spam, null, TicketType.Incident, "accepted closed")]
    [InlineData(CloseCode.NotIt, null, TicketType.Incident, "missing")]
    [InlineData(CloseCode.NotIt, "请找总务处", TicketType.Incident, "accepted closed")]
    [InlineData(CloseCode.Duplicate, "见 100001", TicketType.Incident, "accepted closed")]
    [InlineData(CloseCode.SelfRecovered, "已恢复", TicketType.Incident, "accepted closed")]
    [InlineData(CloseCode.Recovered, null, TicketType.Incident, "onlyAlertsCloseOnRecovery")]
    [InlineData(CloseCode.Recovered, null, TicketType.Alert, "accepted closed")]
    [InlineData(CloseCode.NoAnswer, null, TicketType.Incident, "callsAreNotExhausted")]
    [InlineData(CloseCode.Confirmed, null, TicketType.Incident, "onlyTheRequesterConfirms")]
    [InlineData(CloseCode.CalledBack, null, TicketType.Incident, "onlyTheRequesterConfirms")]
    public void DeskCloses_WithACode(CloseCode code, string? note, TicketType type, string expected)
    {
        var ticket = Life.New(type);
        Assert.Equal(expected, Confirmation.Close(ticket, Life.Agent.As(ticket), code, note, Life.Now).Says());
    }

    [Theory]
    [InlineData(TicketStatus.Closed, "agent", "ticketIsAlreadyClosed")]
    [InlineData(TicketStatus.Cancelled, "agent", "ticketWasCancelled")]
    [InlineData(TicketStatus.InProgress, "engineer", "onlyTheDeskDoesThis")]
    [InlineData(TicketStatus.InProgress, "requester", "onlyTheDeskDoesThis")]
    [InlineData(TicketStatus.InProgress, "agent", "closed")]
    public void Close_IsTheDesks(TicketStatus status, string who, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, Confirmation.Close(ticket, Life.ByName(who).As(ticket), CloseCode.Spam, null, Life.Now).Says());
    }

    [Theory]
    [InlineData(TicketStatus.Closed, "requester", "又坏了", "reopened")]
    [InlineData(TicketStatus.Closed, "agent", "又坏了", "reopened")]
    [InlineData(TicketStatus.Closed, "engineer", "又坏了", "ticketIsNotYours")]
    [InlineData(TicketStatus.Closed, "requester", "", "missing")]
    [InlineData(TicketStatus.Resolved, "requester", "又坏了", "ticketIsNotClosed")]
    [InlineData(TicketStatus.Cancelled, "requester", "又坏了", "ticketWasCancelled")]
    public void Reopen(TicketStatus status, string who, string reason, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, Confirmation.Reopen(ticket, Life.ByName(who).As(ticket), reason).Says());
    }

    [Fact]
    public void ReopeningPeriod_IsSevenDays()
    {
        var ticket = Life.In(TicketStatus.Closed);
        Assert.False(Confirmation.IsTooLateToReopen(ticket, ticket.ClosedAt!.Value.AddDays(7)));
        Assert.True(Confirmation.IsTooLateToReopen(ticket, ticket.ClosedAt!.Value.AddDays(7).AddSeconds(1)));
    }

    [Fact]
    public void Reopened_KeepsItsHistory_AndIsWorkedOnByTheSame()
    {
        var ticket = Life.After(Life.In(TicketStatus.Closed), new TicketReopened("又坏了", 1));
        Assert.Equal((TicketStatus.InProgress, Life.Engineer.Id, 1, null, null), (ticket.Status, ticket.AssigneeId!.Value, ticket.ReopenCount, ticket.ClosedAt, ticket.CloseCode));
        Assert.Equal("换了纸", ticket.Solution);
    }

    [Theory]
    [InlineData(TicketStatus.New, "requester", "cancelled")]
    [InlineData(TicketStatus.Accepted, "requester", "cancelled")]
    [InlineData(TicketStatus.Assigned, "reporter", "cancelled")]
    [InlineData(TicketStatus.InProgress, "requester", "workHasBegun")]
    [InlineData(TicketStatus.Waiting, "requester", "workHasBegun")]
    [InlineData(TicketStatus.Resolved, "requester", "workHasBegun")]
    [InlineData(TicketStatus.Closed, "requester", "ticketIsAlreadyClosed")]
    [InlineData(TicketStatus.Cancelled, "requester", "ticketWasCancelled")]
    [InlineData(TicketStatus.New, "agent", "onlyTheRequesterCancels")]
    public void Cancel_OnlyBeforeWorkBegan(TicketStatus status, string who, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, Confirmation.Cancel(ticket, Life.ByName(who).As(ticket), "不用了").Says());
    }
}
