using Fengtai.Platform.Refusals;
using NodaTime;

namespace Fengtai.Calendars.Rules;

/// <summary>What makes a calendar unusable, each with its place: <c>week.mon[1]</c>.</summary>
internal static class DefinitionChecks
{
    /// <summary>A calendar that has no working time in so many days is a mistake.</summary>
    public const int DaysThatNeedWork = 400;

    public static IEnumerable<Refusal> Of(CalendarDefinition calendar)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(calendar.TimeZone) is null)
        {
            yield return new TimeZoneIsUnknown("timeZone", calendar.TimeZone);
        }
        var weeks = calendar.Seasons.Index().Select(s => ($"seasons[{s.Index}].week", s.Item.Week)).Prepend(("week", calendar.Week));
        var days = weeks.SelectMany(w => WeekHours.Days.Zip(WeekHours.Names, (day, name) => ($"{w.Item1}.{name}", w.Week[day])))
            .Concat(calendar.Shifts.Select(s => ($"shifts.{s.Key:yyyy-MM-dd}", s.Value)));
        foreach (var refusal in days.SelectMany(d => OfHours(d.Item1, d.Item2)).Concat(OfSeasons(calendar.Seasons)))
        {
            yield return refusal;
        }
    }

    /// <summary>Whether there is working time in the 400 days from this one.</summary>
    public static bool HasWorkAhead(DayPlans plans, DateOnly from) =>
        Enumerable.Range(0, DaysThatNeedWork).Any(d => plans.On(from.AddDays(d)).Hours.Count > 0);

    private static IEnumerable<Refusal> OfHours(string place, IReadOnlyList<OpenHours> hours)
    {
        var inOrder = hours.Index().OrderBy(h => h.Item.From).ToList();
        foreach (var (i, h) in hours.Index().Where(h => h.Item.From >= h.Item.To))
        {
            yield return new HoursAreInverted($"{place}[{i}]", h.ToString());
        }
        foreach (var (one, next) in inOrder.Zip(inOrder.Skip(1)).Where(p => p.Second.Item.From < p.First.Item.To))
        {
            yield return new HoursOverlap($"{place}[{next.Index}]", next.Item.ToString(), one.Item.ToString());
        }
    }

    private static IEnumerable<Refusal> OfSeasons(IReadOnlyList<Season> seasons)
    {
        foreach (var (i, season) in seasons.Index())
        {
            var place = $"seasons[{i}]";
            if (season.IsYearly != season.To.Year is null || !season.IsYearly && season.From.In(0) > season.To.In(0))
            {
                yield return new SeasonIsInverted(place, $"{season.From} – {season.To}");
            }
            else if (seasons.Take(i).FirstOrDefault(other => Overlap(other, season)) is { } other)
            {
                yield return new SeasonsOverlap(place, season.Name, other.Name);
            }
        }
    }

    // two ranges share a day exactly where one holds the first day of the other
    private static bool Overlap(Season one, Season other) =>
        one.IsYearly == other.IsYearly && (one.Contains(other.From.In(2000)) || other.Contains(one.From.In(2000)));
}
