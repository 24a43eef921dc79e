namespace Fengtai.Demo.Days;

/// <summary>When requests come: most on Monday morning, few at lunch, hardly any at night and on weekends, a little more from week to week of late.</summary>
internal static class Arrivals
{
    public const int Days = 91;

    private const int TrendDays = 56;

    /// <summary>By hour of the day, from midnight.</summary>
    private static readonly double[] Hours = [0.1, 0.05, 0.05, 0.05, 0.05, 0.1, 0.3, 1.5, 9, 17, 15, 10, 3, 8, 14, 12, 9.5, 6, 2, 1.2, 1, 0.7, 0.4, 0.2];

    /// <summary>So many moments before now, in order.</summary>
    public static IReadOnlyList<DateTimeOffset> Before(DateTimeOffset now, int count, Chance chance)
    {
        var last = OfficeHours.DayOf(now);
        var hours = (
            from day in Enumerable.Range(0, Days + 1).Select(d => last.AddDays(d - Days))
            from hour in Enumerable.Range(0, 24)
            let start = OfficeHours.At(day, TimeSpan.FromHours(hour))
            where start < now && now - start <= TimeSpan.FromDays(Days)
            select (Start: start, Weight: Weight(day, hour, last))).ToList();
        var total = hours.Sum(h => h.Weight);
        return
        [
            .. hours
                .SelectMany(h => Enumerable.Range(0, Rounded(count * h.Weight / total, chance)).Select(_ => h.Start.AddSeconds(chance.Below(3600))))
                .Where(at => at < now)
                .Order(),
        ];
    }

    private static double Weight(DateOnly day, int hour, DateOnly last)
    {
        var age = last.DayNumber - day.DayNumber;
        var trend = 1 + 0.22 * Math.Max(0, TrendDays - age) / TrendDays;
        var ofDay = (OfficeHours.IsWorkday(day), day.DayOfWeek) switch
        {
            (true, DayOfWeek.Monday) => hour < 12 ? 1.55 : 1.12,
            (true, DayOfWeek.Tuesday) => 1.06,
            (true, DayOfWeek.Friday) => hour < 16 ? 0.94 : 0.7,
            (true, _) => 1,
            (false, DayOfWeek.Saturday) => 0.11,
            (false, _) => 0.06,
        };
        // every day has its own luck
        var luck = 0.85 + 0.3 * new Chance((ulong)day.DayNumber).Share();
        return Hours[hour] * ofDay * trend * luck;
    }

    private static int Rounded(double expected, Chance chance) => (int)expected + (chance.Happens(expected - (int)expected) ? 1 : 0);
}
