using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Fengtai.Audit.Rules;

/// <summary>The rows of one stretch, by ascending id: collects what the seal's hash is over and what later tells which row was touched.</summary>
internal sealed class Stretch(string log, long fromId)
{
    /// <summary>Per row: its id, and so much of its digest that no change keeps it by chance.</summary>
    private const int Kept = 8 + Prefix;

    private const int Prefix = 8;

    private readonly IncrementalHash _rows = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<byte> _digests = [];

    public static ReadOnlySpan<byte> BeforeTheFirst => new byte[CanonicalRow.DigestSize];

    public int Count { get; private set; }

    /// <summary>What is kept of the rows beside the hash.</summary>
    public byte[] Digests => [.. _digests];

    public void Add(long id, ReadOnlySpan<byte> digest)
    {
        Span<byte> kept = stackalloc byte[Kept];
        BinaryPrimitives.WriteInt64BigEndian(kept, id);
        digest[..Prefix].CopyTo(kept[8..]);
        _digests.AddRange(kept);
        _rows.AppendData(digest);
        Count++;
    }

    /// <summary>The seal's hash: over the one before, the stretch, the moment, and the digests of its rows.</summary>
    public byte[] Hash(ReadOnlySpan<byte> previous, long number, long toId, DateTimeOffset madeAt)
    {
        Span<byte> rows = stackalloc byte[CanonicalRow.DigestSize];
        _rows.GetCurrentHash(rows);
        Span<byte> head = stackalloc byte[CanonicalRow.DigestSize];
        new CanonicalRow().Begin("seal").Number(number).Text(log).Number(fromId).Number(toId).Number(Count).Time(madeAt).Digest(head);
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        all.AppendData(previous);
        all.AppendData(head);
        all.AppendData(rows);
        return all.GetHashAndReset();
    }

    /// <summary>The first row that is not as it was sealed: null where the rows are all the same and the seal itself was touched.</summary>
    /// <param name="sealedDigests">What the seal kept of the rows.</param>
    public (long Id, BreakKind Kind)? FirstDifference(ReadOnlySpan<byte> sealedDigests)
    {
        var now = _digests.ToArray().AsSpan();
        while (now.Length >= Kept && sealedDigests.Length >= Kept)
        {
            var id = IdOf(now);
            var was = IdOf(sealedDigests);
            if (id != was)
            {
                return id < was ? (id, BreakKind.Added) : (was, BreakKind.Missing);
            }
            if (!now[8..Kept].SequenceEqual(sealedDigests[8..Kept]))
            {
                return (id, BreakKind.Changed);
            }
            now = now[Kept..];
            sealedDigests = sealedDigests[Kept..];
        }
        return now.Length >= Kept ? (IdOf(now), BreakKind.Added)
            : sealedDigests.Length >= Kept ? (IdOf(sealedDigests), BreakKind.Missing)
            : null;
    }

    private static long IdOf(ReadOnlySpan<byte> kept) => BinaryPrimitives.ReadInt64BigEndian(kept);
}

internal enum BreakKind
{
    /// <summary>The row is there, but not as it was.</summary>
    Changed,

    /// <summary>The row was there and is not any more.</summary>
    Missing,

    /// <summary>The row was not there when its stretch was sealed.</summary>
    Added,

    /// <summary>Not the rows but the seal was touched.</summary>
    SealChanged,

    /// <summary>The number has no seal.</summary>
    SealMissing,
}
