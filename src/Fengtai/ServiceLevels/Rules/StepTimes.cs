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
        var times = Enumerable.Range(1, MostRepetitions).FirstOrDefault(n => !done.Contains(KeyOf(step, n)));
        return times == 0 ? null : Time(KeyOf(step, times), reading.WhenOverdue(TimeSpan.FromMinutes((double)step.Value * times)), step);
    }

    private static DateTimeOffset? When(ClockReading reading, EscalationStep step) => step.Moment switch
    {
        StepMoment.PercentLeft => reading.WhenLeft(step.Value / 100.0),
        StepMoment.MinutesBefore => reading.WhenLeft(TimeSpan.FromMinutes(step.Value)),
        StepMoment.Due => reading.DueAt,
        _ => reading.WhenOverdue(TimeSpan.FromMinutes(step.Value)),
    };

    private static string KeyOf(EscalationStep step, int times) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{step.Key}#{times}");

    private static StepTime? Time(string key, DateTimeOffset? at, EscalationStep step) => at is { } when ? new(key, when, step) : null;
}
