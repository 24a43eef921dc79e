using Fengtai.Catalog;
using Fengtai.Platform.Refusals;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>Which steps contradict what the policy promises, or themselves? What is done would be done at once, never, or only the first time.</summary>
internal static class StepChecks
{
    private const int MinutesOfADay = 24 * 60;

    /// <summary>Minutes. What comes sooner after the start than this warns of nothing.</summary>
    private const double AtOnce = 0.5;

    /// <param name="place">Of the step, as in <c>step0</c>.</param>
    public static IEnumerable<Refusal> Of(EscalationStep step, string place, PolicyDraft draft)
    {
        var promised = draft.Targets.Where(t => step.Kinds.Count == 0 || step.Kinds.Contains(t.Kind)).ToList();
        if (promised.Count == 0 && !step.Kinds.Any(k => k is ClockKind.Ola or ClockKind.Uc))
        {
            yield return new StepIsForNothing($"{place}.kinds");
        }
        if (promised.Find(t => ComesAtOnce(step, t)) is { } early)
        {
            yield return new StepComesAtOnce($"{place}.value", early.Kind);
        }
        if (step.Acts.Contains(StepAct.RaisePriority) && step.Moment == StepMoment.EveryMinutesAfter)
        {
            yield return new PriorityIsRaisedOnce($"{place}.acts");
        }
        else if (step.Acts.Contains(StepAct.RaisePriority) && draft.Conditions.Priorities is [Priority.Urgent])
        {
            yield return new PriorityIsHighestAlready($"{place}.acts");
        }
        if (step.Acts.Any(a => a is StepAct.RaisePriority or StepAct.NextLine) && promised.Count > 0 && promised.TrueForAll(t => t.Kind == ClockKind.Confirmation))
        {
            yield return new WorkIsDoneByThen($"{place}.acts");
        }
    }

    private static bool ComesAtOnce(EscalationStep step, PolicyTarget target) => (step.Moment, target.Unit) switch
    {
        (StepMoment.PercentLeft, TargetUnit.Minutes) => step.Value < 100 && (100 - step.Value) / 100.0 * target.Value < AtOnce,
        (StepMoment.MinutesBefore, TargetUnit.Minutes) => step.Value >= target.Value,
        // with what is left of the day of receipt
        (StepMoment.MinutesBefore, TargetUnit.WorkingDays) => step.Value >= MinutesOfADay * (target.Value + 1L),
        _ => false,
    };
}
