using System.Globalization;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

/// <summary>Stretches of time in words.</summary>
public sealed class PeriodTests
{
    private const string Shanghai = "Asia/Shanghai";

    // a Wednesday, 02:00 in Shanghai and still Tuesday in London
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 18, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("today", "2026-03-04", "2026-03-05")]
    [InlineData("yesterday", "2026-03-03", "2026-03-04")]
    [InlineData("tomorrow", "2026-03-05", "2026-03-06")]
    [InlineData("last1Days", "2026-03-04", "2026-03-05")]
    [InlineData("last7Days", "2026-02-26", "2026-03-05")]
    [InlineData("next7Days", "2026-03-04", "2026-03-11")]
    [InlineData("thisWeek", "2026-03-02", "2026-03-09")]
    [InlineData("lastWeek", "2026-02-23", "2026-03-02")]
    [InlineData("thisMonth", "2026-03-01", "2026-04-01")]
    [InlineData("lastMonth", "2026-02-01", "2026-03-01")]
    [InlineData("thisYear", "2026-01-01", "2027-01-01")]
    [InlineData("2026-03-01", "2026-03-01", "2026-03-02")]
    [InlineData("2026-03-01..2026-03-03", "2026-03-01", "2026-03-04")]
    [InlineData("2026-03-01..", "2026-03-01", null)]
    [InlineData("..2026-03-03", null, "2026-03-04")]
    public void Words_MeanWholeDays_OfTheReadersZone(string words, string? from, string? to) =>
        Assert.Equal(new Period(Midnight(from), Midnight(to)), Period.Read(words, Now, Zone(Shanghai)));

    [Fact]
    public void Today_IsTheReadersOwn() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero), Period.Read("today", Now, Zone("Europe/London"))!.Value.From);

    [Fact]
    public void Moments_AreTakenAsTheyAre() =>
        Assert.Equal(
            new Period(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero)),
            Period.Read("2026-03-01T08:00:00+08:00..2026-03-01T09:30:00Z", Now, Zone(Shanghai)));

    [Fact]
    public void Missed_IsWhatLiesBehind() => Assert.Equal(new Period(null, Now), Period.Read("missed", Now, Zone(Shanghai)));

    /// <summary>In Cairo the clocks went from 23:59:59 to 01:00 at the beginning of 26 April 2024: the day begins at one.</summary>
    [Fact]
    public void Day_WhoseMidnightIsSkipped_BeginsWhenItDoes() =>
        Assert.Equal(new DateTimeOffset(2024, 4, 25, 22, 0, 0, TimeSpan.Zero), Period.Read("2024-04-26", Now, Zone("Africa/Cairo"))!.Value.From);

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("nonsense")]
    [InlineData("Today")]
    [InlineData("last0Days")]
    [InlineData("last-1Days")]
    [InlineData("last99999Days")]
    [InlineData("lastDays")]
    [InlineData("2026-13-01")]
    [InlineData("2026-3-1")]
    [InlineData("2026-03-05..2026-03-01")]
    [InlineData("2026-03-01..2026-03-02..2026-03-03")]
    [InlineData("2026-03-01T08:00:00Z")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31..")]
    public void AnythingElse_MeansNoPeriod(string words) => Assert.Null(Period.Read(words, Now, Zone(Shanghai)));

    [Theory]
    [InlineData("last90Days", 90, 0)]
    [InlineData("next14Days", 0, 14)]
    public void Days_AreCounted(string words, int back, int ahead) => Assert.Equal((back, ahead), Period.Count(words));

    [Theory]
    [InlineData("today")]
    [InlineData("lastWeek")]
    [InlineData("2026-03-01")]
    public void OtherWords_CountNoDays(string words) => Assert.Null(Period.Count(words));

    [Fact]
    public void WhatIsOffered_IsKnown() =>
        Assert.All(Period.Usual.Concat(Period.Ahead), p => Assert.True(Period.IsKnown(p, mayBeMissed: true), p));

    private static DateTimeOffset? Midnight(string? day) =>
        day is null ? null : new DateTimeOffset(DateTime.Parse(day, CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);
}
