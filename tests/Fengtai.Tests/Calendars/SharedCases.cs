using System.Globalization;
using System.Text.Json;
using Fengtai.Calendars;
using Fengtai.Tests.Support;

namespace Fengtai.Tests.Calendars;

/// <summary>Cases that the tests of other programs assert, as the preview takes them.</summary>
internal sealed record SharedCase(string Id, JsonElement Row, string Zone, Dictionary<string, string[][]> Week, string[] DaysOff, Dictionary<string, string[][]> Shifts)
{
    public string Start => Row.GetProperty("start").GetString()!;

    public CalendarDefinition Definition => new(Zone, WeekHours.Of([.. WeekHours.Names.Select(d => Hours(Week.GetValueOrDefault(d, [])))]))
    {
        DaysOff = [.. DaysOff.Select(d => DateOnly.Parse(d, CultureInfo.InvariantCulture))],
        Shifts = Shifts.ToDictionary(s => DateOnly.Parse(s.Key, CultureInfo.InvariantCulture), s => Hours(s.Value)),
    };

    public static IEnumerable<SharedCase> Read(string file) => File.ReadLines(SharedData.Find(file)).Where(l => l.Length > 0).Select(l => Of(JsonElement.Parse(l)));

    /// <summary>The calendar, with <paramref name="question"/>, as a body of the preview.</summary>
    public Dictionary<string, object> Body(string question, object value) =>
        new() { ["timeZone"] = Zone, ["week"] = Week, ["daysOff"] = DaysOff, ["shifts"] = Shifts, ["start"] = Start, [question] = value };

    private static SharedCase Of(JsonElement row)
    {
        var week = row.GetProperty("hours").Deserialize<Dictionary<string, string[][]>>()!;
        var off = row.GetProperty("holidays").Deserialize<string[]>()!;
        var shifts = row.GetProperty("shifts").Deserialize<Dictionary<string, string[][]>>()!;
        foreach (var pauses in row.GetProperty("breaks").EnumerateArray().GroupBy(b => b.GetProperty("date").GetString()!))
        {
            var day = DateOnly.Parse(pauses.Key, CultureInfo.InvariantCulture);
            var hours = shifts.GetValueOrDefault(pauses.Key) ?? week.GetValueOrDefault(day.DayOfWeek.ToString()[..3].ToLowerInvariant(), []);
            shifts[pauses.Key] = off.Contains(pauses.Key) ? [] : pauses.Aggregate(hours, (left, pause) => [.. left.SelectMany(h => Without(h, pause))]);
        }
        return new(row.GetProperty("id").GetString()!, row, row.GetProperty("zone").GetString()!, week, off, shifts);
    }

    // breaks are a notion of one of the sources: a day with breaks is a day with hours of its own
    private static IEnumerable<string[]> Without(string[] hours, JsonElement pause)
    {
        var (from, to) = (pause.GetProperty("from").GetString()!, pause.GetProperty("to").GetString()!);
        string[][] left = [[hours[0], Earlier(hours[1], from)], [Later(hours[0], to), hours[1]]];
        return string.CompareOrdinal(to, hours[0]) <= 0 || string.CompareOrdinal(from, hours[1]) >= 0 ? [hours] : left.Where(h => string.CompareOrdinal(h[0], h[1]) < 0);
    }

    private static string Earlier(string one, string other) => string.CompareOrdinal(one, other) < 0 ? one : other;

    private static string Later(string one, string other) => string.CompareOrdinal(one, other) > 0 ? one : other;

    private static IReadOnlyList<OpenHours> Hours(string[][] hours) => [.. hours.Select(h => OpenHours.Read(h[0], h[1])!.Value)];
}
