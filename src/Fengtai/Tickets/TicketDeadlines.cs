using Fengtai.Platform.Data;

namespace Fengtai.Tickets;

/// <summary>Keeps the next deadlines of many tickets, as whoever counts them has written them.</summary>
public static class TicketDeadlines
{
    /// <summary>Within the context's transaction, in which the tickets are locked. An act that has read a ticket before begins anew, also where nothing became other.</summary>
    public static Task KeepAsync(FengtaiDb db, IReadOnlyCollection<Ticket> tickets, CancellationToken cancellation) =>
        db.UpdateAsync(tickets, [nameof(Ticket.NextAction), nameof(Ticket.NextDueAt), nameof(Ticket.NextSoonAt)], cancellation);
}
