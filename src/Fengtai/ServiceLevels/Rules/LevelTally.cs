namespace Fengtai.ServiceLevels.Rules;

/// <summary>Counts decided clocks, with how long those took that have ended: by the minute, so that sums of tallies are exact.</summary>
internal sealed class LevelTally
{
    private readonly SortedDictionary<int, long> _byMinute = [];

    private long _met;
    private long _missed;
    private long _open;

    public LevelFigures Figures => new(_met, _missed, _open, At(0.5), At(0.9));

    /// <param name="minutes">What they took; null for those that go on.</param>
    public void Add(bool met, int? minutes, long count)
    {
        (_met, _missed) = met ? (_met + count, _missed) : (_met, _missed + count);
        if (minutes is { } took)
        {
            _byMinute[took] = _byMinute.GetValueOrDefault(took) + count;
        }
        else
        {
            _open += count;
        }
    }

    public void Add(LevelTally other)
    {
        (_met, _missed, _open) = (_met + other._met, _missed + other._missed, _open + other._open);
        foreach (var (minutes, count) in other._byMinute)
        {
            _byMinute[minutes] = _byMinute.GetValueOrDefault(minutes) + count;
        }
    }

    /// <summary>What so large a share did not exceed; between two of them in proportion (SQL's <c>percentile_cont</c>). Null of none.</summary>
    private double? At(double share)
    {
        var last = _byMinute.Values.Sum() - 1;
        if (last < 0)
        {
            return null;
        }
        var place = share * last;
        var (below, above) = (MinutesOf((long)Math.Floor(place)), MinutesOf((long)Math.Ceiling(place)));
        return below + (above - below) * (place - Math.Floor(place));
    }

    private int MinutesOf(long place)
    {
        foreach (var (minutes, count) in _byMinute)
        {
            place -= count;
            if (place < 0)
            {
                return minutes;
            }
        }
        throw new System.Diagnostics.UnreachableException();
    }
}
