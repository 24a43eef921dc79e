using Fengtai.Calendars.Rules;
using Microsoft.Extensions.Localization;

namespace Fengtai.Calendars;

/// <summary>A week in as few lines as it has kinds of days: Monday–Friday 08:30–12:00, 13:30–17:30.</summary>
public static class WeekWords
{
    /// <summary>Several in one line.</summary>
    public static string Listed(IEnumerable<string> words, IStringLocalizer texts) => words.DefaultIfEmpty("").Aggregate((all, one) => texts["ui.list", all, one]);

    public static IEnumerable<string> Of(WeekHours week, IStringLocalizer texts)
    {
        var days = WeekHours.Days.Zip(WeekHours.Names, (day, name) => (Name: name, Hours: HoursText.Write(week[day]))).ToList();
        for (var first = 0; first < days.Count;)
        {
            var last = first;
            while (last + 1 < days.Count && days[last + 1].Hours == days[first].Hours)
            {
                last++;
            }
            if (days[first].Hours.Length > 0)
            {
                var name = last == first ? texts[$"calendars.data.{days[first].Name}"].Value : texts["calendars.range", texts[$"calendars.data.{days[first].Name}"].Value, texts[$"calendars.data.{days[last].Name}"].Value].Value;
                yield return $"{name} {days[first].Hours}";
            }
            first = last + 1;
        }
    }
}
