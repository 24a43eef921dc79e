using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

/// <summary>Brings whole histories in, thousands at a time: numbered by their opening, nobody is told, no reaction follows.</summary>
public sealed class TicketHistories(FengtaiDb db)
{
    /// <summary>Within the context's transaction, where there is one.</summary>
    public async Task AddAsync(IReadOnlyCollection<TicketHistory> histories, CancellationToken cancellation)
    {
        var inOrder = histories.OrderBy(h => h.Ticket.OpenedAt).ToList();
        await NumberAsync(inOrder, cancellation);
        await db.CopyAsync(inOrder.Select(h => h.Ticket), cancellation);
        await db.CopyAsync(inOrder.SelectMany(h => h.Notes), cancellation);
        await db.CopyAsync(inOrder.SelectMany(h => h.Attachments), cancellation);
        await db.CopyAsync(inOrder.SelectMany(h => h.Tasks), cancellation);
        await db.CopyAsync(inOrder.SelectMany(h => h.Time), cancellation);
        await db.CopyAsync(inOrder.SelectMany(Words), cancellation);
        // the log reads as if it had been written then; what happened at the same moment keeps its order
        await db.CopyAsync(inOrder.SelectMany(h => h.Events).OrderBy(e => e.At), cancellation);
    }

    private async Task NumberAsync(List<TicketHistory> histories, CancellationToken cancellation)
    {
        var numbers = await db.Database.SqlQuery<long>($"select nextval('tickets.number') as \"Value\" from generate_series(1, {histories.Count})").ToListAsync(cancellation);
        foreach (var (history, number) in histories.Zip(numbers.Order()))
        {
            history.Ticket.Number = number;
        }
    }

    private static IEnumerable<SearchPart> Words(TicketHistory history) =>
        history.Notes
            .Select(n => new SearchPart { TicketId = n.TicketId, PartId = n.Id, IsPublic = n.IsPublic, Words = IndexTicketText.Of(n.Text) })
            .Concat(history.Told.Select(text => IndexTicketText.Said(history.Ticket.Id, text)))
            .Prepend(new SearchPart { TicketId = history.Ticket.Id, PartId = history.Ticket.Id, IsPublic = true, Words = IndexTicketText.OfRequest(history.Ticket) });
}
