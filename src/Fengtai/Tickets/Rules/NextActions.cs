using Fengtai.Catalog;

namespace Fengtai.Tickets.Rules;

/// <summary>
/// Nothing is ever nobody's: every open ticket has a next action with a time. These are plain defaults by the clock on the
/// wall; agreed service levels set <see cref="Ticket.NextDueAt"/> more finely where they apply.
/// </summary>
internal static class NextActions
{
    private static readonly TimeSpan TakeWithin = TimeSpan.FromMinutes(10);

    public static void Plan(Ticket ticket)
    {
        var (next, due) = Next(ticket);
        // what was promised by hand counts where it comes first, a wait included: the user was told so
        (ticket.NextAction, ticket.NextDueAt) = ticket is { IsInWork: true, PromisedBy: { } promised } && promised < due ? (NextActionKind.Promise, promised) : (next, due);
        ticket.NextSoonAt = ticket.NextDueAt is { } at && Since(ticket) is { } since ? at - (at - since) / 4 : null;
    }

    private static (NextActionKind?, DateTimeOffset?) Next(Ticket ticket) => ticket switch
    {
        { IsOpen: false } => (null, null),
        { Status: TicketStatus.New } => (NextActionKind.Accept, WaitsSince(ticket) + Response(ticket.Priority)),
        { Status: TicketStatus.Waiting } => (NextActionKind.Resume, ticket.WaitUntil),
        { Status: TicketStatus.Resolved } => (NextActionKind.Confirmation, ticket.ResolvedAt + Confirmation.PatienceForAnswer),
        { UnansweredSince: { } since } => (NextActionKind.FirstResponse, since + Response(ticket.Priority)),
        _ when Conversation.IsFirstResponse(ticket) => (NextActionKind.FirstResponse, ticket.OpenedAt + Response(ticket.Priority)),
        { AssigneeId: null, TeamId: null } => (NextActionKind.Assign, ticket.AcceptedAt + Response(ticket.Priority)),
        { TakenAt: null } => (NextActionKind.Take, ticket.AssignedAt + TakeWithin),
        _ => (NextActionKind.NextUpdate, ticket.LastUpdateToUserAt + Update(ticket.Priority)),
    };

    /// <summary>Whether less than a quarter of the time is left.</summary>
    public static bool IsSoon(Ticket ticket, DateTimeOffset now) => ticket.NextSoonAt < now;

    /// <summary>When the time for the next action began to run.</summary>
    private static DateTimeOffset? Since(Ticket ticket) => ticket.NextAction switch
    {
        NextActionKind.Accept => WaitsSince(ticket),
        NextActionKind.FirstResponse => ticket.UnansweredSince ?? ticket.OpenedAt,
        NextActionKind.Assign => ticket.AcceptedAt,
        NextActionKind.Take => ticket.AssignedAt,
        NextActionKind.NextUpdate => ticket.LastUpdateToUserAt,
        NextActionKind.Confirmation => ticket.ResolvedAt,
        NextActionKind.Promise => ticket.PromisedAt,
        _ => null,
    };

    /// <summary>What was merged into it may have waited longer.</summary>
    private static DateTimeOffset WaitsSince(Ticket ticket) => ticket.UnansweredSince is { } since && since < ticket.OpenedAt ? since : ticket.OpenedAt;

    private static TimeSpan Response(Priority priority) => priority == Priority.Urgent ? TimeSpan.FromMinutes(5) : TimeSpan.FromHours(1);

    private static TimeSpan Update(Priority priority) => priority == Priority.Urgent ? TimeSpan.FromMinutes(30) : TimeSpan.FromHours(24);
}
