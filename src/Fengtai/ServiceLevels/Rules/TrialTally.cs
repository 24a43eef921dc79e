using Fengtai.Calendars;
using Fengtai.Catalog;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>Counts what was met and missed by two lists of policies.</summary>
internal sealed class TrialTally
{
    private readonly SortedDictionary<(ClockKind Kind, Priority Priority), (LevelTally Before, LevelTally After)> _cells = [];

    public IReadOnlyList<TrialLine> Lines => [.. _cells.GroupBy(c => c.Key.Kind).SelectMany(OfKind)];

    public void Add(IEnumerable<Clock> before, IEnumerable<Clock> after, Func<Guid, WorkingTime> calendars, DateTimeOffset now)
    {
        foreach (var clock in before)
        {
            Count(clock, c => c.Before);
        }
        foreach (var clock in after)
        {
            Count(clock, c => c.After);
        }

        void Count(Clock clock, Func<(LevelTally Before, LevelTally After), LevelTally> side)
        {
            var state = ClockReading.Of(clock.Turns, calendars).StateAt(now);
            if (state is not (ClockState.Met or ClockState.Missed))
            {
                return;
            }
            var key = (clock.Kind, clock.Priority);
            if (!_cells.TryGetValue(key, out var cell))
            {
                _cells[key] = cell = (new(), new());
            }
            side(cell).Add(state == ClockState.Met, null, 1);
        }
    }

    private static IEnumerable<TrialLine> OfKind(IGrouping<ClockKind, KeyValuePair<(ClockKind Kind, Priority Priority), (LevelTally Before, LevelTally After)>> cells)
    {
        var (before, after) = (new LevelTally(), new LevelTally());
        foreach (var (_, cell) in cells)
        {
            before.Add(cell.Before);
            after.Add(cell.After);
        }
        return cells.Select(c => new TrialLine(cells.Key, c.Key.Priority, c.Value.Before.Figures, c.Value.After.Figures)).Prepend(new(cells.Key, null, before.Figures, after.Figures));
    }
}
