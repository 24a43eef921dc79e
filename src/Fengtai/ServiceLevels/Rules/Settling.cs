using Fengtai.Calendars;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>Writes into a clock what follows from its turns.</summary>
internal static class Settling
{
    /// <summary>What has ended is frozen: later calendars do not change it.</summary>
    public static ClockReading Settle(Clock clock, Func<Guid, WorkingTime> calendars, IReadOnlyList<EscalationStep> steps, DateTimeOffset now)
    {
        var reading = ClockReading.Of(clock.Turns, calendars);
        clock.State = reading.StateAt(now);
        (clock.StartedAt, clock.DueAt, clock.StoppedAt) = (reading.StartedAt, reading.DueAt, reading.StoppedAt);
        clock.ElapsedSeconds = reading.StoppedAt is { } end ? reading.ElapsedAt(end).TotalSeconds : null;
        clock.TakenSeconds = reading.StoppedAt is { } done ? reading.TakenAt(done).TotalSeconds : null;
        clock.Ledger = reading.StoppedAt is { } last ? reading.LedgerAt(last) : null;
        clock.NextAt = NextAt(reading, clock, steps, now);
        return reading;
    }

    /// <summary>The next step, or the deadline, at which its state changes.</summary>
    private static DateTimeOffset? NextAt(ClockReading reading, Clock clock, IReadOnlyList<EscalationStep> steps, DateTimeOffset now)
    {
        if (reading.IsOver || reading.PausedFor is not null)
        {
            return null;
        }
        var step = StepTimes.Of(reading, clock.Kind, steps, clock.Done) is [var next, ..] ? next.At : (DateTimeOffset?)null;
        var due = reading.DueAt > now ? reading.DueAt : null;
        return step is null || due < step ? due : step;
    }
}
