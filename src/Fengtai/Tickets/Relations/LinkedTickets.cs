using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fengtai.Tickets.Relations;

/// <summary>What is a ticket to others: linked, parent and child, merged, continued?</summary>
internal sealed class LinkedTickets(NpgsqlDataSource database, FengtaiDb db)
{
    /// <summary>So many children are listed with a ticket; all of them have a page.</summary>
    public const int MostChildren = 10;

    private const int MostOthers = 50;

    /// <summary>What the other is to the ticket; null where they are not linked. Of several it can be one only.</summary>
    public static async Task<LinkKind?> BetweenAsync(Ticket ticket, Ticket other, ActContext context)
    {
        if (ticket.ParentId == other.Id || other.ParentId == ticket.Id)
        {
            return ticket.ParentId == other.Id ? LinkKind.Parent : LinkKind.Child;
        }
        return await RowAsync(ticket, other, context) is { } row
            ? row.FromId == ticket.Id ? row.Kind : Linking.Counterpart(row.Kind)
            : null;
    }

    public static TicketLink Row(Ticket ticket, Ticket other, LinkKind what, ActContext context)
    {
        var (from, to, kind) = Linking.IsKeptFromHere(what) ? (ticket, other, what) : (other, ticket, Linking.Counterpart(what));
        return new() { FromId = from.Id, ToId = to.Id, Kind = kind, At = context.Now, ById = context.By.Actor.PersonId };
    }

    public static async Task RemoveAsync(Ticket ticket, Ticket other, ActContext context)
    {
        if (await RowAsync(ticket, other, context) is { } row)
        {
            context.Work.Db.Remove(row);
        }
    }

    /// <summary>All tickets that have to do with this one, as far as the actor may know of them.</summary>
    public async Task<IReadOnlyList<LinkedTicket>> OfAsync(Ticket ticket, Actor actor, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select $3, t.follows_id from tickets.tickets t where t.id = $1 and t.follows_id is not null
            union all select $4, t.merged_into_id from tickets.tickets t where t.id = $1 and t.merged_into_id is not null
            union all select 'parent', t.parent_id from tickets.tickets t where t.id = $1 and t.parent_id is not null
            union all select $5, id from (select t.id from tickets.tickets t where t.follows_id = $1 limit $2) continued
            union all select $6, id from (select t.id from tickets.tickets t where t.merged_into_id = $1 limit $2) merged
            union all select kind, to_id from (select l.kind, l.to_id from tickets.links l where l.from_id = $1 limit $2) named
            union all select '-' || kind, from_id from (select l.kind, l.from_id from tickets.links l where l.to_id = $1 limit $2) named_by
            union all select 'child', id from (
                select t.id from tickets.tickets t where t.parent_id = $1
                order by t.status in ('closed', 'cancelled'), t.id limit $7) children
            """, ticket.Id, MostOthers, nameof(Tie.Continues), nameof(Tie.MergedInto), nameof(Tie.ContinuedBy), nameof(Tie.Merged), MostChildren);
        var found = await command.ListAsync(row => (What: row.GetString(0), Id: row.GetGuid(1)), cancellation);
        if (found.Count == 0)
        {
            return [];
        }
        var ids = found.ConvertAll(f => f.Id);
        var known = await db.Set<Ticket>().AsNoTracking().VisibleTo(actor).Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellation);
        return [.. found.Where(f => known.ContainsKey(f.Id)).Select(f => Read(f.What, known[f.Id])).OrderBy(l => l.Order).ThenBy(l => l.Ticket.Number)];
    }

    /// <summary>The children, by number; what the actor may know of.</summary>
    public Task<List<Ticket>> ChildrenAsync(Guid parent, Actor actor, long after, int limit, CancellationToken cancellation) =>
        db.Set<Ticket>().AsNoTracking().VisibleTo(actor).Where(t => t.ParentId == parent && t.Number > after).OrderBy(t => t.Number).Take(limit).ToListAsync(cancellation);

    /// <summary>How many children there are in each status.</summary>
    public async Task<IReadOnlyDictionary<TicketStatus, int>> CountChildrenAsync(Guid parent, CancellationToken cancellation)
    {
        await using var command = database.Command("select t.status, count(*)::int from tickets.tickets t where t.parent_id = $1 group by t.status", parent);
        return (await command.ListAsync(row => (Status: Words.Parse<TicketStatus>(row.GetString(0)), Count: row.GetInt32(1)), cancellation)).ToDictionary(r => r.Status, r => r.Count);
    }

    private static LinkedTicket Read(string what, Ticket other) =>
        Enum.TryParse<Tie>(what, out var tie) ? new(other, tie, null)
        : what[0] == '-' ? new(other, null, Linking.Counterpart(Words.Parse<LinkKind>(what[1..])))
        : new(other, null, Words.Parse<LinkKind>(what));

    private static Task<TicketLink?> RowAsync(Ticket ticket, Ticket other, ActContext context) =>
        context.Work.Db.Set<TicketLink>().SingleOrDefaultAsync(l => l.FromId == ticket.Id && l.ToId == other.Id || l.FromId == other.Id && l.ToId == ticket.Id, context.Cancellation);
}
