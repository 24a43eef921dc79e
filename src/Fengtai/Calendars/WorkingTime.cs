using Fengtai.Calendars.Rules;
using Fengtai.Platform.Refusals;
using NodaTime;

namespace Fengtai.Calendars;

/// <summary>
/// A calendar's working time, for calculating. Stretches of it include their first instant and exclude their last; on days on which clocks
/// are changed their real length counts. There is none before 1970 and after 2099. Immutable as seen from outside, and safe to share.
/// </summary>
public sealed class WorkingTime
{
    /// <summary>How far ahead an end is looked for.</summary>
    public const int HorizonYears = 10;

    private static readonly DateOnly FirstDay = new(1970, 1, 1);
    private static readonly DateOnly LastDay = new(2099, 12, 31);
    // where working days are counted from; near enough to now that little is laid out for nothing
    private static readonly DateOnly Origin = new(2020, 1, 1);
    private static readonly long Horizon = TimeSpan.FromDays(366 * HorizonYears).Ticks;
    // a billionth of a day is less than what separates two instants of the database, and more than doubles lose
    private const double Hair = 1e-9;

    private readonly DayPlans _plans;
    private readonly ZoneTicks _zone;
    private readonly long _begin;
    private readonly long _end;
    private readonly Lock _lock = new();
    private WorkingSpan? _span;

    private WorkingTime(CalendarDefinition definition, HolidayDays holidays)
    {
        Definition = definition;
        _plans = new(definition, holidays);
        _zone = new(DateTimeZoneProviders.Tzdb[definition.TimeZone]);
        _begin = _zone.TicksOf(FirstDay, 0);
        _end = _zone.TicksOf(LastDay, OpenHours.EndOfDay);
    }

    public CalendarDefinition Definition { get; }

    /// <summary>The working time of a calendar, or everything that is wrong with it, each with its place.</summary>
    /// <param name="holidays">What the lists say that it follows.</param>
    /// <param name="from">Where given, there must be working time in the 400 days from this one.</param>
    public static Result<WorkingTime> Compile(CalendarDefinition definition, HolidayDays? holidays = null, DateOnly? from = null)
    {
        var refusals = DefinitionChecks.Of(definition).ToList();
        if (refusals.Count > 0)
        {
            return Result<WorkingTime>.Refused(refusals);
        }
        var time = new WorkingTime(definition, holidays ?? HolidayDays.None);
        return from is { } day && !DefinitionChecks.HasWorkAhead(time._plans, day) ? new NoWorkingTimeAhead(DefinitionChecks.DaysThatNeedWork) : time;
    }

