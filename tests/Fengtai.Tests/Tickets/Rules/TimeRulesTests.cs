using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class TimeRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData("90", 90)]
    [InlineData("1h30", 90)]
    [InlineData(" 1h 30m ", 90)]
    [InlineData("1H30MIN", 90)]
    [InlineData("1:30", 90)]
    [InlineData("1：05", 65)]
    [InlineData("1.5h", 90)]
    [InlineData("0.25小时", 15)]
    [InlineData("45m", 45)]
    [InlineData("45 分钟", 45)]
    [InlineData("1小时30分", 90)]
    [InlineData("1 小时 30 分钟", 90)]
    [InlineData("2小时", 120)]
    [InlineData("2个小时", 120)]
    [InlineData("1小时半", 90)]
    [InlineData("半小时", 30)]
    [InlineData("1 hour 5 min", 65)]
    [InlineData("３０分", 30)]
    [InlineData("１：３０", 90)]
    [InlineData("0", 0)]
    [InlineData("٣٠", null)]
    [InlineData("٣h", null)]
    [InlineData("", null)]
    [InlineData("h", null)]
    [InlineData("-30", null)]
    [InlineData("1.5h30", null)]
    [InlineData("1:75", null)]
    [InlineData("昨天", null)]
    [InlineData("1h30x", null)]
    public void WrittenTime_IsReadInMinutes(string written, int? minutes) => Assert.Equal(minutes, TimeRules.Read(written));

    [Theory]
    [InlineData("agent", 90, 0, "timeSpent")]
    [InlineData("engineer", 1440, -366, "timeSpent")]
    [InlineData("otherTeam", 90, 0, "ticketIsNotYours")]
    [InlineData("quality", 90, 0, "ticketIsNotYours")]
    [InlineData("requester", 90, 0, "ticketIsNotYours")]
    [InlineData("agent", 0, 0, "timeIsOutOfRange")]
    [InlineData("agent", 1441, 0, "timeIsOutOfRange")]
    [InlineData("agent", 90, 1, "timeIsInTheFuture")]
    [InlineData("agent", 90, -367, "dayIsTooLongAgo")]
    public void Enter_IsForWhoWorksOnIt(string who, int minutes, int days, string expected)
    {
        var ticket = Life.In(TicketStatus.InProgress);
        Assert.Equal(expected, TimeRules.Enter(Life.ByName(who).As(ticket), Guid.Empty, Time(minutes) with { Day = Today.AddDays(days) }, Today).Says());
    }

    [Fact]
    public void Entries_ArePutRightByWhoMadeThem_AndTheSumFollows()
    {
        var ticket = Life.After(Life.In(TicketStatus.InProgress), new TimeSpent(Guid.Empty, Time(90)), new TimeSpent(Guid.Empty, Time(30)));
        Assert.Equal("timeIsSomebodyElses", TimeRules.Correct(isOwn: false, Guid.Empty, Time(90), Time(60), Today).Says());
        Assert.Equal("timeIsSomebodyElses", TimeRules.Remove(isOwn: false, Guid.Empty, Time(90)).Says());
        Assert.Equal("nothingWouldChange", TimeRules.Correct(isOwn: true, Guid.Empty, Time(90), Time(90), Today).Says());
        Life.After(ticket, [.. TimeRules.Correct(isOwn: true, Guid.Empty, Time(90), Time(60), Today).Events]);
        Assert.Equal(90, ticket.MinutesSpent);
        Life.After(ticket, [.. TimeRules.Remove(isOwn: true, Guid.Empty, Time(30)).Events]);
        Assert.Equal(60, ticket.MinutesSpent);
    }

    private static TimeFacts Time(int minutes) => new(minutes, Today, WorkKind.Remote, null);
}
