using Fengtai.Catalog;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets;
using Microsoft.AspNetCore.Http;

namespace Fengtai.ServiceLevels.Admin;

/// <summary>A policy as its form posts it: <c>resolution.value</c>, <c>.unit</c>, <c>.calendar</c> a target. Targets without a value are left out.</summary>
public sealed class PolicyInput : PromiseInput
{
    /// <summary>Those that there are clocks for.</summary>
    public static readonly IReadOnlyList<ClockKind> Kinds =
        [ClockKind.FirstResponse, ClockKind.Plan, ClockKind.NextUpdate, ClockKind.Take, ClockKind.Arrival, ClockKind.Resolution, ClockKind.Confirmation];

    private static readonly string[] Single = ["name", "nameEn", "vip", "calendar"];
    private static readonly string[] Chosen = ["types", "categories", "priorities", "channels", "pauses"];
    private static readonly string[] Typed = ["departments", "sites"];
    private static readonly string[] TargetFields = ["value", "unit", "calendar"];

    private PolicyInput(IReadOnlyDictionary<string, string> values)
        : base(values)
    {
    }

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
        Write(values, draft.Steps);
        return new(values);
    }

    public static PolicyInput From(IFormCollection form) =>
        new(Read(form, Single.Concat(Typed).Concat(Kinds.SelectMany(k => TargetFields.Select(f => $"{Words.Of(k)}.{f}"))), Chosen));

    internal static PolicyInput From(IReadOnlyDictionary<string, string> values) => new(values);

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
            ReadSteps(refusals));
        refusals.InsertRange(0, texts.Refusals);
        return refusals.Count > 0 ? Result<PolicyDraft>.Refused(refusals) : draft;
    }

    private PolicyTarget Target(ClockKind kind, List<Refusal> refusals)
    {
        var clock = Words.Of(kind);
        return new(kind, Whole($"{clock}.value"), Word<TargetUnit>($"{clock}.unit", this[$"{clock}.unit"], refusals), this[$"{clock}.calendar"] is { Length: > 0 } own ? Id($"{clock}.calendar", own, refusals) : null);
    }
}
