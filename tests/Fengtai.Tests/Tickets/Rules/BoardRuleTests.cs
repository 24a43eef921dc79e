using System.Globalization;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

/// <summary>Borders and shares of the board.</summary>
public sealed class BoardRuleTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 18, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("00:00:00", nameof(TicketAge.Hours4))]
    [InlineData("04:00:00", nameof(TicketAge.Hours4))]
    [InlineData("04:00:01", nameof(TicketAge.Day1))]
    [InlineData("1.00:00:00", nameof(TicketAge.Day1))]
    [InlineData("1.00:00:01", nameof(TicketAge.Days3))]
    [InlineData("3.00:00:00", nameof(TicketAge.Days3))]
    [InlineData("7.00:00:00", nameof(TicketAge.Days7))]
    [InlineData("7.00:00:01", nameof(TicketAge.Days30))]
    [InlineData("30.00:00:00", nameof(TicketAge.Days30))]
    [InlineData("30.00:00:01", nameof(TicketAge.Older))]
    [InlineData("900.00:00:00", nameof(TicketAge.Older))]
    public void Age_AtABorder_IsOfTheYoungerGroup(string age, string group)
    {
        var opened = Now - TimeSpan.Parse(age, CultureInfo.InvariantCulture);
        Assert.Equal([group], TicketAges.All.Where(a => Holds(TicketAges.OpenedWithin(a, Now), opened)).Select(a => a.ToString()));
        Assert.Equal(group, TicketAges.After(TicketAges.Borders(Now).Count(b => b <= opened)).ToString());
    }

    /// <summary>A clock of another machine may be ahead.</summary>
    [Fact]
    public void WhatIsOpenedLaterThanNow_IsYoung() => Assert.True(Holds(TicketAges.OpenedWithin(TicketAge.Hours4, Now), Now.AddMinutes(1)));

    [Theory]
    [InlineData("last30Days", "2026-02-03", "2026-03-04", "2026-02-03..2026-03-04")]
    [InlineData("last1Days", "2026-03-04", "2026-03-04", "2026-03-04")]
    [InlineData("thisMonth", "2026-03-01", "2026-03-04", "2026-03-01..2026-03-04")]
    [InlineData("thisWeek", "2026-03-02", "2026-03-04", "2026-03-02..2026-03-04")]
    [InlineData("lastMonth", "2026-02-01", "2026-02-28", "2026-02-01..2026-02-28")]
    [InlineData("last92Days", "2025-12-03", "2026-03-04", "2025-12-03..2026-03-04")]
    [InlineData("2026-01-10..2026-01-12", "2026-01-10", "2026-01-12", "2026-01-10..2026-01-12")]
    public void Period_IsOfWholeDays_UpToToday(string words, string first, string last, string text)
    {
        var period = BoardPeriod.Read(words, Now, Shanghai)!;
        Assert.Equal((Day(first), Day(last), text), (period.First, period.Last, period.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("missed")]
    [InlineData("sometime")]
    [InlineData("last93Days")]
    [InlineData("tomorrow")]
    [InlineData("2026-01-10..")]
    [InlineData("..2026-01-10")]
    [InlineData("2025-01-01..2026-01-10")]
    [InlineData("2026-03-01T12:00:00Z..2026-03-02T12:00:00Z")]
    public void Period_WithoutAnEnd_TooLong_OrNotOfDays_IsNone(string words) => Assert.Null(BoardPeriod.Read(words, Now, Shanghai));

    [Theory]
    [InlineData("Asia/Shanghai", "2026-03-04", 24)]
    [InlineData("Europe/Berlin", "2026-03-29", 23)]
    [InlineData("Europe/Berlin", "2026-10-25", 25)]
    public void Hours_TileTheDay(string zone, string day, int count)
    {
        var there = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var hours = Slices.Hours(Day(day), there);
        Assert.Equal(count, hours.Count - 1);
        Assert.Equal(Slices.Days(Day(day), Day(day), there), [hours[0], hours[^1]]);
        Assert.All(hours.Zip(hours.Skip(1)), h => Assert.Equal(TimeSpan.FromHours(1), h.Second - h.First));
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("2026-03-04", "2026-03-02")]
    [InlineData("2026-03-08", "2026-03-02")]
    public void Week_BeginsOnMonday(string day, string monday) => Assert.Equal(Day(monday), Slices.MondayOf(Day(day)));

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(0, 7, "0")]
    [InlineData(7, 7, "100")]
    [InlineData(1, 3, "33.3")]
    [InlineData(2, 3, "66.7")]
    [InlineData(1, 8, "12.5")]
    [InlineData(1, 10_000, "0.1")]
    [InlineData(9_999, 10_000, "99.9")]
    public void Percent_SaysNothingAndAll_OnlyWhereItIsSo(int part, int whole, string? percent) =>
        Assert.Equal(percent is null ? null : decimal.Parse(percent, CultureInfo.InvariantCulture), Shares.Percent(part, whole));

    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(1, 100, 1)]
    [InlineData(25, 100, 1)]
    [InlineData(26, 100, 2)]
    [InlineData(76, 100, 4)]
    [InlineData(100, 100, 4)]
    [InlineData(0, 0, 0)]
    public void Ground_IsDeeper_TheMoreThereIs(int count, int largest, int strength) => Assert.Equal(strength, Shares.Strength(count, largest));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    [InlineData(9, 5)]
    [InlineData(20, 5)]
    [InlineData(21, 10)]
    [InlineData(1_234, 500)]
    public void Axis_HasAtMostFourRoundSteps(int largest, int step) => Assert.Equal(step, Shares.Step(largest));

    private static bool Holds(Period period, DateTimeOffset moment) => (period.From is null || moment >= period.From) && (period.To is null || moment < period.To);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
