using System.Globalization;
using System.Text.RegularExpressions;
using Fengtai.Platform.Refusals;

namespace Fengtai.Calendars.Rules;

/// <summary>
/// Holidays as people write them, a line each: <c>2027-02-05..2027-02-11 休 春节</c>, <c>2027-02-20 班</c>, <c>2027年5月1日至5月5日 劳动节</c>.
/// Without 休 or 班 it is off; <c>|</c> parts the Chinese from the English name. Lines that begin with # are passed over.
/// </summary>
internal static partial class HolidayText
{
    public const int MostDaysOfARange = 31;
    public const int LongestName = 60;

    public static Result<IReadOnlyList<HolidayDay>> Read(string text)
    {
        var days = new SortedDictionary<DateOnly, HolidayDay>();
        var refusals = new List<Refusal>();
        foreach (var (i, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            var written = line.Trim();
            if (written.Length == 0 || written[0] == '#')
            {
                continue;
            }
            var found = ReadLine(written);
            if (found.Count == 0)
            {
                refusals.Add(new HolidayLineIsNotReadable(i + 1, written.Length > 60 ? written[..60] : written));
            }
            foreach (var day in found)
            {
                if (days.TryGetValue(day.Date, out var other) && other.IsWorked != day.IsWorked)
                {
                    refusals.Add(new HolidayIsBoth(i + 1, day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
                }
                days[day.Date] = day;
            }
        }
        return refusals.Count > 0 ? Result<IReadOnlyList<HolidayDay>>.Refused(refusals) : days.Values.ToList();
    }

    /// <summary>The days in lines, neighbours of one name joined.</summary>
    /// <param name="inEnglish">With <c>off</c> and <c>worked</c> instead of 休 and 班; both are read.</param>
    public static string Write(IEnumerable<HolidayDay> days, bool inEnglish = false)
    {
        var ranges = new List<(HolidayDay First, DateOnly Last)>();
        foreach (var day in days.OrderBy(d => d.Date))
        {
            if (ranges is [.., var before] && before.Last.AddDays(1) == day.Date && before.First with { Date = day.Date } == day)
            {
                ranges[^1] = before with { Last = day.Date };
            }
            else
            {
                ranges.Add((day, day.Date));
            }
        }
        var (off, worked) = inEnglish ? ("off", "worked") : ("休", "班");
        return string.Join('\n', ranges.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.First.Date:yyyy-MM-dd}{(r.Last == r.First.Date ? "" : $"..{r.Last:yyyy-MM-dd}")} {(r.First.IsWorked ? worked : off)} {r.First.Name}{(r.First.NameEn.Length > 0 ? $" | {r.First.NameEn}" : "")}").TrimEnd()));
    }

    private static List<HolidayDay> ReadLine(string line)
    {
        if (Line.Match(line) is not { Success: true } match
            || Date(match, "y", "m", "d", null) is not { } first
            || (match.Groups["to"].Success ? Date(match, "y2", "m2", "d2", first) : first) is not { } last
            || last < first || last.DayNumber - first.DayNumber >= MostDaysOfARange)
        {
            return [];
        }
        var names = match.Groups["name"].Value.Split('|', 2, StringSplitOptions.TrimEntries);
        if (names[0].Length > LongestName || names is [_, { Length: > LongestName }])
        {
            return [];
        }
        var worked = match.Groups["mark"].Value.ToLowerInvariant() is "班" or "上班" or "调休上班" or "补班" or "worked" or "work";
        return [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(d => new HolidayDay(first.AddDays(d), worked, names[0], names is [_, var english] ? english : ""))];
    }

    private static DateOnly? Date(Match match, string year, string month, string day, DateOnly? from)
    {
        int? Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;
        var (y, m, d) = (Number(year) ?? from!.Value.Year, Number(month) ?? from!.Value.Month, Number(day)!.Value);
        return y is >= 1970 and < 2100 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new(y, m, d) : null;
    }

    // the second date may leave out what it shares with the first
    [GeneratedRegex(
        @"^(?<y>[0-9]{4})[-/.年](?<m>[0-9]{1,2})[-/.月](?<d>[0-9]{1,2})日?(?<to>\s*(\.\.|~|～|–|—|至|到)\s*((?<y2>[0-9]{4})[-/.年])?((?<m2>[0-9]{1,2})[-/.月])?(?<d2>[0-9]{1,2})日?)?(?=\s|[,，、:：]|$)[\s,，、:：]*(?<mark>休|放假|班|上班|调休上班|补班|off|worked|work)?(?=\s|[,，、:：]|$)[\s,，、:：]*(?<name>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Line { get; }
}
