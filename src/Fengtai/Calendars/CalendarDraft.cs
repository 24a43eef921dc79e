using Fengtai.Calendars.Rules;

namespace Fengtai.Calendars;

/// <summary>What is said about a calendar as a whole; its days of their own are painted one by one.</summary>
internal sealed record CalendarDraft(string Name, string NameEn, string TimeZone, WeekHours Week, IReadOnlyList<Season> Seasons, IReadOnlyList<Guid> Holidays)
{
    public const int LongestName = 60;

    public static CalendarDraft Of(StoredCalendar calendar) =>
        new(calendar.Name, calendar.NameEn, calendar.Definition.TimeZone, calendar.Definition.Week, calendar.Definition.Seasons, calendar.Definition.Holidays);

    /// <summary>The definition with all this, and the days of their own of another one.</summary>
    public CalendarDefinition Definition(CalendarDefinition days) => days with { TimeZone = TimeZone, Week = Week, Seasons = Seasons, Holidays = Holidays };

    /// <summary>What is different in the other one, by the name of the detail.</summary>
    public Dictionary<string, CalendarDetail> Changes(CalendarDraft to)
    {
        var (before, after) = (Details(), to.Details());
        return before.Keys.Union(after.Keys).Where(k => before.GetValueOrDefault(k) != after.GetValueOrDefault(k))
            .ToDictionary(k => k, k => new CalendarDetail(before.GetValueOrDefault(k), after.GetValueOrDefault(k)));
    }

    private Dictionary<string, string> Details()
    {
        var details = new Dictionary<string, string> { ["name"] = Name, ["nameEn"] = NameEn, ["timeZone"] = TimeZone, ["lists"] = string.Join(' ', Holidays) };
        foreach (var (day, name) in WeekHours.Days.Zip(WeekHours.Names))
        {
            details[name] = HoursText.Write(Week[day]);
        }
        foreach (var (i, season) in Seasons.Index())
        {
            details[$"seasons.{i + 1}"] = $"{season.Name} {season.From}–{season.To}: {string.Join("; ", WeekHours.Days.Zip(WeekHours.Names).Where(d => season.Week[d.First].Count > 0).Select(d => $"{d.Second} {HoursText.Write(season.Week[d.First])}"))}";
        }
        return details.Where(d => d.Value.Length > 0).ToDictionary();
    }
}
