using Fengtai.Platform.Zones;

namespace Fengtai.Tickets.Rules;

/// <summary>Borders of stretches of time that follow each other without gap or overlap: each includes its start and excludes the start of the next.</summary>
internal static class Slices
{
    /// <summary>The first moment of each day, and the end of the last.</summary>
    public static IReadOnlyList<DateTimeOffset> Days(DateOnly first, DateOnly last, TimeZoneInfo zone) =>
        [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 2).Select(i => Period.Start(first.AddDays(i), zone))];

    /// <summary>The hours of a day, counted from its first moment, and its end: 24 of them, or as many as the change of the clocks leaves.</summary>
    public static IReadOnlyList<DateTimeOffset> Hours(DateOnly day, TimeZoneInfo zone)
    {
        var end = Period.Start(day.AddDays(1), zone);
        var borders = new List<DateTimeOffset>();
        for (var at = Period.Start(day, zone); at < end; at = at.AddHours(1))
        {
            borders.Add(at);
        }
        return [.. borders, end];
    }

    public static DateOnly DayOf(DateTimeOffset moment, TimeZoneInfo zone) => LocalDays.Of(moment, zone);

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-((int)day.DayOfWeek + 6) % 7);
}
