using System.Globalization;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Http;

namespace Fengtai.ServiceLevels.Admin;

/// <summary>
/// What a form of promises posts, by the names of its fields: <c>step0.moment</c>, <c>.value</c>, <c>.kinds</c>, <c>.acts</c> a step. Of several
/// choices one value is kept, parted by blanks; of typed lines one, parted by line ends. Steps that are empty or to be taken away are left out.
/// </summary>
public abstract class PromiseInput
{
    public const int MostSteps = 12;
    private const int MostPlaces = 200;
    private const int LongestPlace = 100;

    private static readonly string[] StepFields = ["key", "moment", "value", "kinds", "acts"];

    private readonly IReadOnlyDictionary<string, string> _values;

    protected PromiseInput(IReadOnlyDictionary<string, string> values) => _values = values;

    public string this[string name] => _values.GetValueOrDefault(name, "");

    /// <summary>How many it has.</summary>
    public int Steps => Enumerable.Range(0, MostSteps).Count(i => !IsEmpty(_values, i));

    public IReadOnlyList<string> Many(string name) => this[name].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal IReadOnlyDictionary<string, string> Values() => _values;

    /// <summary>With the fields of steps that the other side has and this one has not.</summary>
    internal Dictionary<string, string> With(IReadOnlyDictionary<string, string> others) => _values.Keys.Union(others.Keys).ToDictionary(k => k, k => this[k]);

    private protected static void Write(Dictionary<string, string> values, IReadOnlyList<EscalationStep> steps)
    {
        foreach (var (i, step) in steps.Index())
        {
            (values[$"step{i}.key"], values[$"step{i}.moment"], values[$"step{i}.value"]) = (step.Key, Words.Of(step.Moment), step.Moment == StepMoment.Due ? "" : Number(step.Value));
            (values[$"step{i}.kinds"], values[$"step{i}.acts"]) = (Joined(step.Kinds), Joined(step.Acts));
        }
    }

    /// <param name="single">Fields of one value.</param>
    /// <param name="chosen">Fields of several.</param>
    private protected static Dictionary<string, string> Read(IFormCollection form, IEnumerable<string> single, IEnumerable<string> chosen)
    {
        var values = new Dictionary<string, string>();
        foreach (var name in single)
        {
            values[name] = One(name);
        }
        foreach (var name in chosen)
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
        return values;

        string One(string name) => form[name].ToString().Trim().ReplaceLineEndings("\n");
        string Several(string name) => string.Join(' ', form[name].Where(v => !string.IsNullOrEmpty(v) && !v.Contains(' ', StringComparison.Ordinal)));
        Dictionary<string, string> Posted(int step) => StepFields.ToDictionary(f => $"step{step}.{f}", f => f is "kinds" or "acts" ? Several($"step{step}.{f}") : One($"step{step}.{f}"));
    }

    private protected IReadOnlyList<EscalationStep> ReadSteps(List<Refusal> refusals) => [.. Enumerable.Range(0, Steps).Select(i => Step(i, refusals))];

    /// <summary>What is no whole number is none that could be used.</summary>
    private protected int Whole(string field) => int.TryParse(this[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private protected IReadOnlyList<T> WordsOf<T>(string field, List<Refusal> refusals) where T : struct, Enum => [.. Many(field).Distinct().Select(w => Word<T>(field, w, refusals))];

    private protected static T Word<T>(string field, string word, List<Refusal> refusals) where T : struct, Enum
    {
        if (!Words.TryParse<T>(word, out var value))
        {
            refusals.Add(new UnknownValue(field, word));
        }
        return value;
    }

    private protected static Guid Id(string field, string text, List<Refusal> refusals)
    {
        if (!Guid.TryParse(text, out var id))
        {
            refusals.Add(new UnknownValue(field, text));
        }
        return id;
    }

    private protected IReadOnlyList<string> Lines(string field, GivenTexts texts) =>
        [.. texts.Lines(field, this[field], MostPlaces * LongestPlace).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    private protected static string Joined<T>(IEnumerable<T> values) where T : struct, Enum => string.Join(' ', values.Select(Words.Of));

    private protected static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

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

    private static bool IsEmpty(IReadOnlyDictionary<string, string> values, int step) =>
        StepFields.Where(f => f != "key").All(f => values.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"step{step}.{f}"), "").Length == 0);
}
