using Fengtai.Identity;
using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Timesheets;

/// <summary>What did the work on a ticket take, the last first?</summary>
internal sealed class TimeEntries(FengtaiDb db, People people)
{
    public async Task<IReadOnlyList<TimeCard>> OfAsync(Ticket ticket, CancellationToken cancellation)
    {
        if (ticket.MinutesSpent == 0)
        {
            return [];
        }
        var entries = await db.Set<TimeEntry>().AsNoTracking().Where(t => t.TicketId == ticket.Id).OrderByDescending(t => t.Day).ThenByDescending(t => t.Id).ToListAsync(cancellation);
        var known = await people.ManyAsync(entries.Select(t => t.PersonId), cancellation);
        return [.. entries.Select(t => new TimeCard(t.Id, known.GetValueOrDefault(t.PersonId), t.Facts))];
    }
}
