using Fengtai.Tickets;

namespace Fengtai.ServiceLevels.Portal;

/// <summary>One sentence to the user about a running promise.</summary>
/// <param name="Key">Of its text.</param>
/// <param name="At">Until when; null where the time stands still.</param>
internal sealed record SpokenPromise(string Key, DateTimeOffset? At, bool IsMissed = false);

/// <summary>What is the user told of the clocks? When it will be solved, and what they hear before that, unless the page says it as the next step already.</summary>
internal static class SpokenPromises
{
    private static readonly ClockKind[] ToBeHeard = [ClockKind.FirstResponse, ClockKind.Plan, ClockKind.NextUpdate];

    public static IEnumerable<SpokenPromise> Of(Ticket ticket, IReadOnlyList<ReadClock> clocks, DateTimeOffset now)
    {
        var running = clocks.Where(c => c.StoppedAt is null).ToList();
        var solution = running.FindLast(c => c.Kind == ClockKind.Resolution);
        return new[] { solution is null ? null : Solution(solution, now), Word(ticket, running, solution, now) }.OfType<SpokenPromise>();
    }

    private static SpokenPromise? Solution(ReadClock clock, DateTimeOffset now) => clock switch
    {
        { State: ClockState.Missed, DueAt: { } due } => new("levels.promise.resolution.missed", due, true),
        { PausedFor: { } reason } => new($"levels.promise.paused.{reason}", null),
        { DueAt: { } due } when due >= now => new("levels.promise.resolution", due),
        _ => null,
    };

    private static SpokenPromise? Word(Ticket ticket, IEnumerable<ReadClock> running, ReadClock? solution, DateTimeOffset now)
    {
        var words = running.Where(c => ToBeHeard.Contains(c.Kind) && c is { PausedFor: null, DueAt: not null }).OrderBy(c => c.DueAt).ThenBy(c => c.Kind).ToList();
        // what was missed is told by the next word, where one is due
        return (words.Find(c => c.DueAt >= now) ?? words.FirstOrDefault()) switch
        {
            null => null,
            { DueAt: var due } when due >= now && solution is { PausedFor: null, State: ClockState.Running } && solution.DueAt <= due => null,
            { DueAt: var due, Kind: var kind } when IsSaid(ticket, due, kind, now) => null,
            { DueAt: var due, Kind: var kind } => due >= now ? new($"levels.promise.{Words.Of(kind)}", due) : new($"levels.promise.{Words.Of(kind)}.missed", due, true),
        };
    }

    /// <summary>The page's own sentence ends with the ticket's next deadline, an answer to a message among them; of a late one it says only that it is coming.</summary>
    private static bool IsSaid(Ticket ticket, DateTimeOffset? due, ClockKind kind, DateTimeOffset now) =>
        ticket.Status != TicketStatus.Waiting
        && (kind != ClockKind.FirstResponse || ticket.Status == TicketStatus.New || ticket.UnansweredSince is not null)
        && (due >= now ? ticket.NextDueAt == due && IsNext(ticket, kind) : kind == ClockKind.FirstResponse);

    // two deadlines may be at one moment, and the ticket names one of them
    private static bool IsNext(Ticket ticket, ClockKind kind) => (ticket.NextAction, kind) is
        (NextActionKind.Accept, _) or (NextActionKind.FirstResponse, ClockKind.FirstResponse) or (NextActionKind.Plan, ClockKind.Plan) or (NextActionKind.NextUpdate, ClockKind.NextUpdate);
}
