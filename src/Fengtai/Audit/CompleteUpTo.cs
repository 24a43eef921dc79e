using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Audit;

/// <summary>
/// Up to which id can no row of a log appear any more? Ids are given out in ascending order, but a transaction may commit long after it got its
/// own. Whoever may still add a row with an id up to the newest one has had the table's write lock since before we looked: so once all those
/// who held it then have ended, everything up to that id is there. It waits for writers of this table alone, and for no other transaction.
/// Keeps its question between the runs; one per node.
/// </summary>
internal sealed class CompleteUpTo(NpgsqlDataSource database)
{
    private readonly Dictionary<SealedLog, State> _states = [];

    /// <summary>0 where nothing is known to be complete yet.</summary>
    public async Task<long> AskAsync(SealedLog log, CancellationToken cancellation)
    {
        var state = _states.GetValueOrDefault(log) ?? new(0, null, []);
        // the newest id first, the writers second: who got an id in between is among them
        var (newest, writers) = state.Wanted is { } wanted
            ? (wanted, state.Writers.Intersect(await WritersAsync(log, cancellation)).ToHashSet())
            : (await NewestAsync(log, cancellation), await WritersAsync(log, cancellation));
        state = writers.Count == 0 ? new(newest, null, []) : new(state.Complete, newest, writers);
        _states[log] = state;
        return state.Complete;
    }

    private async Task<long> NewestAsync(SealedLog log, CancellationToken cancellation)
    {
        await using var command = database.Command($"select coalesce(max(id), 0) from {log.Table}");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    // taken when a statement is parsed, before it asks for an id, and kept to the end of the transaction
    private async Task<HashSet<string>> WritersAsync(SealedLog log, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select distinct virtualtransaction
            from pg_locks
            where
                locktype = 'relation'
                and database = (select oid from pg_database where datname = current_database())
                and relation = $1::regclass
                and mode = 'RowExclusiveLock'
            """,
            log.Table);
        return [.. await command.ListAsync(row => row.GetString(0), cancellation)];
    }

    /// <param name="Wanted">The id that becomes complete when the writers have ended; null where nobody is waited for.</param>
    private sealed record State(long Complete, long? Wanted, HashSet<string> Writers);
}
