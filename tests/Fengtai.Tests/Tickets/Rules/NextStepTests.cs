using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class NextStepTests
{
    [Theory]
    [InlineData(TicketStatus.New, "agent", TicketStep.Accept)]
    [InlineData(TicketStatus.New, "engineer", null)]
    [InlineData(TicketStatus.Accepted, "agent", TicketStep.Assign)]
    [InlineData(TicketStatus.Accepted, "quality", null)]
    [InlineData(TicketStatus.Assigned, "engineer", TicketStep.Take)]
    [InlineData(TicketStatus.Assigned, "agent", null)]
    [InlineData(TicketStatus.InProgress, "engineer", TicketStep.Resolve)]
    [InlineData(TicketStatus.InProgress, "agent", null)]
    [InlineData(TicketStatus.InProgress, "otherTeam", null)]
    [InlineData(TicketStatus.Waiting, "engineer", TicketStep.Resume)]
    [InlineData(TicketStatus.Waiting, "agent", TicketStep.Resume)]
    [InlineData(TicketStatus.Resolved, "agent", TicketStep.Call)]
    [InlineData(TicketStatus.Resolved, "quality", TicketStep.Call)]
    [InlineData(TicketStatus.Resolved, "engineer", null)]
    [InlineData(TicketStatus.Closed, "agent", null)]
    [InlineData(TicketStatus.Cancelled, "agent", null)]
    public void OfEachStatus_IsOneThing_ForWhoseTurnItIs(TicketStatus status, string who, TicketStep? expected)
    {
        var ticket = Lived(status);
        Assert.Equal(expected, NextStep.Of(ticket, Life.ByName(who).As(ticket), Life.Now));
    }

    [Fact]
    public void TakenButNotBegun_IsStarted()
    {
        var ticket = Life.In(TicketStatus.Assigned);
        Life.After(ticket, new TicketTaken(Life.Engineer.Id));
        Assert.Equal(TicketStep.Start, NextStep.Of(ticket, Life.Engineer.As(ticket), Life.Now));
    }

    [Fact]
    public void GivenToTheTeamAlone_IsClaimedByItsEngineers()
    {
        var ticket = Life.In(TicketStatus.Assigned);
        Life.After(ticket, new TicketAssigned(Dispatching.Current(ticket), new(ticket.TeamId, null)));
        Assert.Equal(TicketStep.Claim, NextStep.Of(ticket, Life.Colleague.As(ticket), Life.Now));
        Assert.Null(NextStep.Of(ticket, Life.OtherTeam.As(ticket), Life.Now));
    }

    [Theory]
    [InlineData("engineer", TicketStep.Answer)]
    [InlineData("agent", TicketStep.Answer)]
    [InlineData("colleague", null)]
    public void UnansweredMessage_IsAnsweredByWhoHasTheTicket(string who, TicketStep? expected)
    {
        var ticket = Lived(TicketStatus.InProgress);
        Life.After(ticket, new NoteAdded(Guid.CreateVersion7(), IsPublic: true, IsFromUser: true, NoReplyNeeded: false, LooksLikeThanks: false));
        Assert.Equal(expected, NextStep.Of(ticket, Life.ByName(who).As(ticket), Life.Now));
    }

    [Theory]
    [InlineData(TicketStatus.New, "agent", "Accept SolveAtOnce Contact Urge Classify Correct Link Merge Split DeclareMajor Close")]
    [InlineData(TicketStatus.Accepted, "agent", "Assign SolveAtOnce Start Resolve Wait Contact Plan Promise Arrive Escalate Urge Classify Correct Link Merge Split DeclareMajor Close")]
    [InlineData(TicketStatus.Assigned, "engineer", "Take Start Resolve Wait PassOn Contact Plan Promise Arrive Escalate Correct Link")]
    [InlineData(TicketStatus.Assigned, "colleague", "Claim Resolve Wait PassOn Contact Plan Promise Arrive Escalate Correct Link")]
    [InlineData(TicketStatus.InProgress, "engineer", "Resolve Wait PassOn Contact Plan Promise Arrive Escalate Correct Link")]
    [InlineData(TicketStatus.InProgress, "otherTeam", "")]
    [InlineData(TicketStatus.InProgress, "quality", "Contact")]
    [InlineData(TicketStatus.Waiting, "engineer", "Resume Resolve PassOn Contact Plan Promise Arrive Escalate Correct Link")]
    [InlineData(TicketStatus.Resolved, "agent", "Call Contact Classify Correct Link Merge Split Close")]
    [InlineData(TicketStatus.Closed, "agent", "Reopen Link Split")]
    [InlineData(TicketStatus.Closed, "engineer", "Link")]
    [InlineData(TicketStatus.Cancelled, "agent", "Link")]
    public void WhatIsOffered_IsWhatTheRulesAllow(TicketStatus status, string who, string expected)
    {
        var ticket = Lived(status);
        Assert.Equal(expected, string.Join(' ', NextStep.Possible(ticket, Life.ByName(who).As(ticket), Life.Now)));
    }

    [Theory]
    [InlineData(44, false)]
    [InlineData(46, true)]
    public void LessThanAQuarterOfTheTime_IsSoon(int minutes, bool expected)
    {
        var ticket = Life.New();
        Assert.Equal(expected, NextActions.IsSoon(ticket, ticket.OpenedAt.AddMinutes(minutes)));
    }

    /// <summary>What was merged into it may have waited longer than it: close before it is late, not after.</summary>
    [Fact]
    public void TicketThatTookOverAnOlderQuestion_IsSoonByItsWait()
    {
        var ticket = Life.New();
        ticket.UnansweredSince = ticket.OpenedAt.AddHours(-3);
        NextActions.Plan(ticket);
        Assert.Equal((ticket.OpenedAt.AddHours(-2), ticket.OpenedAt.AddHours(-2).AddMinutes(-15)), (ticket.NextDueAt, ticket.NextSoonAt));
    }

    // who works on it has taken it
    private static Ticket Lived(TicketStatus status)
    {
        var ticket = Life.In(status);
        ticket.TakenAt = status is TicketStatus.InProgress or TicketStatus.Waiting ? Life.Now : null;
        return ticket;
    }
}
