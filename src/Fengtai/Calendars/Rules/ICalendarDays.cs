using System.Globalization;

namespace Fengtai.Calendars.Rules;

/// <summary>
/// Holidays from an iCalendar file (RFC 5545): whole days with their names. Where a file marks days as off (休, 假) or worked (班, or Apple's
/// X-APPLE-SPECIAL-DAY), what it does not mark is no day off but a festival, and passed over; else every entry is a day off.
/// </summary>
internal static class ICalendarDays
{
    public static IReadOnlyList<HolidayDay> Read(string text)
    {
        var events = Events(text).ToList();
        var isMarked = events.Exists(e => e.IsWorked is not null);
        var days = new SortedDictionary<DateOnly, HolidayDay>();
        foreach (var entry in events.Where(e => !isMarked || e.IsWorked is not null))
        {
            for (var date = entry.From; date < entry.To; date = date.AddDays(1))
            {
                days[date] = new(date, entry.IsWorked == true, entry.Name);
            }
        }
        return [.. days.Values];
    }

    private static IEnumerable<(DateOnly From, DateOnly To, string Name, bool? IsWorked)> Events(string text)
    {
        Dictionary<string, string>? current = null;
        foreach (var line in Unfolded(text))
        {
            if (line.Equals("BEGIN:VEVENT", StringComparison.OrdinalIgnoreCase))
            {
                current = [];
            }
            else if (line.Equals("END:VEVENT", StringComparison.OrdinalIgnoreCase))
            {
                if (current is not null && Entry(current) is { } entry)
                {
                    yield return entry;
                }
                current = null;
            }
            else if (current is not null && line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                // parameters, as in DTSTART;VALUE=DATE, say nothing that the value does not
                current.TryAdd(line[..colon].Split(';')[0].ToUpperInvariant(), line[(colon + 1)..]);
            }
        }
    }

    private static (DateOnly From, DateOnly To, string Name, bool? IsWorked)? Entry(Dictionary<string, string> entry)
    {
        if (Date(entry.GetValueOrDefault("DTSTART")) is not { } from)
        {
            return null;
        }
        // the end is not included; without one it is a single day
        var to = Date(entry.GetValueOrDefault("DTEND")) is { } end && end > from ? end : from.AddDays(1);
        var summary = Text(entry.GetValueOrDefault("SUMMARY", ""));
        var special = entry.GetValueOrDefault("X-APPLE-SPECIAL-DAY", "").ToUpperInvariant();
        bool? isWorked = special == "ALTERNATE-WORKDAY" || summary.Contains('班', StringComparison.Ordinal) ? true
            : special == "WORK-HOLIDAY" || summary.Contains('休', StringComparison.Ordinal) || summary.Contains('假', StringComparison.Ordinal) ? false
            : null;
        return to.DayNumber - from.DayNumber > HolidayText.MostDaysOfARange ? null : (from, to, summary.Length > HolidayText.LongestName ? summary[..HolidayText.LongestName] : summary, isWorked);
    }

    private static DateOnly? Date(string? value) =>
        value is { Length: >= 8 } && DateOnly.TryParseExact(value[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    // one line of a list of days must not become two
    private static string Text(string value) =>
        value.Replace("\\n", " ", StringComparison.OrdinalIgnoreCase).Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal).Replace('|', '/').Trim();

    // a line that begins with a space goes on with the one before (3.1)
    private static IEnumerable<string> Unfolded(string text) =>
        text.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).Replace("\n\t", "", StringComparison.Ordinal).Split('\n').Select(l => l.TrimEnd());
}
