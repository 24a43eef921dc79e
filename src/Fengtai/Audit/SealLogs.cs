using Fengtai.Audit.Rules;
using Fengtai.Platform.Data;
using Fengtai.Platform.Jobs;
using Npgsql;

namespace Fengtai.Audit;

/// <summary>
/// Seals what is complete: full stretches at once, a shorter one once a minute. A run ends after two seconds, so that
/// other recurring work has its turn; what is left waits for the next.
/// </summary>
internal sealed class SealLogs(NpgsqlDataSource database, CompleteUpTo complete, Chain chain, TimeProvider time) : IRecurringJob
{
    public const string Name = "audit.seal";

    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <summary>Rows of a full stretch.</summary>
    public const int Full = 5000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(2);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        foreach (var log in SealedLog.All)
        {
            var upTo = await complete.AskAsync(log, cancellation);
            while (time.GetElapsedTime(started) < LongestRun && await SealNextAsync(log, upTo, cancellation))
            {
                // there may be more
            }
        }
    }

    /// <summary>Whether a full stretch was sealed, so that there may be another.</summary>
    private async Task<bool> SealNextAsync(SealedLog log, long upTo, CancellationToken cancellation)
    {
        var own = await chain.NewestAsync(log, cancellation);
        var from = own?.ToId + 1 ?? 1;
        if (from > upTo)
        {
            return false;
        }
        var stretch = new Stretch(log.Name, from);
        var last = await ReadAsync(log, stretch, from, upTo, cancellation);
        var isFull = stretch.Count == Full;
        var now = Whole(time.GetUtcNow());
        if (stretch.Count == 0 || !isFull && own is not null && (now - own.MadeAt).Duration() < Patience)
        {
            return false;
        }
        var newest = await chain.NewestAsync(null, cancellation);
        var number = (newest?.Number ?? 0) + 1;
        // with fewer rows than fit, nothing can come between the last one and the end of what is complete
        var to = isFull ? last : upTo;
        var hash = stretch.Hash(newest is null ? Stretch.BeforeTheFirst : newest.Hash, number, to, now);
        return await chain.AddAsync(new(number, log.Name, from, to, stretch.Count, stretch.Digests, hash, now), cancellation) && isFull;
    }

    /// <summary>The id of the last row.</summary>
    private async Task<long> ReadAsync(SealedLog log, Stretch stretch, long from, long upTo, CancellationToken cancellation)
    {
        // the first stretch begins where the log does, whatever its ids are
        await using var command = database.Command(
            $"select {log.Columns} from {log.Table} where id between $1 and $2 order by id limit {Full}", from == 1 ? long.MinValue : from, upTo);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var bytes = new CanonicalRow();
        var digest = new byte[CanonicalRow.DigestSize];
        var last = 0L;
        while (await rows.ReadAsync(cancellation))
        {
            last = log.Digest(rows, bytes, digest);
            stretch.Add(last, digest);
        }
        return last;
    }

    // as the database keeps it, or the hash could not be recomputed
    private static DateTimeOffset Whole(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
