namespace Fengtai.ServiceLevels.Rules;

/// <summary>A step that time brings to a clock.</summary>
/// <param name="Key">The step's, with the count of its repetition: what was done under it is not done again.</param>
internal sealed record StepTime(string Key, DateTimeOffset At, EscalationStep Step);

/// <summary>When does time do what to a clock that goes on as it does now?</summary>
internal static class StepTimes
{
    /// <summary>A repeated step comes no more often than this.</summary>
    public const int MostRepetitions = 10;

    /// <summary>Those of the policy that are not done yet, the earliest first; none on a clock that stands still or has ended.</summary>
    public static IReadOnlyList<StepTime> Of(ClockReading reading, ClockKind kind, IEnumerable<EscalationStep> steps, IReadOnlySet<string> done) =>
        reading.IsOver || reading.PausedFor is not null
            ? []
            : [.. steps.Where(s => s.Kinds.Count == 0 || s.Kinds.Contains(kind)).Select(s => Next(reading, s, done)).OfType<StepTime>().OrderBy(s => s.At)];

    private static StepTime? Next(ClockReading reading, EscalationStep step, IReadOnlySet<string> done)
    {
        if (step.Moment != StepMoment.EveryMinutesAfter)
        {
            return done.Contains(step.Key) ? null : Time(step.Key, When(reading, step), step);
        }
        return Enumerable.Range(1, MostRepetitions)
            .Where(n => !done.Contains(KeyOf(step, n)))
            .Select(n => Time(KeyOf(step, n), reading.WhenOverdue(TimeSpan.FromMinutes((double)step.Value * n)), step))
            .FirstOrDefault(t => t is not null);
    }

    private static DateTimeOffset? When(ClockReading reading, EscalationStep step) => step.Moment switch
    {
        StepMoment.PercentLeft => BeforeDue(reading, reading.WhenLeft(step.Value / 100.0)),
        StepMoment.MinutesBefore => BeforeDue(reading, reading.WhenLeft(TimeSpan.FromMinutes(step.Value))),
        StepMoment.Due => reading.DueAt,
        _ => reading.WhenOverdue(TimeSpan.FromMinutes(step.Value)),
    };

    /// <summary>A late clock that was given another target has nothing left since then, but was to be warned of before its deadline.</summary>
    private static DateTimeOffset? BeforeDue(ClockReading reading, DateTimeOffset? when) => when > reading.DueAt ? reading.DueAt : when;

    private static string KeyOf(EscalationStep step, int times) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{step.Key}#{times}");

    /// <summary>None where the step holds only since later.</summary>
    private static StepTime? Time(string key, DateTimeOffset? at, EscalationStep step) => at is { } when && !(when < step.Since) ? new(key, when, step) : null;
}
