using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Tickets.Rules;
using Npgsql;

namespace Fengtai.Tickets.Desk;

/// <summary>
/// What does a ticket have at all, and what else did its requester ask for? Most have little, and what is not there need not be asked for
/// one by one. All of it is asked in one go.
/// </summary>
internal sealed class TicketSurroundings(NpgsqlDataSource database)
{
    private const int RecentOnes = 5;

    public async Task<(Belongings Has, PersonHistory History)> OfAsync(Ticket ticket, Actor actor, CancellationToken cancellation)
    {
        var theirs = new TicketFilter(new RefersTo(FilterField.Requester, [ticket.RequesterId]));
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(HasWhat(ticket, actor));
        batch.BatchCommands.Add(Count(TicketFilter.Open.And(theirs), actor));
        batch.BatchCommands.Add(Count(theirs, actor));
        batch.BatchCommands.Add(Recent(theirs, ticket, actor));
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.ReadAsync(cancellation);
        var has = new Belongings(rows.GetBoolean(0), rows.GetBoolean(1), rows.GetBoolean(2), rows.GetBoolean(3) || ticket is not { FollowsId: null, MergedIntoId: null, ParentId: null });
        var (open, all) = (await CountedAsync(rows, cancellation), await CountedAsync(rows, cancellation));
        await rows.NextResultAsync(cancellation);
        var recent = new List<Ticket>();
        while (await rows.ReadAsync(cancellation))
        {
            recent.Add(Named(rows));
        }
        return (has, new(open, all, recent));
    }

    private static NpgsqlBatchCommand HasWhat(Ticket ticket, Actor actor) => new(
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
        """)
    {
        Parameters = { new() { Value = ticket.Id }, new() { Value = actor.Id } },
    };

    private static NpgsqlBatchCommand Count(TicketFilter filter, Actor actor)
    {
        var query = new TicketQuery(actor);
        return query.BatchCommand($"""
            select count(*)::int
            from (
                select
                from tickets.tickets t
                where {string.Join("\n  and ", query.Where(filter))}
                limit {TicketCounts.Limit}) counted
            """);
    }

    private static NpgsqlBatchCommand Recent(TicketFilter filter, Ticket besides, Actor actor)
    {
        var query = new TicketQuery(actor);
        return query.BatchCommand($"""
            select t.id, t.number, t.subject, t.status, t.taken_at, t.merged_into_id
            from tickets.tickets t
            where {string.Join("\n  and ", query.Where(filter))}
              and t.id <> {query.Add(besides.Id)}
            order by t.opened_at desc, t.id desc
            limit {RecentOnes}
            """);
    }

    private static async Task<TicketCount> CountedAsync(NpgsqlDataReader rows, CancellationToken cancellation)
    {
        await rows.NextResultAsync(cancellation);
        await rows.ReadAsync(cancellation);
        var number = rows.GetInt32(0);
        return new(number, number >= TicketCounts.Limit);
    }

    /// <summary>As far as a list names it.</summary>
    private static Ticket Named(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Number = row.GetInt64(1),
        Subject = row.GetString(2),
        Status = Words.Parse<TicketStatus>(row.GetString(3)),
        TakenAt = row.Get<DateTimeOffset?>(4),
        MergedIntoId = row.Get<Guid?>(5),
    };
}

/// <param name="Drafts">Of whoever asked.</param>
/// <param name="Links">To other tickets, of whatever kind.</param>
internal readonly record struct Belongings(bool Files, bool Watchers, bool Drafts, bool Links);
