namespace Fengtai.Calendars.Rules;

/// <summary>
/// The working time of some years, laid out for searching: each stretch with the working time before it, each local day with its stretches.
/// Instants are ticks of UTC. Immutable.
/// </summary>
internal sealed class WorkingSpan
{
    private readonly DateOnly _first;
    private readonly long[] _from;
    private readonly long[] _to;
    private readonly long[] _before;
    private readonly long _total;
    private readonly long[] _midnights;
    private readonly int[] _stretchesBefore;
    private readonly int[] _workingBefore;
    private readonly int[] _workingDays;
    private readonly int _workingBeforeOrigin;

    /// <param name="last">Included.</param>
    /// <param name="origin">The day that working days are counted from; in the span.</param>
    public WorkingSpan(DayPlans plans, ZoneTicks zone, DateOnly first, DateOnly last, DateOnly origin)
    {
        var days = last.DayNumber - first.DayNumber + 1;
        var (from, to, before, working) = (new List<long>(days * 2), new List<long>(days * 2), new List<long>(days * 2), new List<int>(days));
        _first = first;
        _midnights = new long[days + 1];
        _stretchesBefore = new int[days + 1];
        _workingBefore = new int[days + 1];
        for (var day = 0; day < days; day++)
        {
            var date = first.AddDays(day);
            var offset = zone.SteadyOffset(date);
            _midnights[day] = At(0);
            foreach (var hours in plans.On(date).Hours.OrderBy(h => h.From))
            {
                var (start, end) = (At(hours.From), At(hours.To));
                if (start < end)
                {
                    from.Add(start);
                    to.Add(end);
                    before.Add(_total);
                    _total += end - start;
                }
            }
            _stretchesBefore[day + 1] = from.Count;
            if (_stretchesBefore[day + 1] > _stretchesBefore[day])
            {
                working.Add(day);
            }
            _workingBefore[day + 1] = working.Count;

            long At(int minutes) => offset is { } steady ? date.DayNumber * TimeSpan.TicksPerDay + minutes * TimeSpan.TicksPerMinute - steady : zone.TicksOf(date, minutes);
        }
        _midnights[days] = zone.TicksOf(last, OpenHours.EndOfDay);
        (_from, _to, _before, _workingDays) = ([.. from], [.. to], [.. before], [.. working]);
        _workingBeforeOrigin = _workingBefore[origin.DayNumber - first.DayNumber];
    }

    public DateOnly First => _first;

    /// <summary>Not included.</summary>
    public DateOnly End => _first.AddDays(_midnights.Length - 1);

    public bool Covers(long at) => _midnights[0] <= at && at < _midnights[^1];

    /// <summary>Working time from the span's beginning up to here.</summary>
    public long Position(long at) => AtOrBefore(_from, at) is >= 0 and var i ? _before[i] + Math.Min(at, _to[i]) - _from[i] : 0;

    /// <summary>When that much working time is used up, at closing rather than at the next opening; null where the span does not hold as much.</summary>
    /// <param name="position">More than nothing.</param>
    public long? Used(long position)
    {
        if (position > _total)
        {
            return null;
        }
        var i = AtOrBefore(_before, position - 1);
        return _from[i] + position - _before[i];
    }

    public bool IsOpen(long at) => AtOrBefore(_from, at) is >= 0 and var i && at < _to[i];

    /// <summary>The first working instant from here on; null where the span has none.</summary>
    public long? NextOpening(long at)
    {
        var i = AtOrBefore(_from, at);
        return i >= 0 && at < _to[i] ? at : i + 1 < _from.Length ? _from[i + 1] : null;
    }

    /// <summary>The end of the n-th working day after the local day of this instant; null where the span does not hold it.</summary>
    public long? CloseAfter(long at, int days) => Close(_workingBefore[DayOf(at) + 1] + days - 1);

    /// <summary>Working days from the origin to the local day of this instant, and the share of that day already worked.</summary>
    public double WorkingDay(long at)
    {
        var day = DayOf(at);
        var whole = _workingBefore[day] - _workingBeforeOrigin;
        return IsWorking(day) ? whole + (double)(Position(at) - _before[_stretchesBefore[day]]) / Length(day) : whole;
    }

    /// <summary>Where so many working days from the origin are used up; null where the span does not hold it.</summary>
    /// <param name="share">Of the day after the whole ones: more than nothing, up to 1.</param>
    public long? AtWorkingDay(int whole, double share)
    {
        var index = whole + _workingBeforeOrigin;
        if (index < 0 || index >= _workingDays.Length)
        {
            return null;
        }
        var day = _workingDays[index];
        return Used(_before[_stretchesBefore[day]] + Math.Max(1, (long)Math.Round(share * Length(day))));
    }

    /// <summary>Tiles what lies between: a day's hours, what is closed before, between and after them, days off as a whole.</summary>
    public IEnumerable<(long From, long To, ClosedBecause? Closed)> Pieces(long from, long to)
    {
        for (var day = DayOf(from); from < to; day++)
        {
            var end = Math.Min(_midnights[day + 1], to);
            for (var i = _stretchesBefore[day]; i < _stretchesBefore[day + 1] && _from[i] < end; i++)
            {
                if (_to[i] <= from)
                {
                    continue;
                }
                if (from < _from[i])
                {
                    yield return (from, _from[i], ClosedBecause.OutsideHours);
                    from = _from[i];
                }
                yield return (from, Math.Min(_to[i], end), null);
                from = Math.Min(_to[i], end);
            }
            if (from < end)
            {
                yield return (from, end, IsWorking(day) ? ClosedBecause.OutsideHours : ClosedBecause.DayOff);
                from = end;
            }
        }
    }

    private long? Close(int workingDay) => workingDay < _workingDays.Length ? _to[_stretchesBefore[_workingDays[workingDay] + 1] - 1] : null;

    private bool IsWorking(int day) => _stretchesBefore[day] < _stretchesBefore[day + 1];

    private long Length(int day)
    {
        var last = _stretchesBefore[day + 1] - 1;
        return _before[last] + _to[last] - _from[last] - _before[_stretchesBefore[day]];
    }

    private int DayOf(long at)
    {
        var day = AtOrBefore(_midnights, at);
        // a day that a zone left out altogether begins and ends at once
        while (_midnights[day + 1] <= at)
        {
            day++;
        }
        return day;
    }

    private static int AtOrBefore(long[] sorted, long value)
    {
        var found = Array.BinarySearch(sorted, value);
        return found >= 0 ? found : ~found - 1;
    }
}
