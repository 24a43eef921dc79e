using System.Globalization;
using Fengtai.Catalog;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets;
using Microsoft.AspNetCore.Http;

namespace Fengtai.ServiceLevels.Admin;

/// <summary>
/// A policy as its form posts it: <c>resolution.value</c>, <c>.unit</c>, <c>.calendar</c> a target, <c>step0.moment</c>, <c>.value</c>,
/// <c>.kinds</c>, <c>.acts</c> a step. Of several choices one value is kept, parted by blanks; of typed lines one, parted by line ends.
/// Targets without a value and steps that are empty or to be taken away are left out.
/// </summary>
public sealed class PolicyInput
{
    public const int MostSteps = 12;
    private const int MostPlaces = 200;
    private const int LongestPlace = 100;

    /// <summary>Those that there are clocks for.</summary>
    public static readonly IReadOnlyList<ClockKind> Kinds =
        [ClockKind.FirstResponse, ClockKind.Plan, ClockKind.NextUpdate, ClockKind.Take, ClockKind.Arrival, ClockKind.Resolution, ClockKind.Confirmation];

    private static readonly string[] Single = ["name", "nameEn", "vip", "calendar"];
    private static readonly string[] Chosen = ["types", "categories", "priorities", "channels", "pauses"];
    private static readonly string[] Typed = ["departments", "sites"];
    private static readonly string[] TargetFields = ["value", "unit", "calendar"];
    private static readonly string[] StepFields = ["key", "moment", "value", "kinds", "acts"];

    private readonly IReadOnlyDictionary<string, string> _values;

    private PolicyInput(IReadOnlyDictionary<string, string> values) => _values = values;

    public string this[string name] => _values.GetValueOrDefault(name, "");

    /// <summary>How many it has.</summary>
    public int Steps => Enumerable.Range(0, MostSteps).Count(i => !IsEmpty(_values, i));

    public IReadOnlyList<string> Many(string name) => this[name].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal static PolicyInput Of(PolicyDraft draft)
    {
        var values = new Dictionary<string, string>
        {
            ["name"] = draft.Name,
            ["nameEn"] = draft.NameEn,
            ["types"] = Joined(draft.Conditions.Types),
            ["categories"] = string.Join(' ', draft.Conditions.Categories),
            ["priorities"] = Joined(draft.Conditions.Priorities),
            ["departments"] = string.Join('\n', draft.Conditions.Departments),
            ["sites"] = string.Join('\n', draft.Conditions.Sites),
            ["channels"] = Joined(draft.Conditions.Channels),
            ["vip"] = draft.Conditions.Vip switch { true => "only", false => "not", null => "" },
            ["calendar"] = draft.CalendarId.ToString(),
            ["pauses"] = Joined(draft.Pauses),
        };
        foreach (var target in draft.Targets)
        {
            var clock = Words.Of(target.Kind);
            (values[$"{clock}.value"], values[$"{clock}.unit"], values[$"{clock}.calendar"]) = (Number(target.Value), Words.Of(target.Unit), target.Calendar?.ToString() ?? "");
        }
        foreach (var (i, step) in draft.Steps.Index())
        {
            (values[$"step{i}.key"], values[$"step{i}.moment"], values[$"step{i}.value"]) = (step.Key, Words.Of(step.Moment), step.Moment == StepMoment.Due ? "" : Number(step.Value));
            (values[$"step{i}.kinds"], values[$"step{i}.acts"]) = (Joined(step.Kinds), Joined(step.Acts));
        }
        return new(values);
    }

    public static PolicyInput From(IFormCollection form)
    {
        var values = new Dictionary<string, string>();
        foreach (var name in Single.Concat(Typed).Concat(Kinds.SelectMany(k => TargetFields.Select(f => $"{Words.Of(k)}.{f}"))))
        {
            values[name] = One(name);
        }
        foreach (var name in Chosen)
        {
            values[name] = Several(name);
        }
        foreach (var (to, from) in Enumerable.Range(0, MostSteps).Where(i => !form.ContainsKey($"step{i}.gone") && !IsEmpty(Posted(i), i)).Index())
        {
            foreach (var field in StepFields)
            {
                values[$"step{to}.{field}"] = Posted(from)[$"step{from}.{field}"];
            }
        }
        return new(values);

        string One(string name) => form[name].ToString().Trim().ReplaceLineEndings("\n");
        string Several(string name) => string.Join(' ', form[name].Where(v => !string.IsNullOrEmpty(v) && !v.Contains(' ', StringComparison.Ordinal)));
        Dictionary<string, string> Posted(int step) => StepFields.ToDictionary(f => $"step{step}.{f}", f => f is "kinds" or "acts" ? Several($"step{step}.{f}") : One($"step{step}.{f}"));
    }

