using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Platform.Refusals;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>What a policy is held against.</summary>
/// <param name="Calendars">All of them, also those that are not offered any more.</param>
internal sealed record PolicyGround(IReadOnlyDictionary<Guid, KeptCalendar> Calendars, CategoryTree Tree, DateTimeOffset Now);

/// <summary>What cannot be promised, and where it stands.</summary>
internal static class PolicyChecks
{
    /// <summary>Minutes of two years round the clock, and more working days than anybody promises.</summary>
    public const int Most = 1_000_000;

    public const int LastPercent = 99;

    /// <param name="before">The policy as it is; null where it is new. What it goes by already it may go by.</param>
    public static IEnumerable<Refusal> Of(PolicyDraft draft, PolicyDraft? before, PolicyGround ground)
    {
        var used = before is null ? [] : before.Targets.Select(t => t.Calendar).OfType<Guid>().Append(before.CalendarId).ToHashSet();
        return
        [
            .. draft.Name.Length == 0 ? [new Missing("name")] : Array.Empty<Refusal>(),
            .. draft.Conditions.Categories.Where(c => ground.Tree.Find(c) is null).Select(c => new UnknownValue("categories", c.ToString())),
            .. OfCalendar("calendar", draft.CalendarId, used, ground),
            .. draft.Targets.SelectMany((t, i) => OfTarget(t, draft.Targets.Take(i).Any(o => o.Kind == t.Kind), draft.CalendarId, used, ground)),
            .. draft.Steps.SelectMany((s, i) => OfStep(s, i, draft.Steps).Concat(StepChecks.Of(s, $"step{i}", draft))),
        ];
    }

    /// <summary>Whether tickets still reach what is in force: of what a change brought about, not of what was there before.</summary>
    /// <param name="inOrder">All policies as they would stand.</param>
    /// <param name="changed">The one that was changed, moved or put in force.</param>
    /// <param name="place">Where it was said; null where nowhere by itself.</param>
    public static IEnumerable<Refusal> Reach(IReadOnlyList<Policy> inOrder, Guid changed, PolicyGround ground, string? place = null)
    {
        var inForce = inOrder.Where(p => p.IsActive).ToList();
        var at = inForce.FindIndex(p => p.Id == changed);
        if (at < 0)
        {
            return [];
        }
        var reach = new PolicyReach(inForce, ground.Tree);
        return reach.TakersOf(at, Enumerable.Range(0, at)) is { Count: > 0 } takers
            ? [new PolicyIsNeverReached(Names(takers), place)]
            : Enumerable.Range(at + 1, inForce.Count - at - 1).Select(Hidden).OfType<Refusal>();

        PolicyHidesAnother? Hidden(int later) =>
            reach.TakersOf(later, Enumerable.Range(0, later)) is { Count: > 0 } together && reach.TakersOf(later, Enumerable.Range(0, later).Where(i => i != at)) is []
                ? new(inForce[later].Title.ToString(), Names(together), place)
                : null;

        IReadOnlyList<string> Names(IReadOnlyList<int> places) => [.. places.Select(i => inForce[i].Title.ToString())];
    }

    private static IEnumerable<Refusal> OfTarget(PolicyTarget target, bool isSecond, Guid ofPolicy, HashSet<Guid> used, PolicyGround ground)
    {
        var clock = Words.Of(target.Kind);
        var place = $"{clock}.value";
        if (isSecond)
        {
            return [new TargetIsGivenTwice(place)];
        }
        var calendar = target.Calendar is { } own ? OfCalendar($"{clock}.calendar", own, used, ground).ToList() : [];
        return [.. OfTime(place, target.Value, target.Unit, target.Calendar ?? ofPolicy, ground, isCounted: calendar.Count == 0), .. calendar];
    }

    /// <param name="isCounted">False where the calendar is refused already.</param>
    public static IEnumerable<Refusal> OfTime(string place, int value, TargetUnit unit, Guid calendar, PolicyGround ground, bool isCounted = true) =>
        value is < 1 or > Most ? [new NumberIsNotUsable(place, Most)]
        : isCounted && ground.Calendars.TryGetValue(calendar, out var kept) && DueOf(value, unit, kept.Time, ground.Now) is null ? [new TargetHasNoWorkingTime(place, WorkingTime.HorizonYears)]
        : [];

    private static DateTimeOffset? DueOf(int value, TargetUnit unit, WorkingTime time, DateTimeOffset now) => unit switch
    {
        TargetUnit.Minutes => time.Due(now, TimeSpan.FromMinutes(value)),
        TargetUnit.WorkingDays => time.CloseOfWorkingDay(now, value),
    };

    /// <param name="used">By what it goes already it may go on.</param>
    public static IEnumerable<Refusal> OfCalendar(string place, Guid calendar, HashSet<Guid> used, PolicyGround ground) =>
        !ground.Calendars.TryGetValue(calendar, out var kept) ? [new UnknownValue(place, calendar.ToString())]
        : !kept.IsActive && !used.Contains(calendar) ? [new CalendarIsNotOffered(place)]
        : [];

    public static IEnumerable<Refusal> OfStep(EscalationStep step, int index, IReadOnlyList<EscalationStep> all)
    {
        var place = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"step{index}");
        var most = step.Moment == StepMoment.PercentLeft ? LastPercent : Most;
        if (step.Moment != StepMoment.Due && (step.Value < 1 || step.Value > most))
        {
            yield return new NumberIsNotUsable($"{place}.value", most);
        }
        if (step.Acts.Count == 0)
        {
            yield return new StepHasNoAct($"{place}.acts");
        }
        var earlier = all.Take(index).ToList();
        if (earlier.Exists(e => e.Key == step.Key))
        {
            yield return new StepKeyIsTaken($"{place}.moment");
        }
        if (earlier.FindIndex(e => Repeats(e, step)) is >= 0 and var repeated)
        {
            yield return new StepRepeatsAnother($"{place}.acts", repeated + 1);
        }
    }

    private static bool Repeats(EscalationStep one, EscalationStep other) =>
        one.Moment == other.Moment
        && (one.Moment == StepMoment.Due || one.Value == other.Value)
        && (one.Kinds.Count == 0 || other.Kinds.Count == 0 || one.Kinds.Intersect(other.Kinds).Any())
        && one.Acts.Intersect(other.Acts).Any();
}
