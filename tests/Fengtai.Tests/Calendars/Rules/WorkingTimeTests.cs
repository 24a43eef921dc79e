using System.Globalization;
using Fengtai.Calendars;
using Xunit;

namespace Fengtai.Tests.Calendars.Rules;

public sealed class WorkingTimeTests
{
    private static readonly WorkingTime Office = Compile(new("Asia/Shanghai", WeekHours.MondayToFriday(Hours("08:30", "12:00"), Hours("13:30", "17:30"))));
    private static readonly WorkingTime Always = Compile(new("Asia/Shanghai", WeekHours.AlwaysOpen));

    // 16 November 2026 is a Monday
    [Theory]
    [InlineData("2026-11-16 08:30", 60, "2026-11-16 09:30")]
    [InlineData("2026-11-16 11:30", 60, "2026-11-16 14:00")]
    [InlineData("2026-11-16 11:00", 60, "2026-11-16 12:00")]
    [InlineData("2026-11-16 12:30", 30, "2026-11-16 14:00")]
    [InlineData("2026-11-16 08:30", 450, "2026-11-16 17:30")]
    [InlineData("2026-11-16 08:30", 451, "2026-11-17 08:31")]
    [InlineData("2026-11-20 17:00", 60, "2026-11-23 09:00")]
    [InlineData("2026-11-21 03:00", 450, "2026-11-23 17:30")]
    [InlineData("2026-11-16 10:00", 0, "2026-11-16 10:00")]
    [InlineData("2026-11-21 03:00", 0, "2026-11-21 03:00")]
    public void ATargetUsedUpAtClosing_IsDueAtClosing(string start, int minutes, string due) =>
        Assert.Equal(Beijing(due), Office.Due(Beijing(start), TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData("2026-11-16 08:00", "2026-11-16 18:00", 450)]
    [InlineData("2026-11-16 11:30", "2026-11-16 14:00", 60)]
    [InlineData("2026-11-20 17:00", "2026-11-23 09:00", 60)]
    [InlineData("2026-11-21 00:00", "2026-11-22 24:00", 0)]
    [InlineData("2026-11-16 14:00", "2026-11-16 11:30", 0)]
    public void TimeOutsideHours_DoesNotCount(string from, string to, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Office.Between(Beijing(from), Beijing(to)));

    [Fact]
    public void AnInterval_IncludesItsBeginning_AndExcludesItsEnd()
    {
        Assert.True(Office.IsOpen(Beijing("2026-11-16 08:30")));
        Assert.False(Office.IsOpen(Beijing("2026-11-16 12:00")));
        Assert.Equal(Beijing("2026-11-16 13:30"), Office.NextOpening(Beijing("2026-11-16 12:00")));
        Assert.Equal(Beijing("2026-11-16 11:59"), Office.NextOpening(Beijing("2026-11-16 11:59")));
    }

    [Fact]
    public void RoundTheClock_MeetsAtMidnight()
    {
        var start = Beijing("2026-11-16 10:00");

        Assert.Equal(start.AddHours(100), Always.Due(start, TimeSpan.FromHours(100)));
        Assert.True(Always.IsOpen(Beijing("2026-11-17 00:00")));
        Assert.Equal([new(start, start.AddDays(40), null)], Always.Stretches(start, start.AddDays(40)));
    }

    [Theory]
    [InlineData("2026-11-16 10:00", 5, "2026-11-23 17:30")]
    [InlineData("2026-11-16 10:00", 1, "2026-11-17 17:30")]
    [InlineData("2026-11-16 23:59", 1, "2026-11-17 17:30")]
    [InlineData("2026-11-20 18:00", 1, "2026-11-23 17:30")]
    [InlineData("2026-11-21 09:00", 1, "2026-11-23 17:30")]
    [InlineData("2026-11-22 09:00", 5, "2026-11-27 17:30")]
    public void TheDayOfReceipt_DoesNotCount(string start, int days, string close) =>
        Assert.Equal(Beijing(close), Office.CloseOfWorkingDay(Beijing(start), days));

    [Fact]
    public void PlacesAmongWorkingDays_AreWholeAtClosing()
    {
        var monday = Office.WorkingDay(Beijing("2026-11-16 08:30"));

        Assert.Equal(monday, Office.WorkingDay(Beijing("2026-11-14 08:30")));
        Assert.Equal(monday + 0.5, Office.WorkingDay(Beijing("2026-11-16 13:45")), 1e-9);
        Assert.Equal(monday + 1, Office.WorkingDay(Beijing("2026-11-16 17:30")));
        Assert.Equal(monday + 5, Office.WorkingDay(Beijing("2026-11-22 12:00")));
        Assert.Equal(Beijing("2026-11-20 17:30"), Office.AtWorkingDay(monday + 5));
        Assert.Equal(Beijing("2026-11-23 13:45"), Office.AtWorkingDay(monday + 5.5));
        Assert.Equal(0, Office.WorkingDay(Beijing("2020-01-01 00:00")));
        Assert.Equal(-1, Office.WorkingDay(Beijing("2019-12-31 08:00")));
        Assert.Equal(Beijing("2019-12-31 17:30"), Office.AtWorkingDay(0));
        Assert.Equal(Beijing("2019-12-30 17:30"), Office.AtWorkingDay(-1));
    }

    [Fact]
    public void AShift_CountsBeforeADayOff_BeforeAHoliday_BeforeASeason_BeforeTheWeek()
    {
        var summer = WeekHours.MondayToFriday(Hours("07:00", "11:00"));
        var time = Compile(
            new("Asia/Shanghai", WeekHours.MondayToFriday(Hours("09:00", "17:00")))
            {
                Seasons = [new("夏季", new(null, 5, 1), new(null, 9, 30), summer), new("高温", new(2026, 7, 20), new(2026, 7, 24), WeekHours.EveryDay(Hours("06:00", "08:00")))],
                DaysOff = [Date("2026-06-02"), Date("2026-06-03"), Date("2026-10-10")],
                Shifts = new Dictionary<DateOnly, IReadOnlyList<OpenHours>> { [Date("2026-06-03")] = [Hours("10:00", "11:00")], [Date("2026-06-04")] = [] },
            },
            new(Set("2026-06-01", "2026-10-01"), Set("2026-06-06", "2026-10-10", "2026-10-11")));

        string Of(string date) => string.Join(' ', time.PlanOf(Date(date)) is var p ? p.Hours.Select(h => h.ToString()).Prepend(p.Because.ToString()) : []);

        Assert.Equal("Week 09:00–17:00", Of("2026-04-30"));
        Assert.Equal("Season 07:00–11:00", Of("2026-05-01"));
        Assert.Equal("Season 06:00–08:00", Of("2026-07-20"));
        Assert.Equal("Season 07:00–11:00", Of("2026-09-30"));
        Assert.Equal("Holiday", Of("2026-06-01"));
        Assert.Equal("DayOff", Of("2026-06-02"));
        Assert.Equal("Shift 10:00–11:00", Of("2026-06-03"));
        Assert.Equal("Shift", Of("2026-06-04"));
        Assert.Equal("MakeUp 07:00–11:00", Of("2026-06-06"));
        Assert.Equal("DayOff", Of("2026-10-10"));
        Assert.Equal("MakeUp 09:00–17:00", Of("2026-10-11"));
        Assert.Equal(TimeSpan.FromHours(1), time.Between(Beijing("2026-06-01 00:00"), Beijing("2026-06-06 00:00")) - TimeSpan.FromHours(4));
    }

    [Theory]
    [InlineData("12-15", "01-15", "2026-12-31", true)]
    [InlineData("12-15", "01-15", "2027-01-15", true)]
    [InlineData("12-15", "01-15", "2027-01-16", false)]
    [InlineData("02-29", "02-29", "2028-02-29", true)]
    [InlineData("02-29", "02-29", "2027-02-28", false)]
    [InlineData("2026-12-15", "2027-01-15", "2027-01-15", true)]
    [InlineData("2026-12-15", "2027-01-15", "2025-12-31", false)]
    public void ASeason_IncludesBothEnds_AndMayGoOverTheYear(string from, string to, string date, bool isIn) =>
        Assert.Equal(isIn, new Season("", SeasonDay.Read(from)!.Value, SeasonDay.Read(to)!.Value, new()).Contains(Date(date)));

    // clocks go forward at 02:00 on 29 March 2026 in Berlin, back at 03:00 on 25 October
    [Theory]
    [InlineData("01:00", "04:00", "2026-03-29", 120)]
    [InlineData("02:15", "02:45", "2026-03-29", 0)]
    [InlineData("02:30", "04:00", "2026-03-29", 60)]
    [InlineData("01:00", "02:30", "2026-03-29", 60)]
    [InlineData("00:00", "24:00", "2026-03-29", 23 * 60)]
    [InlineData("01:00", "04:00", "2026-10-25", 240)]
    [InlineData("02:00", "02:30", "2026-10-25", 30)]
    [InlineData("02:30", "03:00", "2026-10-25", 90)]
    [InlineData("00:00", "24:00", "2026-10-25", 25 * 60)]
    public void WhenClocksAreChanged_RealTimeCounts(string from, string to, string date, int minutes)
    {
        var time = Compile(new("Europe/Berlin", new()) { Shifts = new Dictionary<DateOnly, IReadOnlyList<OpenHours>> { [Date(date)] = [Hours(from, to)] } });
        var noon = new DateTimeOffset(Date(date), new(12, 0), TimeSpan.Zero);

        Assert.Equal(TimeSpan.FromMinutes(minutes), time.Between(noon.AddDays(-2), noon.AddDays(2)));
    }

    [Fact]
    public void ADayThatAZoneLeftOut_LastsNoTime()
    {
        var apia = Compile(new("Pacific/Apia", WeekHours.AlwaysOpen));
        var before = new DateTimeOffset(2011, 12, 29, 12, 0, 0, TimeSpan.FromHours(-10));

        Assert.Equal(before.AddHours(24), apia.Due(before, TimeSpan.FromHours(24)));
        Assert.Equal(apia.WorkingDay(before) + 1, apia.WorkingDay(before.AddHours(24)), 1e-9);
    }

    [Fact]
    public void WhatIsWrong_IsSaidWithItsPlace()
    {
        var refused = WorkingTime.Compile(new("Moon/Tranquility", new() { Mon = [new(540, 720), new(700, 800)], Sat = [new(600, 600)] })
        {
            Seasons =
            [
                new("a", new(null, 5, 1), new(null, 9, 30), new() { Tue = [new(60, 30)] }),
                new("b", new(null, 9, 30), new(null, 10, 1), new()),
                new("c", new(2026, 5, 2), new(2026, 5, 1), new()),
            ],
            Shifts = new Dictionary<DateOnly, IReadOnlyList<OpenHours>> { [Date("2026-10-10")] = [new(0, 1440), new(1, 2)] },
        });

        Assert.Equal(
            [
                "timeZoneIsUnknown timeZone", "hoursOverlap week.mon[1]", "hoursAreInverted week.sat[0]", "hoursAreInverted seasons[0].week.tue[0]",
                "hoursOverlap shifts.2026-10-10[1]", "seasonsOverlap seasons[1]", "seasonIsInverted seasons[2]",
            ],
            refused.Refusals.Select(r => $"{r.Code} {r.Field}"));
    }

    [Theory]
    [InlineData("2026-01-01", true)]
    [InlineData("2027-06-01", false)]
    public void NoWorkInFourHundredDays_IsRefused(string from, bool isAll)
    {
        var once = new CalendarDefinition("Asia/Shanghai", new()) { Shifts = new Dictionary<DateOnly, IReadOnlyList<OpenHours>> { [Date("2026-10-10")] = [OpenHours.WholeDay] } };

        Assert.Equal(isAll ? null : "noWorkingTimeAhead", WorkingTime.Compile(once, from: Date(from)).Refusal?.Code);
    }

    [Fact]
    public void WhereThereIsNoWork_NothingIsEverDue()
    {
        var never = Compile(new("Asia/Shanghai", new()));
        var now = Beijing("2026-11-16 08:30");

        Assert.Null(never.Due(now, TimeSpan.FromTicks(1)));
        Assert.Null(never.CloseOfWorkingDay(now, 1));
        Assert.Null(never.NextOpening(now));
        Assert.Null(never.AtWorkingDay(1));
        Assert.Equal(0, never.WorkingDay(now));
        Assert.Equal([new(now, now.AddYears(1), ClosedBecause.DayOff)], never.Stretches(now, now.AddYears(1)));
        Assert.Null(Office.Due(now, TimeSpan.FromDays(3000)));
        Assert.Equal(TimeSpan.Zero, Office.Between(DateTimeOffset.MinValue, new(1969, 12, 31, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(3, Office.Stretches(DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Take(3).Count());
    }

    [Fact]
    public void Stretches_SayWhyNothingCounts()
    {
        string[] expected =
        [
            "11-20 12:00 11-20 13:30 OutsideHours", "11-20 13:30 11-20 17:30 ", "11-20 17:30 11-21 00:00 OutsideHours", "11-21 00:00 11-23 00:00 DayOff",
            "11-23 00:00 11-23 08:30 OutsideHours", "11-23 08:30 11-23 09:00 ",
        ];

        Assert.Equal(expected, Office.Stretches(Beijing("2026-11-20 12:00"), Beijing("2026-11-23 09:00")).Select(s => $"{Local(s.From)} {Local(s.To)} {s.Closed}"));
    }

    [Theory]
    [InlineData("8:30", "12:00", "08:30–12:00")]
    [InlineData("00:00", "24:00", "00:00–24:00")]
    [InlineData("00:00", "00:00", "00:00–24:00")]
    [InlineData("18:00", "00:00", "18:00–24:00")]
    [InlineData("24:00", "24:00", null)]
    [InlineData("09:00", "24:01", null)]
    [InlineData("9", "10:00", null)]
    [InlineData("09:60", "10:00", null)]
    [InlineData("-1:00", "10:00", null)]
    [InlineData("09:0０", "10:00", null)]
    [InlineData(null, "10:00", null)]
    public void Hours_AreReadAsTheyAreWritten(string? from, string? to, string? expected) => Assert.Equal(expected, OpenHours.Read(from, to)?.ToString());

    private static WorkingTime Compile(CalendarDefinition definition, HolidayDays? holidays = null) => WorkingTime.Compile(definition, holidays).Value;

    private static OpenHours Hours(string from, string to) => OpenHours.Read(from, to)!.Value;

    private static DateOnly Date(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static HashSet<DateOnly> Set(params string[] dates) => [.. dates.Select(Date)];

    private static DateTimeOffset Beijing(string local) => local.EndsWith("24:00", StringComparison.Ordinal)
        ? Beijing(local[..10] + " 00:00").AddDays(1)
        : new(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    private static string Local(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
}
