using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

/// <summary>Which tickets did somebody open last, of those that they may still see?</summary>
internal sealed class RecentlySeen(FengtaiDb db)
{
    public async Task<IReadOnlyList<SeenOne>> OfAsync(Actor actor, int limit, CancellationToken cancellation) =>
        await db.Set<SeenTicket>().AsNoTracking()
            .Where(s => s.PersonId == actor.Id)
            .Join(db.Set<Ticket>().AsNoTracking().VisibleTo(actor), s => s.TicketId, t => t.Id, (s, t) => new { Ticket = t, s.SeenAt })
            .OrderByDescending(s => s.SeenAt)
            .Take(limit)
            .Select(s => new SeenOne(s.Ticket, s.SeenAt))
            .ToListAsync(cancellation);
}

public sealed record SeenOne(Ticket Ticket, DateTimeOffset At);
