using System.Globalization;

namespace Fengtai.Calendars.Rules;

/// <summary>What somebody makes of single days: <c>off</c>, <c>rule</c> (as the calendar says otherwise), or hours, <c>08:30-12:00+13:30-17:30</c>.</summary>
internal static class DayPaint
{
    public const string Off = "off";
    public const string Rule = "rule";

    /// <summary>As many as two years have.</summary>
    public const int Most = 732;

    /// <summary>What a date has of its own.</summary>
    public static string Of(CalendarDefinition calendar, DateOnly date) =>
        calendar.Shifts.TryGetValue(date, out var hours) ? Hours(hours) : calendar.DaysOff.Contains(date) ? Off : Rule;

    public static string Hours(IReadOnlyList<OpenHours> hours) =>
        hours.Count == 0 ? Off : string.Join('+', hours.Select(h => $"{OpenHours.Written(h.From)}-{OpenHours.Written(h.To)}"));

    /// <summary>The calendar with the days painted. Paint that means nothing is passed over.</summary>
    public static CalendarDefinition Apply(CalendarDefinition calendar, IReadOnlyDictionary<DateOnly, string> painted)
    {
        var off = new SortedSet<DateOnly>(calendar.DaysOff);
        var shifts = new SortedDictionary<DateOnly, IReadOnlyList<OpenHours>>(calendar.Shifts.ToDictionary());
        foreach (var (date, paint) in painted)
        {
            off.Remove(date);
            shifts.Remove(date);
            if (paint == Off)
            {
                off.Add(date);
            }
            else if (paint != Rule && HoursText.Read("", paint.Replace('+', ',')) is { IsRefused: false } hours)
            {
                shifts[date] = hours.Value;
            }
        }
        return calendar with { DaysOff = [.. off], Shifts = shifts };
    }

    /// <summary>As it stands in an address: <c>2026-10-01=off;2026-10-10=09:00-12:00</c>. What cannot be read is passed over.</summary>
    public static SortedDictionary<DateOnly, string> Read(string? written)
    {
        var painted = new SortedDictionary<DateOnly, string>();
        foreach (var one in (written ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Take(Most))
        {
            if (one.Split('=', 2) is [var date, var paint] && Date(date) is { } day && IsPaint(paint))
            {
                painted[day] = paint;
            }
        }
        return painted;
    }

    public static string Write(IReadOnlyDictionary<DateOnly, string> painted) =>
        string.Join(';', painted.Select(p => $"{p.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}={p.Value}"));

    public static DateOnly? Date(string? written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1970 and < 2100 ? date : null;

    private static bool IsPaint(string paint) => paint is Off or Rule || HoursText.Read("", paint.Replace('+', ',')) is { IsRefused: false, Value.Count: > 0 };
}
