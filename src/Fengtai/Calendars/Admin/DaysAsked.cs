using Fengtai.Calendars.Rules;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Fengtai.Calendars.Admin;

/// <summary>What the page of days is asked for: a year, what is painted already, and days that are to be painted now.</summary>
/// <param name="Brush">off, work or rule.</param>
/// <param name="Hours">Of the brush that gives work; empty for those of a Monday.</param>
internal sealed record DaysAsked(int? Year, int? Month, string Brush, string Hours, string? Pending, IReadOnlyList<DateOnly> Chosen)
{
    public const string Work = "work";

    public static DaysAsked From(IQueryCollection query) => From(n => query[n]);

    /// <summary>What was painted, without choosing more.</summary>
    public static DaysAsked From(IFormCollection form) => From(n => n == "day" ? default : form[n]);

    private static DaysAsked From(Func<string, StringValues> value) => new(
        Number(value("year")),
        Number(value("month")),
        value("as").ToString() is var brush && brush is DayPaint.Rule or Work ? brush : DayPaint.Off,
        value("hours").ToString().Trim() is { Length: <= HoursText.Longest } hours ? hours : "",
        value("p"),
        [.. value("day").Select(DayPaint.Date).OfType<DateOnly>().Take(DayPaint.Most)]);

    /// <summary>What is painted then. Painting days that all look so already takes the paint off.</summary>
    public (SortedDictionary<DateOnly, string> Painted, IEnumerable<Refusal> Refusals) Painted(CalendarDefinition calendar)
    {
        var painted = DayPaint.Read(Pending);
        var hours = HoursText.Read("hours", Hours);
        var problems = hours.IsRefused ? hours.Refusals : hours.Value.Count == 0 ? [] : WorkingTime.Compile(new("UTC", WeekHours.EveryDay(hours.Value))).Refusals;
        if (Brush == Work && Chosen.Count > 0 && problems.Count > 0)
        {
            return (painted, hours.IsRefused ? hours.Refusals : [new HoursAreInverted("hours", Hours)]);
        }
        var wanted = Chosen.Distinct().ToDictionary(d => d, d => Paint(calendar, d, hours));
        var isDone = wanted.Count > 0 && wanted.All(w => painted.GetValueOrDefault(w.Key) == w.Value);
        foreach (var (date, paint) in wanted)
        {
            if (isDone || paint == DayPaint.Of(calendar, date))
            {
                painted.Remove(date);
            }
            else if (painted.Count < DayPaint.Most)
            {
                painted[date] = paint;
            }
        }
        return (painted, []);
    }

    private string Paint(CalendarDefinition calendar, DateOnly date, Result<IReadOnlyList<OpenHours>> hours) =>
        Brush != Work ? Brush
        : DayPaint.Hours(!hours.IsRefused && hours.Value.Count > 0 ? hours.Value : (new DayPlans(calendar, HolidayDays.None).On(date).Season?.Week ?? calendar.Week).MakeUp);

    private static int? Number(StringValues value) => int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
