using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Live;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

/// <summary>Staff watch all tickets, everybody those that they may see; the requester is not told of what is internal.</summary>
internal sealed class TicketTopic(FengtaiDb db) : ITopicRule
{
    public string SubjectKind => TicketEvent.SubjectKind;

    public async Task<Sight> SightAsync(Actor actor, Guid? subject, CancellationToken cancellation)
    {
        if (subject is not { } id)
        {
            return actor.May(TicketPermissions.Staff) ? Sight.All : Sight.None;
        }
        var ticket = await db.Set<Ticket>().AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(t => t.Id == id, cancellation);
        return ticket is null ? Sight.None : Standing.Of(actor, ticket).SeesInternals ? Sight.All : Sight.PublicOnly;
    }
}
