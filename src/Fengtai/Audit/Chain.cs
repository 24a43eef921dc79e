using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Audit;

/// <summary>The seals in their order.</summary>
internal sealed class Chain(NpgsqlDataSource database)
{
    private const string Columns = "number, log, from_id, to_id, count, digests, hash, made_at";
    private const string Head = "number, log, from_id, to_id, count, ''::bytea, hash, made_at";

    /// <summary>The newest seal, of all or of one log, without its digests; null where there is none yet.</summary>
    public async Task<Seal?> NewestAsync(SealedLog? log, CancellationToken cancellation)
    {
        await using var command = log is null
            ? database.Command($"select {Head} from audit.seals order by number desc limit 1")
            : database.Command($"select {Head} from audit.seals where log = $1 order by to_id desc limit 1", log.Name);
        return (await command.ListAsync(Read, cancellation)).FirstOrDefault();
    }

    /// <summary>Whether it was added; another run may have made the seal of this number.</summary>
    public async Task<bool> AddAsync(Seal made, CancellationToken cancellation) =>
        await database.ExecuteAsync(
            $"insert into audit.seals ({Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
            [made.Number, made.Log, made.FromId, made.ToId, made.Count, made.Digests, made.Hash, made.MadeAt],
            cancellation) == 1;

    /// <summary>All of them, from the first on.</summary>
    public static async IAsyncEnumerable<Seal> AllAsync(NpgsqlConnection connection, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = connection.Command($"select {Columns} from audit.seals order by number");
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            yield return Read(rows);
        }
    }

    private static Seal Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetInt64(2),
        row.GetInt64(3),
        row.GetInt32(4),
        row.GetFieldValue<byte[]>(5),
        row.GetFieldValue<byte[]>(6),
        row.GetFieldValue<DateTimeOffset>(7));
}