    internal static PolicyInput From(IReadOnlyDictionary<string, string> values) => new(values);

    internal IReadOnlyDictionary<string, string> Values() => _values;

    /// <summary>Refusals name the form's fields.</summary>
    internal Result<PolicyDraft> Read()
    {
        var (texts, refusals) = (new GivenTexts(), new List<Refusal>());
        var draft = new PolicyDraft(
            texts.Line("name", this["name"], PolicyDraft.LongestName, required: true),
            texts.Line("nameEn", this["nameEn"], PolicyDraft.LongestName),
            new(
                WordsOf<TicketType>("types", refusals),
                [.. Many("categories").Select(c => Id("categories", c, refusals))],
                WordsOf<Priority>("priorities", refusals),
                Lines("departments", texts),
                Lines("sites", texts),
                WordsOf<Channel>("channels", refusals),
                this["vip"] switch { "only" => true, "not" => false, _ => null }),
            Id("calendar", this["calendar"], refusals),
            [.. Kinds.Where(k => this[$"{Words.Of(k)}.value"].Length > 0).Select(k => Target(k, refusals))],
            WordsOf<WaitReason>("pauses", refusals),
            [.. Enumerable.Range(0, Steps).Select(i => Step(i, refusals))]);
        refusals.InsertRange(0, texts.Refusals);
        return refusals.Count > 0 ? Result<PolicyDraft>.Refused(refusals) : draft;
    }

    private PolicyTarget Target(ClockKind kind, List<Refusal> refusals)
    {
        var clock = Words.Of(kind);
        return new(kind, Whole($"{clock}.value"), Word<TargetUnit>($"{clock}.unit", this[$"{clock}.unit"], refusals), this[$"{clock}.calendar"] is { Length: > 0 } own ? Id($"{clock}.calendar", own, refusals) : null);
    }

    private EscalationStep Step(int i, List<Refusal> refusals)
    {
        var moment = Word<StepMoment>($"step{i}.moment", this[$"step{i}.moment"], refusals);
        if (this[$"step{i}.key"] is not { Length: > 0 and <= 40 } key)
        {
            refusals.Add(new Missing($"step{i}.key"));
            key = "";
        }
        return new(key, WordsOf<ClockKind>($"step{i}.kinds", refusals), moment, moment == StepMoment.Due ? 0 : Whole($"step{i}.value"), WordsOf<StepAct>($"step{i}.acts", refusals));
    }

    /// <summary>What is no whole number is none that could be used.</summary>
    private int Whole(string field) => int.TryParse(this[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private IReadOnlyList<T> WordsOf<T>(string field, List<Refusal> refusals) where T : struct, Enum => [.. Many(field).Distinct().Select(w => Word<T>(field, w, refusals))];

    private static T Word<T>(string field, string word, List<Refusal> refusals) where T : struct, Enum
    {
        if (!Words.TryParse<T>(word, out var value))
        {
            refusals.Add(new UnknownValue(field, word));
        }
        return value;
    }

    private static Guid Id(string field, string text, List<Refusal> refusals)
    {
        if (!Guid.TryParse(text, out var id))
        {
            refusals.Add(new UnknownValue(field, text));
        }
        return id;
    }

    private IReadOnlyList<string> Lines(string field, GivenTexts texts) =>
        [.. texts.Lines(field, this[field], MostPlaces * LongestPlace).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    private static bool IsEmpty(IReadOnlyDictionary<string, string> values, int step) =>
        StepFields.Where(f => f != "key").All(f => values.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"step{step}.{f}"), "").Length == 0);

    private static string Joined<T>(IEnumerable<T> values) where T : struct, Enum => string.Join(' ', values.Select(Words.Of));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
