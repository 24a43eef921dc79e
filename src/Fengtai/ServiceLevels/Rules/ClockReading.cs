using Fengtai.Calendars;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>
/// Reads a clock: follows its turns by the calendars to where it stands now. Pure; the same turns and calendars give the same reading.
/// A pause moves a deadline by the working time (for targets in working days: by the share of working days) that passes during it.
/// A new target carries over what has passed and what was paused; but a stricter one is never due before it could be known: then the
/// earlier holds of the old deadline and a whole new target from now.
/// </summary>
internal sealed class ClockReading
{
    public const string AwaitingConfirmation = "awaitingConfirmation";
    public const string DayOfReceipt = "dayOfReceipt";

    /// <summary>Of a working day, some millionths of a second: more than the arithmetic of shares is off by, so that what ends with a stretch of work ends there.</summary>
    private const double Hair = 1e-10;

    private readonly Func<Guid, WorkingTime> _calendars;
    private readonly List<Span> _spans = [];
    private DateTimeOffset _since;
    private Target _target = null!;
    private WorkingTime _time = null!;
    private DateTimeOffset? _firstCounted;
    private string? _pausedFor;
    private bool _isRunning;
    private bool _isCancelled;

    private ClockReading(Func<Guid, WorkingTime> calendars) => _calendars = calendars;

    /// <summary>Null: its calendar has not that much time.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? StoppedAt { get; private set; }

    public Target Target => _target;

    /// <summary>Why it stands still; null where it runs or has ended.</summary>
    public string? PausedFor => StoppedAt is null ? _pausedFor : null;

    public bool IsOver => StoppedAt is not null;

    public static ClockReading Of(IReadOnlyList<Turn> turns, Func<Guid, WorkingTime> calendars)
    {
        var reading = new ClockReading(calendars);
        foreach (var turn in turns)
        {
            reading.Follow(turn);
        }
        return reading;
    }

    public ClockState StateAt(DateTimeOffset now) => this switch
    {
        { StoppedAt: { } end } when DueAt < end => ClockState.Missed,
        { StoppedAt: not null } => _isCancelled ? ClockState.Cancelled : ClockState.Met,
        { _isRunning: false } when DueAt < _since => ClockState.Missed,
        { _isRunning: false } => ClockState.Paused,
        _ => DueAt < now ? ClockState.Missed : ClockState.Running,
    };

    /// <summary>Counted working time, up to now or its end.</summary>
    public TimeSpan ElapsedAt(DateTimeOffset now) => Counted(SpansUntil(now));

    /// <summary>Working time without pauses, up to now or its end: the day of receipt is part of it.</summary>
    public TimeSpan TakenAt(DateTimeOffset now) => Sum(SpansUntil(now), s => s.From);

    public IReadOnlyList<LedgerLine> LedgerAt(DateTimeOffset now) => [.. SpansUntil(now).SelectMany(Lines)];

    /// <summary>Working time until the deadline; null where it stands still, has ended, or is late.</summary>
    public TimeSpan? LeftAt(DateTimeOffset now) => _isRunning && !IsOver && DueAt is { } due && due >= now ? _time.Between(now, due) : null;

    /// <summary>When so much of the target is left; null where it is never that far. While it stands still: as if it went on now.</summary>
    public DateTimeOffset? WhenLeft(double share)
    {
        if (DueAt is not { } due || !_isRunning)
        {
            return null;
        }
        if (_target.Unit == TargetUnit.WorkingDays)
        {
            return Later(_since, At(_time.WorkingDay(due) - share * _target.Value));
        }
        return WhenLeft(TimeSpan.FromMinutes(_target.Value) * share);
    }

    /// <summary>The same for a span of working time.</summary>
    public DateTimeOffset? WhenLeft(TimeSpan left)
    {
        if (DueAt is not { } due || !_isRunning)
        {
            return null;
        }
        var all = _time.Between(_since, due);
        return all <= left ? _since : _time.Due(_since, all - left);
    }

    /// <summary>So much working time after the deadline.</summary>
    public DateTimeOffset? WhenOverdue(TimeSpan by) => DueAt is { } due ? _time.Due(due, by) : null;

    private void Follow(Turn turn)
    {
        var at = turn.At;
        switch (turn.Kind)
        {
            case TurnKind.Started:
                (StartedAt, _since, _isRunning) = (at, at, true);
                Aim(turn.Target!);
                DueAt = From(at);
                break;
            case TurnKind.Paused when _isRunning:
                Close(at);
                (_isRunning, _pausedFor) = (false, turn.Reason);
                break;
            case TurnKind.Paused:
                Close(at);
                _pausedFor = turn.Reason;
                break;
            case TurnKind.Resumed:
                GoOn(at);
                break;
            case TurnKind.Retargeted:
                Meanwhile(at, () => Retarget(turn.Target!, at));
                break;
            case TurnKind.Hastened:
                Meanwhile(at, () => DueAt = Earlier(DueAt, turn.Until));
                break;
            case TurnKind.Stopped or TurnKind.Cancelled:
                GoOn(at);
                Close(at);
                (StoppedAt, _isCancelled, _isRunning, _pausedFor) = (at, turn.Kind == TurnKind.Cancelled, false, turn.Reason ?? AwaitingConfirmation);
                break;
        }
    }

