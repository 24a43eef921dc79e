using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class SatisfactionTests
{
    [Theory]
    [InlineData(TicketStatus.Resolved, "requester", "rated")]
    [InlineData(TicketStatus.Closed, "requester", "rated")]
    [InlineData(TicketStatus.Closed, "reporter", "onlyTheRequesterRates")]
    [InlineData(TicketStatus.Closed, "agent", "onlyTheRequesterRates")]
    [InlineData(TicketStatus.InProgress, "requester", "nothingToRate")]
    [InlineData(TicketStatus.Cancelled, "requester", "nothingToRate")]
    public void Rate(TicketStatus status, string who, string expected)
    {
        var ticket = Life.In(status);
        Assert.Equal(expected, Satisfaction.Rate(ticket, Life.ByName(who).As(ticket), new(5, null, null, null, null), Life.Now).Says());
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void NobodyRatesOwnWork(bool worked, bool owned)
    {
        var ticket = Life.In(TicketStatus.Closed);
        ticket.AssigneeId = worked ? Life.Requester.Id : ticket.AssigneeId;
        ticket.OwnerId = owned ? Life.Requester.Id : ticket.OwnerId;
        Assert.Equal("ownWorkIsNotRated", Satisfaction.Rate(ticket, Life.Requester.As(ticket), new(5, null, null, null, null), Life.Now).Says());
    }

    [Theory]
    [InlineData(0, 3, "ratingIsOutOfRange")]
    [InlineData(6, 3, "ratingIsOutOfRange")]
    [InlineData(1, 0, "ratingIsOutOfRange")]
    [InlineData(1, 5, "rated")]
    public void Marks_AreFromOneToFive(int overall, int speed, string expected)
    {
        var ticket = Life.In(TicketStatus.Closed);
        Assert.Equal(expected, Satisfaction.Rate(ticket, Life.Requester.As(ticket), new(overall, speed, null, null, null), Life.Now).Says());
    }

    [Theory]
    [InlineData(12 * 60, "rated")]
    [InlineData(12 * 60 + 1, "ratingIsFinal")]
    public void Rating_IsChangeableForTwelveHoursFromTheFirst(int minutes, string expected)
    {
        var ticket = Life.AfterAt(Life.In(TicketStatus.Closed), Life.Now, new TicketRated(new(2, null, null, null, "慢"), null));
        Life.AfterAt(ticket, Life.Now.AddHours(11), new TicketRated(new(3, null, null, null, null), new(2, null, null, null, "慢")));
        Assert.Equal(expected, Satisfaction.Rate(ticket, Life.Requester.As(ticket), new(4, null, null, null, null), Life.Now.AddMinutes(minutes)).Says());
    }

    [Fact]
    public void Spam_IsNotRated()
    {
        var ticket = Life.After(Life.New(), new TicketAccepted(Life.Agent.Id), new TicketClosed(CloseCode.Spam, null));
        Assert.Equal("nothingToRate", Satisfaction.Rate(ticket, Life.Requester.As(ticket), new(5, null, null, null, null), Life.Now).Says());
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Comment_IsAskedForAtTheTwoLowest(int overall, bool asked) => Assert.Equal(asked, Satisfaction.AsksForComment(overall));
}
