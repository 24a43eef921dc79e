using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fengtai.Tickets;

/// <param name="Previous">The cursor of the page before; null on the first, and where the page was not asked for by cursor.</param>
internal sealed record TicketPage(IReadOnlyList<Ticket> Items, string? Next, string? Previous = null);

/// <summary>Which tickets of those an actor may see fit a filter, in what order, page by page.</summary>
internal sealed class TicketList(NpgsqlDataSource database, FengtaiDb db)
{
    public const int LargestPage = 200;

    /// <param name="after">A cursor: what follows it.</param>
    /// <param name="before">A cursor: what precedes it, in the same order.</param>
    public async Task<Result<TicketPage>> PageAsync(TicketFilter filter, TicketOrder order, int limit, string? after, Actor actor, CancellationToken cancellation, string? before = null)
    {
        var query = new TicketQuery(actor);
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
        var query = new TicketQuery(actor);
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

    private static List<string> Where(Query query, TicketFilter filter, Actor actor) => [TicketSight.Condition(actor, query.Add), .. Narrowing(query, filter, actor)];

    private static List<string> Narrowing(Query query, TicketFilter filter, Actor actor)
    {
        var where = new List<string>();
        void If(bool given, Func<string> condition)
        {
            if (given)
            {
                where.Add(condition());
            }
        }
        If(filter.IsOpen == true, () => "t.status not in ('closed', 'cancelled')");
        If(filter.IsOpen == false, () => "t.status in ('closed', 'cancelled')");
        If(filter.Statuses.Count > 0, () => $"t.status = any ({query.Add(filter.Statuses.Select(Words.Of).ToArray())})");
        If(filter.Priorities.Count > 0, () => $"t.priority = any ({query.Add(filter.Priorities.Select(Words.Of).ToArray())})");
        If(filter.Types.Count > 0, () => $"t.type = any ({query.Add(filter.Types.Select(Words.Of).ToArray())})");
        If(filter.Categories.Count > 0, () => $"t.category_id = any ({query.Add(filter.Categories.ToArray())})");
        If(filter.Teams is not null, () => $"t.team_id = any ({query.Add(filter.Teams!.ToArray())})");
        If(filter.Owner is not null, () => $"t.owner_id = {query.Add(filter.Owner!.Value)}");
        If(filter.Assignee is not null, () => $"t.assignee_id = {query.Add(filter.Assignee!.Value)}");
        If(filter.Unassigned, () => "t.assignee_id is null");
        If(filter.Requester is not null, () => $"t.requester_id = {query.Add(filter.Requester!.Value)}");
        If(filter.Person is not null, () => $"(t.requester_id = {query.Add(filter.Person!.Value)} or t.reported_by_id = {query.Add(filter.Person!.Value)})");
        If(filter.Words is not null, () => Speaks(query, filter.Words!, actor));
        if (filter.And is { } also)
        {
            where.AddRange(Narrowing(query, also, actor));
        }
        return where;
    }

    /// <summary>By number, or by words; somebody who does not see everything finds internal words only in what they work on.</summary>
    private static string Speaks(Query query, string words, Actor actor)
    {
        var byNumber = long.TryParse(words.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? $"t.number = {query.Add(number)}" : "false";
        if (SearchText.Query(words) is not { } terms)
        {
            return byNumber;
        }
        return $"({byNumber} or exists (select from tickets.search s where s.ticket_id = t.id and s.words @@ {query.Add(terms)}::tsquery and {Reads(query, actor)}))";
    }

    /// <summary>Which texts find a ticket for the actor. What came with a request finds it for those whose it is; who follows it finds it by its conversation.</summary>
    private static string Reads(Query query, Actor actor)
    {
        if (actor.May(TicketPermissions.ReadAll))
        {
            return "true";
        }
        var me = query.Add(actor.Id);
        var isPublic = $"s.is_public and (s.part_id <> t.id or t.requester_id = {me} or t.reported_by_id = {me})";
        return actor.May(TicketPermissions.Work) ? $"({isPublic} or t.assignee_id = {me} or t.team_id = any ({query.Add(actor.Teams.ToArray())}))" : $"({isPublic})";
    }

    private static string Key(TicketSort sort) => sort switch
    {
        TicketSort.OpenedAt => "t.opened_at",
        TicketSort.UpdatedAt => "t.updated_at",
        TicketSort.NextDue => "coalesce(t.next_due_at, 'infinity')",
        TicketSort.Priority => RankThenDue,
    };

    private static string Order(TicketSort sort, bool backwards) => IsAscending(sort) != backwards ? $"{Key(sort)}, t.id" : $"{Key(sort)} desc, t.id desc";

    private static string Beyond(TicketSort sort, Cursor cursor, bool backwards, Query query)
    {
        var type = sort == TicketSort.Priority ? "numeric" : "timestamptz";
        return $"({Key(sort)}, t.id) {(IsAscending(sort) != backwards ? ">" : "<")} ({query.Add(cursor.Key)}::{type}, {query.Add(cursor.Id)})";
    }

    private static bool IsAscending(TicketSort sort) => sort is TicketSort.NextDue or TicketSort.Priority;

    // seconds since 1970 stay below the weight of a rank for 30,000 years; what has no time comes last of its rank
    private const string RankThenDue = "(array_position(array['urgent', 'high', 'normal', 'low'], t.priority) * 1e12 + coalesce(extract(epoch from t.next_due_at), 9e11))";

    private sealed record Cursor(TicketSort Sort, string Key, Guid Id)
    {
        public string Write() => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Words.Of(Sort)}|{Key}|{Id:N}")).Replace('+', '-').Replace('/', '_').TrimEnd('=');

        public static Cursor? Read(string text)
        {
            var bytes = new byte[text.Length];
            var padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - text.Length % 4) % 4);
            return Convert.TryFromBase64String(padded, bytes, out var length)
                && Encoding.UTF8.GetString(bytes, 0, length).Split('|') is [var sort, var key, var id]
                && Words.TryParse<TicketSort>(sort, out var known) && Guid.TryParse(id, out var ticket) && IsKey(known, key)
                ? new(known, key, ticket)
                : null;
        }

        private static bool IsKey(TicketSort sort, string key) => sort == TicketSort.Priority
            ? decimal.TryParse(key, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            : key == "infinity" || DateTimeOffset.TryParse(key, CultureInfo.InvariantCulture, out _);
    }

    private sealed class Query
    {
        private readonly List<object> _values = [];

        public string Add(object value)
        {
            _values.Add(value);
            return "$" + _values.Count.ToString(CultureInfo.InvariantCulture);
        }

        public NpgsqlCommand Command(NpgsqlDataSource source, string sql) => source.Command(sql, _values.ToArray());
    }
}
