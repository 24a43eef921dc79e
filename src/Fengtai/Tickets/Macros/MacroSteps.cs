using System.Text.Json;
using System.Text.Json.Nodes;
using Fengtai.Platform.Http;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Macros;

/// <summary>One act of a macro.</summary>
/// <param name="Act">A word of <see cref="MacroAct"/>: the act's name in the API.</param>
/// <param name="Input">What the act takes in the API; its texts may hold placeholders.</param>
/// <param name="InDays">Of <c>wait</c>, in place of a date: so many days later, in the morning.</param>
internal sealed record MacroStep(string Act, JsonObject? Input = null, int? InDays = null);

/// <summary>How the steps of a macro are kept, and which of their members are what.</summary>
internal static class MacroSteps
{
    /// <summary>The most that one macro does.</summary>
    public const int Most = 10;

    public const string Team = "team";
    public const string Assignee = "assignee";
    public const string Category = "category";
    public const string Supplier = "supplier";

    public static IReadOnlyList<MacroStep> Of(Macro macro) => JsonSerializer.Deserialize<List<MacroStep>>(macro.Steps, Json.Options) ?? [];

    public static string Write(IReadOnlyList<MacroStep> steps) => Json.WithoutNul(JsonSerializer.Serialize(steps.Select(Lean), Json.Options));

    public static MacroAct ActOf(MacroStep step) => Words.Parse<MacroAct>(step.Act);

    /// <summary>What people read; the others are codes and words.</summary>
    public static IEnumerable<KeyValuePair<string, string>> TextsOf(MacroStep step) =>
        Members(step).Where(m => MacroDoors.Of(ActOf(step)).Texts.Contains(m.Key));

    /// <summary>What stands for a team, a person or a category that may go one day.</summary>
    public static IEnumerable<KeyValuePair<string, string>> ReferencesOf(MacroStep step) => Members(step).Where(m => m.Key is Team or Assignee or Category && m.Value.Length > 0);

    private static IEnumerable<KeyValuePair<string, string>> Members(MacroStep step) =>
        (step.Input ?? []).Where(m => m.Value?.GetValueKind() == JsonValueKind.String).Select(m => KeyValuePair.Create(m.Key, m.Value!.GetValue<string>()));

    // what is empty says nothing; the database keeps no order of members
    private static MacroStep Lean(MacroStep step) => step with
    {
        Input = new([.. (step.Input ?? []).Where(m => m.Value is not null && !(m.Value.GetValueKind() == JsonValueKind.String && m.Value.GetValue<string>().Length == 0)).OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))]),
    };
}
