using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

/// <summary>
/// When was a ticket urged lately, and how often may it be? Once in <c>Fengtai:Urging:PauseMinutes</c> (30) and <c>Fengtai:Urging:MostADay</c> (5) times
/// in 24 hours, where nothing else is set.
/// </summary>
internal sealed class Urgings(FengtaiDb db, IConfiguration configuration, TimeProvider time)
{
    private const int UsualPause = 30;
    private const int UsualMost = 5;

    public UrgingLimits Limits => new(
        TimeSpan.FromMinutes(Math.Max(0, configuration.GetValue("Fengtai:Urging:PauseMinutes", UsualPause))),
        Math.Max(1, configuration.GetValue("Fengtai:Urging:MostADay", UsualMost)));

    /// <summary>Within the last <see cref="Urging.Day"/>, in order.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> OfAsync(Ticket ticket, CancellationToken cancellation)
    {
        var since = time.GetUtcNow() - Urging.Day;
        if (ticket.LastUrgedAt is null || ticket.LastUrgedAt < since)
        {
            return [];
        }
        return await db.Set<EventRow>().AsNoTracking()
            .Where(e => e.SubjectId == ticket.Id && e.SubjectKind == TicketEvent.SubjectKind && e.Kind == "urged" && e.At >= since)
            .OrderBy(e => e.Id)
            .Select(e => e.At)
            .ToListAsync(cancellation);
    }
}
