using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Tickets.Desk;

/// <summary>What does a ticket have at all? Most have little, and what is not there need not be asked for one by one.</summary>
internal sealed class TicketBelongings(NpgsqlDataSource database)
{
    public async Task<Belongings> OfAsync(Ticket ticket, Actor actor, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select
                exists (select from tickets.attachments where ticket_id = $1),
                exists (select from tickets.watchers where ticket_id = $1),
                exists (select from tickets.drafts where person_id = $2 and ticket_id = $1),
                exists (select from tickets.links where from_id = $1)
                    or exists (select from tickets.links where to_id = $1)
                    or exists (select from tickets.tickets where follows_id = $1)
                    or exists (select from tickets.tickets where merged_into_id = $1)
                    or exists (select from tickets.tickets where parent_id = $1)
            """, ticket.Id, actor.Id);
        return (await command.ListAsync(row => new Belongings(row.GetBoolean(0), row.GetBoolean(1), row.GetBoolean(2), row.GetBoolean(3) || ticket is not { FollowsId: null, MergedIntoId: null, ParentId: null }), cancellation))[0];
    }
}

/// <param name="Drafts">Of whoever asked.</param>
/// <param name="Links">To other tickets, of whatever kind.</param>
internal readonly record struct Belongings(bool Files, bool Watchers, bool Drafts, bool Links);
