using Fengtai.Platform.Refusals;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>What an agreement is held against.</summary>
/// <param name="Policies">All that there are.</param>
/// <param name="Responsible">Who may look after an agreement.</param>
internal sealed record AgreementGround(PolicyGround Promised, IReadOnlySet<Guid> Policies, IReadOnlySet<Guid> Teams, IReadOnlySet<Guid> Responsible);

/// <summary>What cannot be agreed, and where it stands.</summary>
internal static class AgreementChecks
{
    public const int WholeGoal = 100;

    /// <param name="before">As it is; null where it is new. What it names already it may go on naming.</param>
    public static IEnumerable<Refusal> Of(AgreementDraft draft, AgreementDraft? before, AgreementGround ground) =>
    [
        .. draft.Name.Length == 0 ? [new Missing("name")] : Array.Empty<Refusal>(),
        .. draft.ValidUntil < draft.ValidFrom ? [new AgreementEndsBeforeItBegins()] : Array.Empty<Refusal>(),
        .. draft.ReviewOn < draft.ValidFrom || draft.ReviewOn > draft.ValidUntil ? [new ReviewIsOutside()] : Array.Empty<Refusal>(),
        .. before is not null && before.ValidFrom <= AgreementFile.Day(ground.Promised.Now) ? OfBegun(draft, before, ground) : [],
        .. draft.Goal is < 1 or > WholeGoal ? [new NumberIsNotUsable("goal", WholeGoal)] : Array.Empty<Refusal>(),
        .. draft.ResponsibleId is { } person && person != before?.ResponsibleId && !ground.Responsible.Contains(person) ? [new UnknownValue("responsible", person.ToString())] : Array.Empty<Refusal>(),
        .. draft.Categories.Where(c => ground.Promised.Tree.Find(c) is null).Select(c => new UnknownValue("categories", c.ToString())),
        .. draft.Kind == AgreementKind.Sla ? OfPolicies(draft, ground) : OfShare(draft, before, ground),
    ];

    /// <summary>What has been measured stays measured, and by whom.</summary>
    private static IEnumerable<Refusal> OfBegun(AgreementDraft draft, AgreementDraft before, AgreementGround ground)
    {
        var earliest = EndAgreement.Earliest(before.ValidFrom, AgreementFile.Day(ground.Promised.Now));
        if (draft.ValidUntil != before.ValidUntil && draft.ValidUntil < earliest)
        {
            yield return new AgreementCannotEndThen(earliest, "until");
        }
        if (draft.TeamId is not null && draft.TeamId != before.TeamId)
        {
            yield return new AgreementKeepsItsTeam();
        }
    }

    /// <summary>That no other agreement asks something else for the same.</summary>
    public static IEnumerable<Refusal> Contentions(Agreement agreement, IEnumerable<Agreement> all) => all
        .Where(other => other.Id != agreement.Id && AgreementMatch.Contend(agreement, other))
        .Select(other => new AgreementsContend(agreement.Kind == AgreementKind.Ola ? "team" : "supplier", other.Title.ToString()))
        .Take(1);

    private static IEnumerable<Refusal> OfPolicies(AgreementDraft draft, AgreementGround ground) =>
    [
        .. draft.Customer.Length == 0 ? [new Missing("customer")] : Array.Empty<Refusal>(),
        .. draft.Policies.Count == 0 ? [new NothingIsAgreed("policies")] : Array.Empty<Refusal>(),
        .. draft.Policies.Where(p => !ground.Policies.Contains(p)).Select(p => new UnknownValue("policies", p.ToString())),
    ];

    private static IEnumerable<Refusal> OfShare(AgreementDraft draft, AgreementDraft? before, AgreementGround ground)
    {
        var calendar = draft.CalendarId is { } id ? [.. PolicyChecks.OfCalendar("calendar", id, before?.CalendarId is { } used ? [used] : [], ground.Promised)] : new List<Refusal> { new Missing("calendar") };
        return
        [
            .. OfParty(draft, ground),
            .. calendar,
            .. draft.Targets.Count == 0 ? [new NothingIsAgreed("targets")] : Array.Empty<Refusal>(),
            .. draft.Targets.SelectMany(t => PolicyChecks.OfTime($"{Words.Of(t.Priority)}.value", t.Value, t.Unit, draft.CalendarId ?? Guid.Empty, ground.Promised, isCounted: calendar.Count == 0)),
            .. draft.Targets.GroupBy(t => t.Priority).Where(g => g.Count() > 1).Select(g => new TargetIsGivenTwice($"{Words.Of(g.Key)}.value")),
            .. draft.Steps.SelectMany((s, i) => PolicyChecks.OfStep(s, i, draft.Steps).Concat(draft.Targets.Count > 0 ? StepChecks.Of(s, $"step{i}", AsPolicy(draft)) : [])),
        ];
    }

    /// <summary>Its steps are held against its targets as those of a policy for such tickets would be.</summary>
    private static PolicyDraft AsPolicy(AgreementDraft draft)
    {
        var kind = draft.Kind == AgreementKind.Ola ? ClockKind.Ola : ClockKind.Uc;
        return new(
            draft.Name, draft.NameEn, PolicyConditions.None with { Priorities = [.. draft.Targets.Select(t => t.Priority)] }, draft.CalendarId ?? Guid.Empty,
            [.. draft.Targets.Select(t => new PolicyTarget(kind, t.Value, t.Unit))], draft.Pauses, draft.Steps);
    }

    private static IEnumerable<Refusal> OfParty(AgreementDraft draft, AgreementGround ground) => draft switch
    {
        { Kind: AgreementKind.Uc, Supplier.Length: 0 } => [new Missing("supplier")],
        { Kind: AgreementKind.Ola, TeamId: null } => [new Missing("team")],
        { Kind: AgreementKind.Ola, TeamId: { } team } when !ground.Teams.Contains(team) => [new UnknownValue("team", team.ToString())],
        _ => [],
    };
}
