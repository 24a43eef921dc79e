using System.Text.RegularExpressions;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Fengtai.Calendars.Admin;

/// <summary>Refusals at the fields of the calendar's form, with the words that stand beside them: <c>seasons[0].week.tue[1]</c> is the field <c>season0.tue</c>.</summary>
internal static partial class CalendarErrors
{
    public static FormErrors? Of(IReadOnlyList<Refusal> refusals, IStringLocalizer texts)
    {
        if (refusals.Count == 0)
        {
            return null;
        }
        var errors = new FormErrors();
        foreach (var refusal in refusals)
        {
            var place = refusal.Field;
            var field = place is null ? null : Field(place);
            errors.Add(field, texts[Problems.TextKey(refusal.GetType()), [.. refusal.Arguments.Select(a => a is string said && said == place ? Label(field!, texts) : a)]]);
        }
        return errors;
    }

    public static string Label(string field, IStringLocalizer texts)
    {
        var (season, name) = Seasonal.Match(field) is { Success: true } match ? (int.Parse(match.Groups["i"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) + 1, match.Groups["name"].Value) : (0, field);
        string label = texts[$"calendars.data.{name}"];
        return season > 0 ? texts["calendars.season.field", season, label] : label;
    }

    private static string Field(string place)
    {
        var field = Numbered.Replace(place, "");
        return field.StartsWith("seasons", StringComparison.Ordinal)
            ? Places.Replace(place, m => $"season{m.Groups["i"].Value}.{(m.Groups["day"].Success ? m.Groups["day"].Value : "from")}")
            : field switch
            {
                "week" => WeekHours.Names[0],
                _ when field.StartsWith("week.", StringComparison.Ordinal) => field[5..],
                _ => field,
            };
    }

    [GeneratedRegex(@"\[[0-9]+\]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered { get; }

    [GeneratedRegex(@"^seasons\[(?<i>[0-9]+)\](\.week\.(?<day>[a-z]+)(\[[0-9]+\])?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Places { get; }

    [GeneratedRegex(@"^season(?<i>[0-9]+)\.(?<name>[A-Za-z]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Seasonal { get; }
}
