using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Fengtai.Audit.Rules;

/// <summary>
/// The bytes of one row that are hashed, whatever reads or stores it: fields in a fixed order, numbers big-endian, texts as UTF-8 behind their
/// length. Never changes; docs/decisions/0012 describes it for those who recompute it.
/// </summary>
internal sealed class CanonicalRow
{
    public const int DigestSize = SHA256.HashSizeInBytes;

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    public CanonicalRow Begin(string log)
    {
        _bytes.ResetWrittenCount();
        return Text(log);
    }

    public CanonicalRow Number(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(8), value);
        _bytes.Advance(8);
        return this;
    }

    /// <summary>Microseconds since 1970-01-01 UTC, as the database keeps it.</summary>
    public CanonicalRow Time(DateTimeOffset at) => Number((at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond);

    public CanonicalRow Flag(bool value)
    {
        _bytes.Write([value ? (byte)1 : (byte)0]);
        return this;
    }

    public CanonicalRow Id(Guid value)
    {
        value.TryWriteBytes(_bytes.GetSpan(16), bigEndian: true, out _);
        _bytes.Advance(16);
        return this;
    }

    /// <summary>Nothing is one byte 0, something is one byte 1 and the id.</summary>
    public CanonicalRow Id(Guid? value) => value is { } id ? Flag(true).Id(id) : Flag(false);

    public CanonicalRow Ids(IReadOnlyList<Guid> values)
    {
        Number(values.Count);
        foreach (var value in values)
        {
            Id(value);
        }
        return this;
    }

    public CanonicalRow Text(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Number(length);
        Encoding.UTF8.GetBytes(value, _bytes.GetSpan(length));
        _bytes.Advance(length);
        return this;
    }

    /// <summary>As with ids: nothing is one byte 0, something is one byte 1 and the text.</summary>
    public CanonicalRow MaybeText(string? value) => value is null ? Flag(false) : Flag(true).Text(value);

    public void Digest(Span<byte> into) => SHA256.HashData(_bytes.WrittenSpan, into);
}
