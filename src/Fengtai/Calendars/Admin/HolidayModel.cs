using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Fengtai.Calendars.Admin;

/// <summary>A year of a holiday list as its page shows it.</summary>
/// <param name="Tabs">The years that there are, this one and the next.</param>
/// <param name="Days">As stored.</param>
public sealed record HolidayModel(Guid Id, string Name, int Year, IReadOnlyList<int> Tabs, IReadOnlyList<HolidayDay> Days, FormBasis Basis)
{
    public bool IsMissing => Days.Count == 0;
}

/// <summary>Days that would be saved, and what they would move.</summary>
public sealed record HolidayPreview(IReadOnlyList<HolidayDay> Days, IReadOnlyList<(KeptCalendar Calendar, IReadOnlyList<CalendarImpact> Moved)> Moved);

/// <summary>Neighbouring days of one name in one line.</summary>
internal sealed record HolidayLines(string Days, string Name, bool IsWorked)
{
    public static IEnumerable<HolidayLines> Of(IReadOnlyList<HolidayDay> days, IStringLocalizer texts, CultureInfo culture)
    {
        for (var first = 0; first < days.Count;)
        {
            var last = first;
            while (last + 1 < days.Count && days[last].Date.AddDays(1) == days[last + 1].Date && days[last + 1] with { Date = days[first].Date } == days[first])
            {
                last++;
            }
            yield return new(last == first ? days[first].Date.ToString(texts["calendars.day"], culture) : texts["calendars.until", Said(days[first].Date), Said(days[last].Date)], days[first].Title.ToString(), days[first].IsWorked);
            first = last + 1;
        }

        string Said(DateOnly date) => date.ToString(texts["calendars.shortDay"], culture);
    }
}
