namespace Fengtai.Demo.Days;

/// <summary>When the people of 示范集团 work: 8:30–12:00 and 13:00–17:30 in China, not on weekends and the fixed holidays.</summary>
internal static class OfficeHours
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private static readonly (TimeSpan From, TimeSpan To)[] Halves = [(new(8, 30, 0), new(12, 0, 0)), (new(13, 0, 0), new(17, 30, 0))];

    private static readonly (int Month, int Day)[] Holidays = [(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)];

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    public static DateTimeOffset At(DateOnly day, TimeSpan time) => (new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset) + time).ToUniversalTime();

    public static bool IsWorkday(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains((day.Month, day.Day));

    public static bool IsOpen(DateTimeOffset at)
    {
        var time = at.ToOffset(Offset).TimeOfDay;
        return IsWorkday(DayOf(at)) && Halves.Any(h => h.From <= time && time < h.To);
    }

    /// <summary>The moment when so much office time has passed.</summary>
    public static DateTimeOffset After(DateTimeOffset at, TimeSpan work)
    {
        for (var day = DayOf(at); ; day = day.AddDays(1))
        {
            foreach (var (from, to) in IsWorkday(day) ? Halves : [])
            {
                var (start, end) = (At(day, from) > at ? At(day, from) : at, At(day, to));
                if (start < end && work < end - start)
                {
                    return start + work;
                }
                work -= start < end ? end - start : TimeSpan.Zero;
            }
        }
    }

    /// <summary>That time of day, so many working days later.</summary>
    public static DateTimeOffset DaysAfter(DateTimeOffset at, int workdays, TimeSpan time)
    {
        var day = DayOf(at);
        while (workdays > 0)
        {
            day = day.AddDays(1);
            workdays -= IsWorkday(day) ? 1 : 0;
        }
        return At(day, time);
    }
}
