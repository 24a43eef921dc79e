using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class UrgingTests
{
    private static readonly UrgingLimits Limits = new(TimeSpan.FromMinutes(30), 3);

    [Theory]
    [InlineData(TicketStatus.New, "requester", "urged")]
    [InlineData(TicketStatus.New, "agent", "urged")]
    [InlineData(TicketStatus.InProgress, "requester", "urged")]
    [InlineData(TicketStatus.InProgress, "reporter", "urged")]
    [InlineData(TicketStatus.InProgress, "agent", "urged")]
    [InlineData(TicketStatus.InProgress, "engineer", "onlyTheUserOrTheDeskUrges")]
    [InlineData(TicketStatus.InProgress, "quality", "onlyTheUserOrTheDeskUrges")]
    [InlineData(TicketStatus.InProgress, "stranger", "onlyTheUserOrTheDeskUrges")]
    [InlineData(TicketStatus.Waiting, "requester", "urged")]
    [InlineData(TicketStatus.Resolved, "requester", "ticketIsAlreadyResolved")]
    [InlineData(TicketStatus.Closed, "requester", "ticketIsAlreadyClosed")]
    [InlineData(TicketStatus.Cancelled, "requester", "ticketWasCancelled")]
    public void UserOrDesk_Urges_WhatIsNotSolved(TicketStatus status, string who, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, Urging.Urge(ticket, Life.ByName(who).As(ticket), [], Limits, Life.Now).Says());
    }

    // minutes ago; after so many minutes again
    [Theory]
    [InlineData("", null, "urged")]
    [InlineData("31", -1, "urged")]
    [InlineData("30", 0, "urged")]
    [InlineData("29", 1, "ticketWasUrgedJustNow")]
    [InlineData("0", 30, "ticketWasUrgedJustNow")]
    [InlineData("600 40", -10, "urged")]
    [InlineData("600 300 40", 840, "ticketWasUrgedOften")]
    [InlineData("1430 300 10", 20, "ticketWasUrgedJustNow")]
    [InlineData("1430 600 300 40", 840, "ticketWasUrgedOften")]
    public void TooSoonOrTooOften_SaysWhenAgain(string minutesAgo, int? again, string expected)
    {
        var ticket = Life.In(TicketStatus.InProgress);
        var before = minutesAgo.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => Life.Now.AddMinutes(-int.Parse(m))).ToList();
        Assert.Equal(expected, Urging.Urge(ticket, Life.Requester.As(ticket), before, Limits, Life.Now).Says());
        Assert.Equal(again is { } minutes ? Life.Now.AddMinutes(minutes) : null, Urging.AgainAt(before, Limits));
    }

    [Fact]
    public void EachIsCounted()
    {
        var ticket = Life.In(TicketStatus.InProgress);
        Life.AfterAt(ticket, Life.Now, Urging.Urge(ticket, Life.Requester.As(ticket), [], Limits, Life.Now).Events);
        Life.AfterAt(ticket, Life.Now.AddHours(1), Urging.Urge(ticket, Life.Agent.As(ticket), [Life.Now], Limits, Life.Now.AddHours(1)).Events);
        Assert.Equal((2, Life.Now.AddHours(1)), (ticket.UrgeCount, ticket.LastUrgedAt));
    }

    [Theory]
    [InlineData(1, TicketStatus.Accepted, false)]
    [InlineData(2, TicketStatus.Accepted, true)]
    [InlineData(1, TicketStatus.New, true)]
    public void TheSecondTime_OrWhereNobodyHasIt_ThoseWhoLeadAreTold(int count, TicketStatus status, bool expected) =>
        Assert.Equal(expected, NewsOf.ForLeads(new TicketUrged(count), Life.In(status)) == News.UrgedAgain);
}
