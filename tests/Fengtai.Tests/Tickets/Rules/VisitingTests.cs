using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class VisitingTests
{
    [Theory]
    [InlineData(TicketStatus.New, "engineer", "ticketIsNotAcceptedYet")]
    [InlineData(TicketStatus.Accepted, "agent", "claimed started arrived")]
    [InlineData(TicketStatus.Assigned, "engineer", "taken started arrived")]
    [InlineData(TicketStatus.Assigned, "colleague", "arrived")]
    [InlineData(TicketStatus.Assigned, "requester", "ticketIsNotYours")]
    [InlineData(TicketStatus.Assigned, "otherTeam", "ticketIsNotYours")]
    [InlineData(TicketStatus.InProgress, "engineer", "arrived")]
    [InlineData(TicketStatus.InProgress, "agent", "arrived")]
    [InlineData(TicketStatus.Waiting, "engineer", "resumed arrived")]
    [InlineData(TicketStatus.Resolved, "engineer", "ticketIsAlreadyResolved")]
    [InlineData(TicketStatus.Closed, "engineer", "ticketIsAlreadyClosed")]
    public void Arriving_BeginsWorkAsFarAsWhoCameMay(TicketStatus status, string who, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, Visiting.Arrive(ticket, Life.ByName(who).As(ticket), Life.Now, Life.Now).Says());
    }

    [Fact]
    public void ArrivingAtWhatWaitsBeforeWorkBegan_BeginsIt()
    {
        var ticket = Life.After(Life.In(TicketStatus.Assigned), new WaitStarted(WaitReason.UserDate, Life.Now.AddDays(1)));
        var events = Visiting.Arrive(ticket, Life.Engineer.As(ticket), Life.Now, Life.Now);
        Assert.Equal("resumed taken started arrived", events.Says());
        Assert.Equal(TicketStatus.InProgress, Life.AfterAt(ticket, Life.Now, events.Events).Status);
    }

    [Theory]
    [InlineData(1, "timeIsInTheFuture")]
    [InlineData(0, "arrived")]
    [InlineData(-120, "arrived")]
    [InlineData(-121, "timesAreOutOfOrder")]
    public void Arriving_LiesBetweenOpeningAndNow(int minutes, string expected)
    {
        var ticket = Life.In(TicketStatus.InProgress);
        Assert.Equal(expected, Visiting.Arrive(ticket, Life.Engineer.As(ticket), Life.Now.AddMinutes(minutes), Life.Now).Says());
    }

    // came and went, minutes ago; null where they are still there or nobody came
    [Theory]
    [InlineData(null, null, 0, "nobodyIsOnSite")]
    [InlineData(60, 30, 0, "nobodyIsOnSite")]
    [InlineData(60, null, 0, "left")]
    [InlineData(60, null, 60, "left")]
    [InlineData(60, null, 61, "timesAreOutOfOrder")]
    [InlineData(60, null, -1, "timeIsInTheFuture")]
    public void Leaving_ComesAfterArriving(int? came, int? went, int leaves, string expected)
    {
        var ticket = Visited(came, went);
        Assert.Equal(expected, Visiting.Leave(ticket, Life.Engineer.As(ticket), Life.Now.AddMinutes(-leaves), Life.Now).Says());
    }

    [Theory]
    [InlineData(60, null, 30, "engineerIsOnSite")]
    [InlineData(60, 30, 31, "timesAreOutOfOrder")]
    [InlineData(60, 30, 30, "arrived")]
    [InlineData(60, 30, 0, "arrived")]
    public void Visits_ComeOneAfterTheOther(int? came, int? went, int again, string expected)
    {
        var ticket = Visited(came, went);
        Assert.Equal(expected, Visiting.Arrive(ticket, Life.Engineer.As(ticket), Life.Now.AddMinutes(-again), Life.Now).Says());
    }

    [Fact]
    public void WhatWasSolvedOnTheSpot_IsStillLeft()
    {
        var ticket = Life.After(Visited(60, null), new TicketResolved("换了", null, ResolutionOutcome.Solved, false), new TicketClosed(CloseCode.Confirmed, null));
        Assert.Equal("left", Visiting.Leave(ticket, Life.Engineer.As(ticket), Life.Now, Life.Now).Says());
        Assert.Equal("ticketIsNotYours", Visiting.Leave(ticket, Life.Requester.As(ticket), Life.Now, Life.Now).Says());
    }

    [Fact]
    public void TheLog_TellsAllVisits() => Assert.Equal(
        [new SiteVisit(Life.Now, Life.Now.AddHours(1)), new SiteVisit(Life.Now.AddHours(2), null)],
        Visiting.Visits([new EngineerArrived(Life.Now), new EngineerLeft(Life.Now.AddHours(1)), new EngineerArrived(Life.Now.AddHours(2))]));

    private static Ticket Visited(int? came, int? went)
    {
        var ticket = Life.In(TicketStatus.InProgress);
        if (came is { } minutes)
        {
            Life.After(ticket, new EngineerArrived(Life.Now.AddMinutes(-minutes)));
        }
        return went is { } end ? Life.After(ticket, new EngineerLeft(Life.Now.AddMinutes(-end))) : ticket;
    }
}