    /// <summary>What changes a deadline is reckoned on a running clock; one that stands still goes on for no time at all.</summary>
    private void Meanwhile(DateTimeOffset at, Action change)
    {
        if (_isRunning)
        {
            Close(at);
            change();
            return;
        }
        var reason = _pausedFor;
        GoOn(at);
        change();
        (_isRunning, _pausedFor) = (false, reason);
    }

    private void Close(DateTimeOffset at)
    {
        if (at > _since)
        {
            _spans.Add(new(_since, at, _isRunning ? null : _pausedFor, _time, _firstCounted));
        }
        _since = at;
    }

    private void GoOn(DateTimeOffset at)
    {
        if (_isRunning)
        {
            return;
        }
        var stood = _since;
        Close(at);
        // what was late before stays late
        DueAt = DueAt < stood ? DueAt : Moved(stood, at);
        (_isRunning, _pausedFor, StoppedAt, _isCancelled) = (true, null, null, false);
    }

    private DateTimeOffset? Moved(DateTimeOffset stood, DateTimeOffset at) => DueAt is not { } due ? null
        : _target.Unit == TargetUnit.WorkingDays ? At(_time.WorkingDay(due) + _time.WorkingDay(at) - _time.WorkingDay(stood))
        : Later(at, _time.Due(at, _time.Between(stood, due)));

    private void Retarget(Target target, DateTimeOffset at)
    {
        Aim(target);
        var carried = target.Unit == TargetUnit.Minutes
            ? UsedUp(TimeSpan.FromMinutes(target.Value), at)
            : _time.CloseOfWorkingDay(StartedAt, target.Value) is { } unpaused ? At(_time.WorkingDay(unpaused) + PausedDays()) : null;
        DueAt = DueAt is null || carried is null || carried >= DueAt ? carried : Earlier(DueAt, From(at));
    }

    /// <summary>When so much has counted from the start, in what has passed or as it goes on now: a longer target that is used up all the same stays late since then.</summary>
    private DateTimeOffset? UsedUp(TimeSpan target, DateTimeOffset at)
    {
        foreach (var span in _spans.Where(s => s.PausedFor is null))
        {
            var (from, counted) = (AfterReceipt(span), Counted([span]));
            if (counted >= target)
            {
                return span.Time.Due(from, target);
            }
            target -= counted;
        }
        return _time.Due(at, target);
    }

    private double PausedDays() => _spans.Where(s => s.PausedFor is not null).Sum(s => _time.WorkingDay(s.To) - _time.WorkingDay(s.From));

    private static TimeSpan Counted(IEnumerable<Span> spans) => Sum(spans, AfterReceipt);

    private static TimeSpan Sum(IEnumerable<Span> spans, Func<Span, DateTimeOffset> from) =>
        spans.Where(s => s.PausedFor is null).Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Time.Between(from(s), s.To));

    private void Aim(Target target)
    {
        (_target, _time) = (target, _calendars(target.Calendar));
        _firstCounted = target.Unit == TargetUnit.WorkingDays ? _time.EndOfDay(StartedAt) : null;
    }

    private DateTimeOffset? From(DateTimeOffset at) => _target.Unit == TargetUnit.WorkingDays ? _time.CloseOfWorkingDay(at, _target.Value) : _time.Due(at, TimeSpan.FromMinutes(_target.Value));

    /// <summary>In whole milliseconds.</summary>
    private DateTimeOffset? At(double workingDay) => _time.AtWorkingDay(workingDay - Hair) is { } at ? new(Whole(at.UtcTicks), TimeSpan.Zero) : null;

    private static long Whole(long ticks) => (ticks + TimeSpan.TicksPerMillisecond / 2) / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond;

    private IEnumerable<Span> SpansUntil(DateTimeOffset now) =>
        StoppedAt is null && now > _since ? _spans.Append(new(_since, now, _isRunning ? null : _pausedFor, _time, _firstCounted)) : _spans;

    private static IEnumerable<LedgerLine> Lines(Span span)
    {
        if (span.PausedFor is { } reason)
        {
            yield return new(span.From, span.To, false, reason);
            yield break;
        }
        var counted = AfterReceipt(span);
        if (counted > span.From)
        {
            yield return new(span.From, counted, false, DayOfReceipt);
        }
        foreach (var stretch in span.Time.Stretches(counted, span.To))
        {
            yield return new(stretch.From, stretch.To, stretch.IsOpen, stretch.Closed is { } closed ? Words.Of(closed) : null);
        }
    }

    /// <summary>For targets in working days the day of receipt does not count.</summary>
    private static DateTimeOffset AfterReceipt(Span span) => span.FirstCounted is not { } first || first <= span.From ? span.From : first < span.To ? first : span.To;

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    private static DateTimeOffset? Later(DateTimeOffset at, DateTimeOffset? due) => due < at ? at : due;

    /// <param name="FirstCounted">Before this nothing counts.</param>
    private readonly record struct Span(DateTimeOffset From, DateTimeOffset To, string? PausedFor, WorkingTime Time, DateTimeOffset? FirstCounted);
}
