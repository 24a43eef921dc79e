using Fengtai.Calendars;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>How far deadlines move, by kind of clock.</summary>
internal sealed class ClockMoves
{
    /// <summary>Coarser than the database keeps instants.</summary>
    private static readonly TimeSpan Hair = TimeSpan.FromMilliseconds(1);

    private readonly SortedDictionary<ClockKind, Tally> _byKind = [];

    /// <summary>Whether two deadlines are others, none being one as well.</summary>
    public static bool Differ(DateTimeOffset? one, DateTimeOffset? other) => (one, other) switch
    {
        ({ } a, { } b) => (a - b).Duration() > Hair,
        _ => one is null != other is null,
    };

    /// <summary>A deadline that would be none any more is later by nothing that could be said, and the other way round.</summary>
    public void Add(ClockKind kind, DateTimeOffset? before, DateTimeOffset? after)
    {
        var tally = _byKind.TryGetValue(kind, out var known) ? known : _byKind[kind] = new();
        tally.All++;
        if (!Differ(before, after))
        {
            return;
        }
        if (before is null || after < before)
        {
            tally.Earlier++;
            tally.MostEarlier = Longer(tally.MostEarlier, before - after);
            return;
        }
        tally.Later++;
        tally.MostLater = Longer(tally.MostLater, after - before);
    }

    public IReadOnlyList<CalendarImpact> Impacts(Func<ClockKind, string> called, string href) =>
        [.. _byKind.Select(k => new CalendarImpact(called(k.Key), k.Value.All, k.Value.Earlier, k.Value.Later, k.Value.MostEarlier, k.Value.MostLater, href))];

    private static TimeSpan Longer(TimeSpan one, TimeSpan? other) => other is { } given && given > one ? given : one;

    private sealed class Tally
    {
        public int All { get; set; }

        public int Earlier { get; set; }

        public int Later { get; set; }

        public TimeSpan MostEarlier { get; set; }

        public TimeSpan MostLater { get; set; }
    }
}
