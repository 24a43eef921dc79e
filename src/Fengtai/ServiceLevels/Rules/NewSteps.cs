namespace Fengtai.ServiceLevels.Rules;

/// <summary>Steps that an edit brings to clocks that run already: they hold for moments to come, or everything late would be told of at once.</summary>
internal static class NewSteps
{
    /// <summary>Those as edited, each with the moment since when it holds.</summary>
    public static IReadOnlyList<EscalationStep> Hold(IReadOnlyList<EscalationStep> before, IEnumerable<EscalationStep> edited, DateTimeOffset now) =>
        [.. edited.Select(step => step with { Since = before.FirstOrDefault(b => IsAtTheSameMoments(b, step)) is { } kept ? kept.Since : now })];

    /// <summary>Whether one of them would have done something to a clock already.</summary>
    /// <param name="steps">With the moments since when they hold.</param>
    public static bool ComeTooLate(IReadOnlyList<EscalationStep> steps, ClockReading reading, Clock clock) =>
        StepTimes.Of(reading, clock.Kind, steps, clock.Done).Count < StepTimes.Of(reading, clock.Kind, steps.Select(s => s with { Since = null }), clock.Done).Count;

    private static bool IsAtTheSameMoments(EscalationStep one, EscalationStep other) =>
        one.Key == other.Key && one.Moment == other.Moment && one.Value == other.Value && one.Kinds.ToHashSet().SetEquals(other.Kinds);
}
