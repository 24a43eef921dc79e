using System.Globalization;
using System.Text.Json.Nodes;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Macros;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.Primitives;

namespace Fengtai.Tickets.Desk.Macros;

/// <summary>
/// The steps of a macro in a form: hidden inputs <c>step</c> name their keys in their order, and each input of a step begins with its key,
/// so that it stays the same input when the step is moved.
/// </summary>
internal static class MacroFormReading
{
    private const string StepInput = "step";
    private const string ActInput = "act";
    private const string DaysInput = "inDays";

    /// <summary>As they stand in the form, whatever they hold.</summary>
    public static IReadOnlyList<MacroFormStep> Shown(IFormCollection form) =>
        [.. form[StepInput].OfType<string>().Take(MacroSteps.Most + 1).Select(key => new MacroFormStep(
            key,
            form[$"{key}.{ActInput}"].ToString(),
            form.Where(f => f.Key.StartsWith(key + ".", StringComparison.Ordinal)).ToDictionary(f => f.Key[(key.Length + 1)..], f => f.Value.Count > 0 ? f.Value[^1] ?? "" : "")))
            .Where(s => Words.TryParse<MacroAct>(s.Act, out _))];

    /// <summary>As they are kept.</summary>
    public static IReadOnlyList<MacroFormStep> Shown(Macro macro) =>
        [.. MacroSteps.Of(macro).Select(step => new MacroFormStep(
            NewKey(),
            step.Act,
            (step.Input ?? []).Select(m => KeyValuePair.Create(m.Key, m.Value?.ToString() ?? ""))
                .Append(KeyValuePair.Create(DaysInput, step.InDays?.ToString(CultureInfo.InvariantCulture) ?? ""))
                .ToDictionary(m => m.Key, m => m.Value)))];

    public static MacroFormStep New(MacroAct act) => new(NewKey(), Words.Of(act), new Dictionary<string, string> { [DaysInput] = "1" });

    public static Result<IReadOnlyList<MacroStep>> Read(IReadOnlyList<MacroFormStep> shown, TimeZoneInfo zone)
    {
        var steps = new List<MacroStep>();
        var refusals = new List<Refusal>();
        foreach (var (index, step) in shown.Index())
        {
            var act = Words.Parse<MacroAct>(step.Act);
            var input = MacroDoors.Of(act).ReadForm(new FormCollection(step.Values.ToDictionary(v => v.Key, v => new StringValues(v.Value))), zone);
            refusals.AddRange(input.Refusals.OfType<UnknownValue>().Select(r => new UnknownValue(MacroInputs.Place(index, r.Name), r.Value)));
            var days = act == MacroAct.Wait && int.TryParse(step.Of(DaysInput), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : (int?)null;
            steps.Add(new(step.Act, input.IsRefused ? [] : Said(input.Value), days));
        }
        return refusals.Count > 0 ? Result<IReadOnlyList<MacroStep>>.Refused(refusals) : steps;
    }

    /// <summary>The input of the form that a refusal is about: <c>steps[1].text</c> is <c>s4f2a.text</c>.</summary>
    public static string? InputOf(string? field, IReadOnlyList<MacroFormStep> shown)
    {
        if (field is null || !field.StartsWith("steps[", StringComparison.Ordinal) || field.IndexOf(']', StringComparison.Ordinal) is var end && end < 0)
        {
            return field;
        }
        return int.TryParse(field[6..end], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shown.Count ? shown[index].Name(field[(end + 2)..]) : field;
    }

    private static JsonObject Said(JsonObject input) => new([.. input.Where(m => m.Value is not null).Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))]);

    private static string NewKey() => string.Concat("s", Guid.NewGuid().ToString("n").AsSpan(0, 6));
}
