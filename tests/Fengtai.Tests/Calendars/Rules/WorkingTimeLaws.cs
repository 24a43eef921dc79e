using Fengtai.Calendars;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Fengtai.Tests.Calendars.Rules;

/// <summary>What holds of any calendar whatever, in zones that change their clocks by an hour, by half an hour, at midnight, or never.</summary>
public sealed class WorkingTimeLaws
{
    private static readonly DateTimeOffset Epoch = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly string[] Zones =
        ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Havana", "Asia/Beirut", "America/Santiago", "Asia/Kathmandu", "UTC"];

    [Fact]
    public void BetweenAndDue_AreInverse() => Holds((time, start, target) => time.Due(start, target) is not { } due
        || time.Between(start, due) == target && due >= start);

    [Fact]
    public void NothingEarlier_UsesTheTargetUp() => Holds((time, start, target) => target == TimeSpan.Zero || time.Due(start, target) is not { } due
        || time.Between(start, due.AddTicks(-1)) < target && time.IsOpen(due.AddTicks(-1)));

    [Fact]
    public void Due_IsMonotone() => Holds((time, start, target) => time.Due(start, target) is not { } due
        || time.Due(start, target + TimeSpan.FromMinutes(7)) is not { } more || more > due
        && time.Due(start.AddMinutes(13), target) is var later && (later is null || later >= due));

    [Fact]
    public void Targets_AddUp() => Holds((time, start, target) => time.Due(start, target) is not { } half
        || time.Due(half, target) == time.Due(start, target + target));

    [Fact]
    public void TimesBetween_AddUp() => Holds((time, start, target) =>
    {
        var (middle, end) = (start + target, start + target + target);
        return time.Between(start, middle) + time.Between(middle, end) == time.Between(start, end);
    });

    [Fact]
    public void Stretches_TileAndSumUp() => Holds((time, start, target) =>
    {
        var end = start + target;
        var all = time.Stretches(start, end).ToList();
        return target == TimeSpan.Zero ? all.Count == 0
            : all[0].From == start && all[^1].To == end
            && all.TrueForAll(s => s.From < s.To && time.IsOpen(s.From) == s.IsOpen && time.IsOpen(s.To.AddTicks(-1)) == s.IsOpen)
            && all.Zip(all.Skip(1)).All(p => p.First.To == p.Second.From && p.First.Closed != p.Second.Closed)
            && new TimeSpan(all.Where(s => s.IsOpen).Sum(s => (s.To - s.From).Ticks)) == time.Between(start, end);
    });

    [Fact]
    public void NextOpening_IsTheFirstOpenInstant() => Holds((time, start, _) => time.NextOpening(start) is not { } opening
        || time.IsOpen(opening) && opening >= start && time.Between(start, opening) == TimeSpan.Zero);

    [Fact]
    public void WorkingDays_NeverFall() => Holds((time, start, target) => time.WorkingDay(start) <= time.WorkingDay(start + target)
        && (time.WorkingDay(start) < time.WorkingDay(start + target)) == (time.Between(start, start + target) > TimeSpan.Zero));

    [Fact]
    public void PlacesAmongWorkingDays_AreInverse() => Holds((time, start, _) =>
    {
        var place = time.WorkingDay(start);
        return time.AtWorkingDay(place) is not { } at
            || at <= start && time.Between(at, start) <= TimeSpan.FromTicks(1) && Math.Abs(time.WorkingDay(at) - place) < 1e-9;
    });

    [Fact]
    public void TheNthWorkingDay_IsTheNthDateThatIsWorked() => Holds((time, start, target) =>
    {
        var days = 1 + target.Days % 30;
        if (time.CloseOfWorkingDay(start, days) is not { } close || close > start.AddDays(100))
        {
            return true;
        }
        // all hours, offsets and changes of clocks are at quarters
        var quarters = Enumerable.Range(0, 100 * 96 + 96).Select(q => start.AddTicks(-(start.Ticks % Quarter.Ticks)) + q * Quarter).Where(time.IsOpen).ToLookup(time.DateOf);
        var worked = quarters.Where(d => d.Key > time.DateOf(start)).OrderBy(d => d.Key).ElementAt(days - 1);
        return close == worked.Max() + Quarter && time.AtWorkingDay(Math.Round(time.WorkingDay(close))) == close;
    }, 100);

    [Fact]
    public void WhatIsAskedBefore_ChangesNoAnswer() => Holds((time, start, target) =>
    {
        var fresh = WorkingTime.Compile(time.Definition).Value;
        var asked = WorkingTime.Compile(time.Definition).Value;
        _ = asked.Between(new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2050, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return fresh.Due(start, target) == asked.Due(start, target) && fresh.WorkingDay(start).Equals(asked.WorkingDay(start)) && fresh.Between(start, start + target) == asked.Between(start, start + target);
    }, 20);

    private static void Holds(Func<WorkingTime, DateTimeOffset, TimeSpan, bool> law, int cases = 300)
    {
        var questions =
            from calendar in Calendars()
            from second in Gen.Choose(0, 4 * 365 * 86_400)
            from onTheHour in Gen.Elements(true, false)
            from target in Gen.OneOf(Gen.Choose(0, 20 * 3600), Gen.Choose(0, 60 * 86_400), Gen.Constant(0))
            let start = Epoch.AddSeconds(onTheHour ? second / 1800 * 1800 : second)
            select new Question(calendar, start, TimeSpan.FromSeconds(onTheHour ? target / 1800 * 1800 : target));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases).WithQuietOnSuccess(true), Prop.ForAll(questions.ToArbitrary(), q => law(WorkingTime.Compile(q.Calendar).Value, q.Start, q.Target)));
    }

    private static Gen<CalendarDefinition> Calendars() =>
        from zone in Gen.Elements(Zones)
        from week in Weeks()
        from summer in Weeks()
        from seasons in Gen.Choose(0, 2)
        from off in Gen.Choose(0, 4 * 365).ListOf(5)
        from shifts in Gen.Zip(Gen.Choose(0, 4 * 365), Days()).ListOf(3)
        select new CalendarDefinition(zone, week)
        {
            Seasons = seasons switch
            {
                0 => [],
                1 => [new("夏季作息", new(null, 5, 1), new(null, 9, 30), summer)],
                _ => [new("寒假", new(null, 12, 20), new(null, 2, 10), summer), new("once", new(2026, 3, 1), new(2026, 4, 20), summer)],
            },
            DaysOff = [.. off.Select(Day)],
            Shifts = shifts.GroupBy(s => Day(s.Item1)).ToDictionary(s => s.Key, s => s.First().Item2),
        };

    private static Gen<WeekHours> Weeks() => Gen.OneOf(
        Gen.Constant(WeekHours.AlwaysOpen),
        Gen.Constant(WeekHours.MondayToFriday(new(510, 720), new(810, 1050))),
        from days in Days().ListOf(7) select WeekHours.Of([.. days]));

    /// <summary>Up to three intervals, some of which meet, some in the hours at which clocks are changed.</summary>
    private static Gen<IReadOnlyList<OpenHours>> Days() =>
        from count in Gen.Choose(0, 3)
        from times in Gen.Choose(0, 96).ListOf(count * 2)
        let ordered = times.Order().ToList()
        select (IReadOnlyList<OpenHours>)[.. ordered.Chunk(2).Where(p => p[0] < p[1]).Select(p => new OpenHours(p[0] * 15, p[1] * 15))];

    private static DateOnly Day(int day) => new DateOnly(2024, 1, 1).AddDays(day);

    private sealed record Question(CalendarDefinition Calendar, DateTimeOffset Start, TimeSpan Target);
}
