using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>Who may watch a ticket: whoever reads it as staff, added by anybody who does.</summary>
internal static class WatchingRules
{
    /// <summary>So many watch one ticket: each is told of everything that happens to it.</summary>
    public const int MostWatchers = 100;

    /// <param name="name">Of whoever is to watch.</param>
    /// <param name="mayRead">Whether they read the ticket, internal notes included.</param>
    public static Refusal? Add(Standing by, string name, bool mayRead, int watchers) => by switch
    {
        { SeesInternals: false } => new NotFound(),
        _ when !mayRead => new WatcherMayNotRead(name),
        _ when watchers >= MostWatchers => new TooManyWatchers(MostWatchers),
        _ => null,
    };
}
