using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fengtai.Tickets;

/// <param name="Previous">The cursor of the page before; null on the first, and where the page was not asked for by cursor.</param>
internal sealed record TicketPage(IReadOnlyList<Ticket> Items, string? Next, string? Previous = null);

/// <summary>Which tickets of those an actor may see fit a filter, in what order, page by page.</summary>
internal sealed class TicketList(NpgsqlDataSource database, FengtaiDb db, WordMatches matches)
{
    public const int LargestPage = 200;

    /// <param name="after">A cursor: what follows it.</param>
    /// <param name="before">A cursor: what precedes it, in the same order.</param>
    public async Task<Result<TicketPage>> PageAsync(TicketFilter filter, TicketOrder order, int limit, string? after, Actor actor, CancellationToken cancellation, string? before = null)
    {
        var query = await matches.QueryAsync(actor, filter, cancellation);
        var where = query.Where(filter).ToList();
        var backwards = before is { Length: > 0 };
        var from = backwards ? before : after;
        if (from is { Length: > 0 })
        {
            if (TicketOrder.Cursor.Read(from) is not { } cursor || cursor.Order != order)
            {
                return new UnknownValue(backwards ? "before" : "after", from);
            }
            where.Add(cursor.Beyond(backwards, query.Add));
        }
        await using var command = query.Command(database, $"""
            select t.id, {string.Join(", ", order.Keys.Select(k => k.Expression + "::text"))}
            from tickets.tickets t
            where {string.Join("\n  and ", where)}
            order by {order.Clause(backwards)}
            limit {query.Add(limit + 1)}
            """);
        var found = await command.ListAsync(row => (Id: row.GetGuid(0), Keys: order.Keys.Select((_, i) => row.GetString(i + 1)).ToArray()), cancellation);
        var more = found.Count > limit;
        var shown = found.Take(limit).ToList();
        if (backwards)
        {
            shown.Reverse();
        }
        var items = await LoadAsync(shown.ConvertAll(f => f.Id), actor, cancellation);
        return new TicketPage(
            items,
            shown.Count > 0 && (backwards || more) ? CursorOf(shown[^1]) : null,
            shown.Count > 0 && (backwards ? more : from is { Length: > 0 }) ? CursorOf(shown[0]) : null);

        string CursorOf((Guid Id, string[] Keys) row) => new TicketOrder.Cursor(order, row.Keys, row.Id).Write();
    }

    /// <summary>All of them in their order, up to a limit.</summary>
    public async Task<IReadOnlyList<Guid>> IdsAsync(TicketFilter filter, TicketOrder order, int limit, Actor actor, CancellationToken cancellation)
    {
        var query = await matches.QueryAsync(actor, filter, cancellation);
        await using var command = query.Command(database, $"""
            select t.id
            from tickets.tickets t
            where {string.Join("\n  and ", query.Where(filter))}
            order by {order.Clause(backwards: false)}
            limit {query.Add(limit)}
            """);
        return await command.ListAsync(row => row.GetGuid(0), cancellation);
    }

    /// <summary>The tickets with these ids that the actor may see, in the order given.</summary>
    public async Task<IReadOnlyList<Ticket>> LoadAsync(IReadOnlyList<Guid> ids, Actor actor, CancellationToken cancellation)
    {
        var wanted = ids.ToArray();
        var byId = await db.Set<Ticket>().AsNoTracking().VisibleTo(actor).Where(t => wanted.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellation);
        return [.. ids.Where(byId.ContainsKey).Select(id => byId[id])];
    }
}