    /// <summary>
    /// When a target is used up: exactly at closing, that is at closing and not at the next opening. No target at all is due at once, open or
    /// not. Null where it is not used up within <see cref="HorizonYears"/> years.
    /// </summary>
    public DateTimeOffset? Due(DateTimeOffset start, TimeSpan target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target, TimeSpan.Zero);
        var from = Within(start);
        return target == TimeSpan.Zero ? start.ToUniversalTime() : Ahead(from, span => span.Used(span.Position(from) + target.Ticks));
    }

    /// <summary>Working time from one instant to a later one; none where it is not later.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from)
        {
            return TimeSpan.Zero;
        }
        var (start, end) = (Within(from), Within(to));
        var span = Covering(start, end);
        return TimeSpan.FromTicks(span.Position(end) - span.Position(start));
    }

    /// <summary>The closing of the n-th working day after the local day of the start, which does not count itself. Null beyond the horizon.</summary>
    /// <param name="days">At least one.</param>
    public DateTimeOffset? CloseOfWorkingDay(DateTimeOffset start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var from = Within(start);
        return Ahead(from, span => span.CloseAfter(from, days));
    }

    /// <summary>
    /// The place of an instant among working days: how many there are before its local day, and the share of that day already worked. It never
    /// falls, and stands still while closed. Counted from 1 January 2020; earlier ones are negative.
    /// </summary>
    public double WorkingDay(DateTimeOffset at)
    {
        var tick = Within(at);
        return Covering(tick, tick).WorkingDay(tick);
    }

    /// <summary>The first instant at which the place is reached; a whole number is the closing of a day, not the next opening. Null where work ends before.</summary>
    public DateTimeOffset? AtWorkingDay(double position)
    {
        var near = Math.Round(position);
        var whole = Math.Abs(position - near) < Hair ? near - 1 : Math.Floor(position);
        if (!(Math.Abs(whole) < 365 * 200))
        {
            return null;
        }
        var share = Math.Abs(position - near) < Hair ? 1 : position - whole;
        var span = CoveringYears(Origin.Year, Origin.Year);
        for (var more = 1; ; more *= 2)
        {
            if (span.AtWorkingDay((int)whole, share) is { } found)
            {
                return At(found);
            }
            if (whole < 0 ? span.First <= FirstDay : span.End > LastDay)
            {
                return null;
            }
            span = whole < 0 ? CoveringYears(span.First.Year - more, Origin.Year) : CoveringYears(Origin.Year, span.End.Year + more);
        }
    }

    public bool IsOpen(DateTimeOffset at)
    {
        var tick = Within(at);
        return Covering(tick, tick).IsOpen(tick);
    }

    /// <summary>This instant where it is worked, otherwise the next at which work begins. Null beyond the horizon.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset at)
    {
        var from = Within(at);
        return Ahead(from, span => span.NextOpening(from));
    }

    /// <summary>Tiles what lies between the two instants; neighbours of one kind are joined.</summary>
    public IEnumerable<WorkingStretch> Stretches(DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from)
        {
            yield break;
        }
        var current = default((long From, long To, ClosedBecause? Closed)?);
        foreach (var piece in Pieces(from.UtcTicks, to.UtcTicks))
        {
            if (current is { } before && before.Closed == piece.Closed)
            {
                current = before with { To = piece.To };
                continue;
            }
            if (current is { } finished)
            {
                yield return Stretch(finished);
            }
            current = piece;
        }
        yield return Stretch(current!.Value);
    }

    /// <summary>The hours of a local date, and which part of the calendar gives them.</summary>
    public DayPlan PlanOf(DateOnly date) => _plans.On(date);

    /// <summary>The local date of an instant.</summary>
    public DateOnly DateOf(DateTimeOffset at) => _zone.Date(at);

    /// <summary>The midnight at which the local day of an instant ends.</summary>
    public DateTimeOffset EndOfDay(DateTimeOffset at) => At(_zone.TicksOf(_zone.Date(at), OpenHours.EndOfDay));

    private IEnumerable<(long From, long To, ClosedBecause? Closed)> Pieces(long from, long to)
    {
        if (from < _begin)
        {
            yield return (from, Math.Min(to, _begin), ClosedBecause.DayOff);
        }
        var (start, end) = (Math.Clamp(from, _begin, _end), Math.Clamp(to, _begin, _end));
        if (start < end)
        {
            foreach (var piece in Covering(start, end - 1).Pieces(start, end))
            {
                yield return piece;
            }
        }
        if (to > _end)
        {
            yield return (Math.Max(from, _end), to, ClosedBecause.DayOff);
        }
    }

    /// <summary>What a span answers, or a longer one, up to the horizon. The answer does not depend on how much happens to be laid out.</summary>
    private DateTimeOffset? Ahead(long from, Func<WorkingSpan, long?> ask)
    {
        var span = Covering(from, from);
        for (var more = 1; ; more *= 2)
        {
            if (ask(span) is { } found)
            {
                return found <= from + Horizon ? At(found) : null;
            }
            if (span.Covers(from + Horizon) || span.End > LastDay)
            {
                return null;
            }
            span = CoveringYears(span.First.Year, span.End.Year + more);
        }
    }

    private WorkingSpan Covering(long from, long to) =>
        Volatile.Read(ref _span) is { } span && span.Covers(from) && span.Covers(to)
            ? span
            : CoveringYears(new DateTime(from).Year - 1, new DateTime(to).Year + 1);

    private WorkingSpan CoveringYears(int first, int last)
    {
        lock (_lock)
        {
            first = Math.Clamp(first, FirstDay.Year, Origin.Year);
            last = Math.Clamp(last, Origin.Year, LastDay.Year);
            if (_span is { } span)
            {
                (first, last) = (Math.Min(first, span.First.Year), Math.Max(last, span.End.Year - 1));
                if (first == span.First.Year && last == span.End.Year - 1)
                {
                    return span;
                }
            }
            var wider = new WorkingSpan(_plans, _zone, new(first, 1, 1), new(last, 12, 31), Origin);
            Volatile.Write(ref _span, wider);
            return wider;
        }
    }

    private long Within(DateTimeOffset at) => Math.Clamp(at.UtcTicks, _begin, _end - 1);

    private static WorkingStretch Stretch((long From, long To, ClosedBecause? Closed) piece) => new(At(piece.From), At(piece.To), piece.Closed);

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
