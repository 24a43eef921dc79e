using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;
using Npgsql;

namespace Fengtai.Tickets;

/// <param name="OrMore">Nobody counted further.</param>
public readonly record struct TicketCount(int Number, bool OrMore);

/// <summary>
/// How many tickets fit each of several filters? What is open is counted in one reading of one small index, whatever the number of filters;
/// everything else up to <see cref="Limit"/>, and not at all where that would take too long.
/// </summary>
internal sealed class TicketCounts(NpgsqlDataSource database, WordMatches matches, TimeProvider time)
{
    /// <summary>Counts stop here.</summary>
    public const int Limit = 1_000;

    /// <summary>For all counts together that need more than the index of open tickets.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <returns>In the order of the filters; null is not known.</returns>
    public async Task<IReadOnlyList<TicketCount?>> OfAsync(IReadOnlyList<TicketFilter> filters, Actor actor, CancellationToken cancellation)
    {
        var counts = new TicketCount?[filters.Count];
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await AmongOpenAsync(filters, counts, actor, connection, cancellation);
        await OthersAsync(filters, counts, actor, connection, cancellation);
        return counts;
    }

    public async Task<TicketCount?> OfAsync(TicketFilter filter, Actor actor, CancellationToken cancellation) => (await OfAsync([filter], actor, cancellation))[0];

    private async Task AmongOpenAsync(IReadOnlyList<TicketFilter> filters, TicketCount?[] counts, Actor actor, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var here = Enumerable.Range(0, filters.Count).Where(i => filters[i].IsCountedAmongOpen).ToList();
        if (here.Count == 0)
        {
            return;
        }
        var query = await matches.QueryAsync(actor, here.Select(i => filters[i]), cancellation);
        await using var command = query.Command(connection, $"""
            select array[{string.Join(",\n    ", here.Select(i => $"count(*) filter (where {query.AmongOpen(filters[i])})::int"))}]
            from tickets.tickets t
            where {string.Join("\n  and ", query.Where(TicketFilter.Open))}
            """);
        var found = (int[])(await command.ExecuteScalarAsync(cancellation))!;
        foreach (var (i, count) in here.Zip(found))
        {
            counts[i] = new(count, false);
        }
    }

    private async Task OthersAsync(IReadOnlyList<TicketFilter> filters, TicketCount?[] counts, Actor actor, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        foreach (var i in Enumerable.Range(0, filters.Count).Where(i => !filters[i].IsCountedAmongOpen))
        {
            var left = Patience - time.GetElapsedTime(begun);
            counts[i] = IsSurelyMore(filters[i], actor) ? new(Limit, true) : left.TotalMilliseconds >= 1 ? await CappedAsync(filters[i], actor, connection, left, cancellation) : null;
        }
    }

    /// <summary>Nobody counts what holds a common word and is asked for nothing else.</summary>
    private bool IsSurelyMore(TicketFilter filter, Actor actor) =>
        filter.Conditions is [Speaks { IsNot: false, Words: var words }] && actor.May(TicketPermissions.ReadAll) && matches.AreAtLeast(Limit, words);

    private async Task<TicketCount?> CappedAsync(TicketFilter filter, Actor actor, NpgsqlConnection connection, TimeSpan patience, CancellationToken cancellation)
    {
        var query = await matches.QueryAsync(actor, filter, cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var limit = new NpgsqlCommand($"set local statement_timeout = {(int)Math.Ceiling(patience.TotalMilliseconds)}", connection, transaction);
        await using var count = query.Command(connection, $"""
            select count(*)::int
            from (
                select
                from tickets.tickets t
                where {string.Join("\n  and ", query.Where(filter))}
                limit {Limit}) counted
            """);
        try
        {
            await limit.ExecuteNonQueryAsync(cancellation);
            var number = (int)(await count.ExecuteScalarAsync(cancellation))!;
            return new(number, number >= Limit);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.QueryCanceled && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
