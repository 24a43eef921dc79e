using System.Text.Json;
using Fengtai.Audit.Rules;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Npgsql;

namespace Fengtai.Audit;

/// <summary>Recomputes the whole chain from the rows and stops at the first place that does not agree.</summary>
internal sealed class VerifyChain(NpgsqlDataSource database, TimeProvider time)
{
    /// <param name="expected">A hash that was kept elsewhere; it must be that of one of the seals.</param>
    public async Task<Verification> RunAsync(string? expected, CancellationToken cancellation)
    {
        // the seals are read first: what they cover was there before
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var seals = Chain.AllAsync(connection, cancellation).GetAsyncEnumerator(cancellation);
        var hasSeal = await seals.MoveNextAsync();
        await using var events = await LogCursor.OpenAsync(SealedLog.Events, database, cancellation);
        await using var looks = await LogCursor.OpenAsync(SealedLog.Looks, database, cancellation);
        var walk = new Walk(events, looks);
        ChainBreak? broken = null;
        for (; hasSeal && broken is null; hasSeal = await seals.MoveNextAsync())
        {
            broken = await walk.NextAsync(seals.Current, cancellation);
            walk.IsExpectedFound |= broken is null && expected is not null && seals.Current.HashText == expected;
        }
        var found = new Verification(walk.Seals, walk.RowsOf(SealedLog.Events), walk.RowsOf(SealedLog.Looks), walk.NewestHash, broken)
        {
            UnsealedEvents = broken is null ? await events.RestAsync(cancellation) : 0,
            UnsealedLooks = broken is null ? await looks.RestAsync(cancellation) : 0,
            LacksExpected = broken is null && expected is not null && !walk.IsExpectedFound,
        };
        await KeepAsync(found, cancellation);
        return found;
    }

    private Task KeepAsync(Verification found, CancellationToken cancellation) => database.ExecuteAsync(
        "insert into audit.verifications (at, seals, events, looks, newest_hash, broken) values ($1, $2, $3, $4, $5, $6)",
        [
            time.GetUtcNow(), found.Seals, found.Events, found.Looks,
            new NpgsqlParameter { Value = (object?)found.NewestHash ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea },
            new NpgsqlParameter
            {
                Value = found.Broken is null ? DBNull.Value : JsonSerializer.Serialize(found.Broken, Json.Options),
                NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb,
            },
        ],
        cancellation);

    private sealed class Walk(LogCursor events, LogCursor looks)
    {
        private readonly Dictionary<string, long> _sealedTo = [];
        private readonly Dictionary<string, long> _rows = [];

        public long Seals { get; private set; }

        public byte[]? NewestHash { get; private set; }

        public bool IsExpectedFound { get; set; }

        /// <summary>How many of them agree.</summary>
        public long RowsOf(SealedLog log) => RowsOf(log.Name);

        public async Task<ChainBreak?> NextAsync(Seal seal, CancellationToken cancellation)
        {
            var number = Seals + 1;
            if (seal.Number != number)
            {
                return new(number, seal.Log, null, BreakKind.SealMissing);
            }
            var from = _sealedTo.GetValueOrDefault(seal.Log) + 1;
            var stretch = new Stretch(seal.Log, from);
            await (seal.Log == SealedLog.Events.Name ? events : looks).ReadAsync(stretch, seal.ToId, cancellation);
            var difference = stretch.FirstDifference(seal.Digests);
            if (!stretch.Hash(NewestHash is null ? Stretch.BeforeTheFirst : NewestHash, number, seal.ToId, seal.MadeAt).AsSpan().SequenceEqual(seal.Hash))
            {
                return new(number, seal.Log, difference?.Id, difference?.Kind ?? BreakKind.SealChanged);
            }
            if (difference is not null || from != seal.FromId || stretch.Count != seal.Count)
            {
                return new(number, seal.Log, null, BreakKind.SealChanged);
            }
            _sealedTo[seal.Log] = seal.ToId;
            _rows[seal.Log] = RowsOf(seal.Log) + stretch.Count;
            (Seals, NewestHash) = (number, seal.Hash);
            return null;
        }

        private long RowsOf(string log) => _rows.GetValueOrDefault(log);
    }
}

/// <param name="Seals">How many agree, from the first on.</param>
/// <param name="Events">How many rows agree.</param>
/// <param name="Broken">Null where everything agrees.</param>
internal sealed record Verification(long Seals, long Events, long Looks, byte[]? NewestHash, ChainBreak? Broken)
{
    public long UnsealedEvents { get; init; }

    public long UnsealedLooks { get; init; }

    /// <summary>The expected hash is nowhere in a chain that agrees with itself: it was made anew.</summary>
    public bool LacksExpected { get; init; }

    public bool IsIntact => Broken is null && !LacksExpected;
}

/// <summary>The first place where chain and log disagree.</summary>
/// <param name="Id">Of the row; null where it is the seal.</param>
internal sealed record ChainBreak(long Seal, string Log, long? Id, BreakKind Kind)
{
    public override string ToString() => Kind switch
    {
        BreakKind.Changed => $"Broken at seal {Seal}: {Row} {Id} was changed.",
        BreakKind.Missing => $"Broken at seal {Seal}: {Row} {Id} is missing.",
        BreakKind.Added => $"Broken at seal {Seal}: {Row} {Id} was added afterwards.",
        BreakKind.SealChanged => $"Broken at seal {Seal}: the seal itself was changed; its {Log} agree with what it kept of them.",
        BreakKind.SealMissing => $"Broken at seal {Seal}: the seal is missing.",
    };

    private string Row => Log == SealedLog.Events.Name ? "event" : "look";
}
