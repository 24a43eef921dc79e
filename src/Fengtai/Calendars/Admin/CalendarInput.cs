using System.Globalization;
using Fengtai.Calendars.Rules;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Http;

namespace Fengtai.Calendars.Admin;

/// <summary>
/// A calendar as its form posts it: <c>mon</c> is a day's hours in one line, <c>season0.name</c>, <c>.from</c>, <c>.to</c>, <c>.mon</c> a season.
/// Seasons that are empty or to be taken away are left out.
/// </summary>
public sealed class CalendarInput
{
    public const int MostSeasons = 12;

    private static readonly string[] SeasonFields = ["name", "from", "to", .. WeekHours.Names];

    private readonly IReadOnlyDictionary<string, string> _values;

    private CalendarInput(IReadOnlyDictionary<string, string> values) => _values = values;

    public string this[string name] => _values.GetValueOrDefault(name, "");

    /// <summary>How many it has.</summary>
    public int Seasons => Enumerable.Range(0, MostSeasons).Count(i => !IsEmpty(i));

    public IReadOnlyList<string> Holidays => this["holidays"].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal static CalendarInput Of(CalendarDraft draft)
    {
        var values = new Dictionary<string, string> { ["name"] = draft.Name, ["nameEn"] = draft.NameEn, ["timeZone"] = draft.TimeZone, ["holidays"] = string.Join(' ', draft.Holidays) };
        Write("", draft.Week);
        foreach (var (i, season) in draft.Seasons.Index())
        {
            (values[$"season{i}.name"], values[$"season{i}.from"], values[$"season{i}.to"]) = (season.Name, season.From.ToString(), season.To.ToString());
            Write($"season{i}.", season.Week);
        }
        return new(values);

        void Write(string prefix, WeekHours week)
        {
            foreach (var (day, name) in WeekHours.Days.Zip(WeekHours.Names))
            {
                values[prefix + name] = HoursText.Write(week[day]);
            }
        }
    }

    public static CalendarInput From(IFormCollection form)
    {
        var posted = form.ToDictionary(f => f.Key, f => f.Value.ToString().Trim());
        var values = WeekHours.Names.Concat(["name", "nameEn", "timeZone"]).ToDictionary(n => n, n => posted.GetValueOrDefault(n, ""));
        values["holidays"] = string.Join(' ', form["holidays"].Where(h => !string.IsNullOrEmpty(h)));
        var kept = Enumerable.Range(0, MostSeasons).Where(i => !posted.ContainsKey($"season{i}.gone") && SeasonFields.Any(f => posted.GetValueOrDefault($"season{i}.{f}", "").Length > 0));
        foreach (var (to, from) in kept.Index())
        {
            foreach (var field in SeasonFields)
            {
                values[$"season{to}.{field}"] = posted.GetValueOrDefault($"season{from}.{field}", "");
            }
        }
        return new(values);
    }

    internal static CalendarInput From(IReadOnlyDictionary<string, string> values) => new(values);

    internal IReadOnlyDictionary<string, string> Values() => _values;

    /// <summary>Refusals name the form's fields.</summary>
    internal Result<CalendarDraft> Read()
    {
        var texts = new GivenTexts();
        var refusals = new List<Refusal>();
        var draft = new CalendarDraft(
            texts.Line("name", this["name"], CalendarDraft.LongestName, required: true),
            texts.Line("nameEn", this["nameEn"], CalendarDraft.LongestName),
            this["timeZone"],
            Week("", refusals),
            [.. Enumerable.Range(0, Seasons).Select(i => Season(i, texts, refusals)).OfType<Season>()],
            [.. Holidays.Select(h => Guid.TryParse(h, out var id) ? id : Guid.Empty).Where(h => h != Guid.Empty).Distinct()]);
        refusals.InsertRange(0, texts.Refusals);
        return refusals.Count > 0 ? Result<CalendarDraft>.Refused(refusals) : draft;
    }

    private Season? Season(int i, GivenTexts texts, List<Refusal> refusals)
    {
        var name = texts.Line($"season{i}.name", this[$"season{i}.name"], CalendarDraft.LongestName, required: true);
        var (from, to) = (Day($"season{i}.from"), Day($"season{i}.to"));
        var week = Week($"season{i}.", refusals);
        return from is { } begin && to is { } end ? new(name, begin, end, week) : null;

        SeasonDay? Day(string field)
        {
            var day = SeasonDay.Read(this[field]);
            if (day is null)
            {
                refusals.Add(new DateIsNotUsable(field, this[field] is { Length: > 40 } much ? much[..40] : this[field]));
            }
            return day;
        }
    }

    private WeekHours Week(string prefix, List<Refusal> refusals) => WeekHours.Of([.. WeekHours.Names.Select(name =>
    {
        var hours = HoursText.Read(prefix + name, this[prefix + name]);
        refusals.AddRange(hours.Refusals);
        return hours.IsRefused ? [] : hours.Value;
    })]);

    private bool IsEmpty(int season) => SeasonFields.All(f => this[string.Create(CultureInfo.InvariantCulture, $"season{season}.{f}")].Length == 0);
}
