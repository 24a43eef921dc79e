using System.Globalization;
using Npgsql;

namespace Fengtai.Platform.Live;

/// <summary>Something happened to a subject. A hint only: pages fetch what they may see.</summary>
public readonly record struct Hint(string SubjectKind, Guid SubjectId, bool IsPublic);

/// <summary>
/// Everything visible now that was still running or not begun at the previous snapshot: never misses a late commit,
/// never waits for a long transaction. Reads the primary; one instance per reader, not thread-safe.
/// </summary>
public sealed class LiveTail(NpgsqlDataSource database)
{
    private ulong _xmax = ulong.MaxValue;
    private ulong[] _running = [];

    public async Task<IReadOnlyCollection<Hint>> NextAsync(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("""
            select pg_current_snapshot()::text, null::text, null::uuid, null::boolean
            union all
            select null, subject_kind, subject_id, is_public from platform.events where xid >= $1
            union all
            select null, subject_kind, subject_id, is_public from platform.events where xid = any ($2)
            """);
        command.Parameters.Add(new() { Value = _xmax, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Xid8 });
        command.Parameters.Add(new() { Value = _running, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Xid8 });
        var found = new HashSet<Hint>();
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            if (rows.IsDBNull(0))
            {
                found.Add(new(rows.GetString(1), rows.GetGuid(2), rows.GetBoolean(3)));
            }
            else
            {
                Remember(rows.GetString(0));
            }
        }
        return found;
    }

    /// <param name="snapshot"><c>xmin:xmax:xip,…</c> as PostgreSQL writes a <c>pg_snapshot</c>.</param>
    private void Remember(string snapshot)
    {
        var parts = snapshot.Split(':');
        _xmax = ulong.Parse(parts[1], CultureInfo.InvariantCulture);
        _running = [.. parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(x => ulong.Parse(x, CultureInfo.InvariantCulture))];
    }
}
