namespace Fengtai.ServiceLevels.Rules;

/// <summary>How a clock begins, takes its turns and ends, whatever the reason.</summary>
internal sealed partial class ClockRules
{
    private Clock? Start(ClockKind kind, DateTimeOffset at, Promises promises) =>
        Running(kind) is not null || !promises.Targets.TryGetValue(kind, out var target)
            ? null
            : Begin(new() { TicketId = ticket, Kind = kind, Round = clocks.Count(c => c.Kind == kind) + 1, PolicyId = promises.PolicyId, StartedAt = at, Turns = [new(at, TurnKind.Started, Target: target)] });

    private Clock Begin(Clock clock)
    {
        clocks.Add(clock);
        _changed.Add(clock);
        return clock;
    }

    private void Stop(ClockKind kind, DateTimeOffset at)
    {
        if (Running(kind) is { } clock)
        {
            End(clock, TurnKind.Stopped, at);
        }
    }

    private void Cancel(ClockKind kind, DateTimeOffset at)
    {
        if (Running(kind) is { } clock)
        {
            End(clock, TurnKind.Cancelled, at, CalledOff);
        }
    }

    /// <summary>What was done before the last turns, and said only now, ended it then.</summary>
    private void End(Clock clock, TurnKind how, DateTimeOffset at, string? reason = null)
    {
        var when = at < clock.StartedAt ? clock.StartedAt : at;
        clock.Turns = [.. clock.Turns.Where(t => t.At <= when || t.Kind == TurnKind.Started)];
        Turn(clock, new(when, how, reason));
    }

    private void Turn(Clock clock, Turn turn)
    {
        clock.Turns = [.. clock.Turns, turn];
        if (turn.Kind is TurnKind.Stopped or TurnKind.Cancelled)
        {
            clock.StoppedAt = turn.At;
        }
        else if (turn.Kind == TurnKind.Resumed)
        {
            clock.StoppedAt = null;
        }
        _changed.Add(clock);
    }

    private Clock? Running(ClockKind kind) => clocks.FindLast(c => c.Kind == kind && !c.IsOver);

    /// <summary>It may go on.</summary>
    private static bool IsStoppedForNow(Clock clock) => clock.IsOver && clock.Turns[^1] is { Kind: TurnKind.Stopped, Reason: not Past };

    private static Target TargetOf(Clock clock) => clock.Turns.Last(t => t.Target is not null).Target!;

    /// <summary>Why and since when it stands still, whatever else has happened to it since; null where it runs.</summary>
    private static Turn? PauseOf(Clock clock) =>
        clock.Turns.LastOrDefault(t => t.Kind is TurnKind.Paused or TurnKind.Resumed or TurnKind.Started) is { Kind: TurnKind.Paused } pause ? pause : null;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
