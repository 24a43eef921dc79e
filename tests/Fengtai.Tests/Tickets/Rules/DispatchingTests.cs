using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class DispatchingTests
{
    private static readonly Guid NewTeam = Guid.CreateVersion7();

    [Theory]
    [InlineData(TicketStatus.New, "agent", "ticketIsNotAcceptedYet")]
    [InlineData(TicketStatus.Accepted, "agent", "assigned")]
    [InlineData(TicketStatus.InProgress, "agent", "assigned")]
    [InlineData(TicketStatus.Waiting, "agent", "assigned")]
    [InlineData(TicketStatus.Resolved, "agent", "ticketIsAlreadyResolved")]
    [InlineData(TicketStatus.Closed, "agent", "ticketIsAlreadyClosed")]
    [InlineData(TicketStatus.Cancelled, "agent", "ticketWasCancelled")]
    [InlineData(TicketStatus.Accepted, "engineer", "onlyTheDeskDoesThis")]
    public void Assign(TicketStatus status, string who, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, Dispatching.Assign(ticket, Life.ByName(who).As(ticket), new(new(NewTeam, null), true, true)).Says());
    }

    [Theory]
    [InlineData(false, false, true, true, "assignmentNamesNobody")]
    [InlineData(true, true, false, true, "assigneeCannotWorkOnTickets")]
    [InlineData(true, true, true, false, "assigneeIsNotInTheTeam")]
    [InlineData(false, true, true, true, "assigned")]
    [InlineData(true, false, true, true, "assigned")]
    public void Assignment_NamesSomebodyWhoCanDoIt(bool team, bool person, bool works, bool isInTeam, string expected)
    {
        var ticket = Life.In(TicketStatus.Accepted);
        var target = new Target(new(team ? NewTeam : null, person ? Guid.CreateVersion7() : null), works, isInTeam);
        Assert.Equal(expected, Dispatching.Assign(ticket, Life.Agent.As(ticket), target).Says());
    }

    [Fact]
    public void AssigningWhatWaits_KeepsTheWait()
    {
        var ticket = Life.After(Life.In(TicketStatus.Waiting), new TicketAssigned(new(null, null), new(NewTeam, null)));
        Assert.Equal((TicketStatus.Waiting, TicketStatus.Assigned), (ticket.Status, ticket.StatusBeforeWait));
    }

    [Theory]
    [InlineData("engineer", "taken")]
    [InlineData("colleague", "ticketIsAssignedToSomebodyElse")]
    [InlineData("agent", "ticketIsAssignedToSomebodyElse")]
    public void Take(string who, string expected)
    {
        var ticket = Life.In(TicketStatus.Assigned);
        Assert.Equal(expected, Dispatching.Take(ticket, Life.ByName(who).As(ticket)).Says());
    }

    [Fact]
    public void TakingTwice_IsRefused()
    {
        var ticket = Life.After(Life.In(TicketStatus.Assigned), new TicketTaken(Life.Engineer.Id));
        Assert.Equal("ticketIsAlreadyTaken", Dispatching.Take(ticket, Life.Engineer.As(ticket)).Says());
    }

    [Theory]
    [InlineData(false, "colleague", "claimed")] // given to an engineer who has not said yes
    [InlineData(true, "colleague", "ticketIsAssignedToSomebodyElse")]
    [InlineData(true, "engineer", "ticketIsAlreadyTaken")]
    [InlineData(false, "otherTeam", "ticketIsNotYours")]
    [InlineData(false, "requester", "ticketIsNotYours")]
    public void Claim_IsForTheTeam_WhileNobodyHasTakenIt(bool taken, string who, string expected)
    {
        var ticket = Life.In(TicketStatus.Assigned);
        if (taken)
        {
            Life.After(ticket, new TicketTaken(Life.Engineer.Id));
        }
        Assert.Equal(expected, Dispatching.Claim(ticket, Life.ByName(who).As(ticket)).Says());
    }

    [Theory]
    [InlineData("engineer", "缺少备件经验", "passedOn")]
    [InlineData("colleague", "我离得近", "passedOn")]
    [InlineData("agent", "改派", "passedOn")]
    [InlineData("engineer", "", "missing")]
    [InlineData("otherTeam", "给我", "ticketIsNotYours")]
    public void PassOn_NeedsAReason(string who, string reason, string expected)
    {
        var ticket = Life.In(TicketStatus.InProgress);
        Assert.Equal(expected, Dispatching.PassOn(ticket, Life.ByName(who).As(ticket), new(new(NewTeam, null), true, true), reason).Says());
    }

    [Fact]
    public void PassedOn_IsTakenAnew()
    {
        var ticket = Life.After(Life.In(TicketStatus.InProgress), new TicketPassedOn(new(null, null), new(NewTeam, null), "换人"));
        Assert.Equal((TicketStatus.Assigned, null, null), (ticket.Status, ticket.AssigneeId, ticket.TakenAt));
        Assert.NotNull(ticket.StartedAt); // work had begun, and that stays true
    }
}
