using System.Text.Json.Nodes;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Templates;

namespace Fengtai.Tickets.Macros;

/// <summary>Reads and checks what is given of a macro: everything that is wrong is said at once, with its place: <c>steps[1].text</c>.</summary>
internal sealed class MacroInputs(Audiences audiences, TeamLeads leads, MacroReferences references)
{
    public const int LongestName = 60;

    /// <param name="now">The macro as it is; null for a new one.</param>
    public async Task<Result<ReadMacro>> ReadAsync(MacroInput input, Macro? now, Actor actor, CancellationToken cancellation)
    {
        var texts = new GivenTexts();
        var name = input.Name is null && now is not null ? now.Name : texts.Line("name", input.Name, LongestName, required: true);
        var shared = await audiences.ReadAsync(input.SharedWith, now, TicketPermissions.ShareTemplates, team => leads.WithTeamAsync(team, actor, cancellation), actor, cancellation);
        var steps = input.Steps ?? (now is null ? [] : MacroSteps.Of(now));
        List<Refusal> refusals = [.. texts.Refusals, .. shared.Refusals, .. Wrong(steps)];
        if (refusals.Count == 0 && input.Steps is not null)
        {
            refusals.AddRange((await references.GoneAsync(steps, cancellation)).Select(g => new UnknownValue(Place(g.Step, g.Member), g.Value)));
        }
        return refusals.Count > 0 ? Result<ReadMacro>.Refused(refusals) : new ReadMacro(name, steps, shared.Value);
    }

    public static string Place(int step, string member) => $"steps[{step}].{member}";

    /// <summary>What is wrong with steps whatever there is in the database.</summary>
    public static IEnumerable<Refusal> Wrong(IReadOnlyList<MacroStep> steps) => steps.Count switch
    {
        0 => [new Missing("steps")],
        > MacroSteps.Most => [new TooManySteps(MacroSteps.Most)],
        _ => steps.SelectMany((step, index) => Wrong(index, step)),
    };

    private static IEnumerable<Refusal> Wrong(int index, MacroStep step)
    {
        if (!Words.TryParse<MacroAct>(step.Act, out var act))
        {
            return [new UnknownValue(Place(index, "act"), step.Act ?? "")];
        }
        var (door, input) = (MacroDoors.Of(act), step.Input ?? []);
        // the wrong shape first: what cannot be read cannot be judged
        if (door.Read(input).Refusals is [var unread, ..])
        {
            return [new UnknownValue(Place(index, (unread.Field ?? "$").TrimStart('$', '.')), "")];
        }
        return
        [
            // written otherwise it would be read, and not known for what it is
            .. input.Where(m => !door.Members.Contains(m.Key)).Select(m => new UnknownValue(Place(index, m.Key), "")),
            .. input.Where(m => MacroDoor.IsOfTheMoment(m.Key) && m.Value is not null).Select(m => new UnknownValue(Place(index, m.Key), m.Value!.ToString())),
            .. door.Needed.Where(m => IsBlank(input[m])).Select(m => new Missing(Place(index, m))),
            .. MacroSteps.TextsOf(step).SelectMany(t => WrongText(Place(index, t.Key), t.Value)),
            .. WrongDays(index, act, step.InDays),
        ];
    }

    private static IEnumerable<Refusal> WrongText(string place, string text) =>
        [.. PlainText.Lines(place, text, TemplateInputs.LongestText).Refusals, .. Placeholders.Check(place, text)];

    private static IEnumerable<Refusal> WrongDays(int index, MacroAct act, int? days) => (act, days) switch
    {
        (MacroAct.Wait, null) => [new Missing(Place(index, "inDays"))],
        (MacroAct.Wait, < 1) => [new WaitEndsInThePast()],
        (MacroAct.Wait, > Handling.LongestWait) => [new WaitIsTooLong(Handling.LongestWait)],
        (not MacroAct.Wait, { } given) => [new UnknownValue(Place(index, "inDays"), $"{given}")],
        _ => [],
    };

    private static bool IsBlank(JsonNode? value) => string.IsNullOrWhiteSpace(value?.ToString());
}

/// <summary>What was read and may be kept.</summary>
internal sealed record ReadMacro(string Name, IReadOnlyList<MacroStep> Steps, SharedWith SharedWith)
{
    public IReadOnlyList<MacroAct> Acts => [.. Steps.Select(MacroSteps.ActOf)];

    public void Put(Macro macro) =>
        (macro.Name, macro.Steps, macro.Audience, macro.TeamId) = (Name, MacroSteps.Write(Steps), SharedWith.Audience, SharedWith.TeamId);

    public bool IsThatOf(Macro macro) =>
        (macro.Name, MacroSteps.Write(MacroSteps.Of(macro)), macro.Audience, macro.TeamId) == (Name, MacroSteps.Write(Steps), SharedWith.Audience, SharedWith.TeamId);
}

internal sealed record TooManySteps(int Most) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "steps";

    public override object[] Arguments => [Most];
}
