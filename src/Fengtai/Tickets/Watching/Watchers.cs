using Fengtai.Identity;
using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Watching;

/// <summary>Who watches a ticket, those who began first?</summary>
internal sealed class Watchers(FengtaiDb db, People people)
{
    public async Task<IReadOnlyList<WatcherCard>> OfAsync(Ticket ticket, CancellationToken cancellation)
    {
        var watching = await db.Set<Watcher>().AsNoTracking().Where(w => w.TicketId == ticket.Id).ToListAsync(cancellation);
        var known = await people.ManyAsync(watching.Select(w => w.PersonId), cancellation);
        return [.. watching
            .Where(w => known.ContainsKey(w.PersonId))
            .Select(w => new WatcherCard(known[w.PersonId], w.Since))
            .OrderBy(w => w.Since).ThenBy(w => w.Person.Login, StringComparer.Ordinal)];
    }
}
