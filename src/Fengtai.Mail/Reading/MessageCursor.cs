namespace Fengtai.Mail.Reading;

/// <summary>A boundary line that was found.</summary>
/// <param name="Level">Which of the open boundaries, -1 for the end of the bytes.</param>
/// <param name="IsClosing">With two hyphens behind it.</param>
internal readonly record struct BoundaryHit(int Level, bool IsClosing)
{
    public static BoundaryHit End => new(-1, true);
}

/// <summary>
/// Bytes, a place in them, and the boundaries that are open there. A boundary line is two hyphens, the boundary, and the end of the
/// word (RFC 2046, 5.1.1, takes any beginning for it, but then "a" would end at "ab"). Lines end with LF or CR LF; with CR where there is no LF at all.
/// </summary>
internal sealed class MessageCursor(ReadOnlyMemory<byte> bytes)
{
    private readonly byte _break = bytes.Span.Contains((byte)'\n') ? (byte)'\n' : (byte)'\r';
    private readonly List<byte[]> _boundaries = [];

    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>The start of a line.</summary>
    public int At { get; set; }

    /// <summary>The boundary that was found last; <see cref="At"/> is behind its line.</summary>
    public BoundaryHit Hit { get; set; } = BoundaryHit.End;

    public int Boundaries => _boundaries.Count;

    public bool IsAtEnd => At >= bytes.Length;

    public void Open(byte[] boundary) => _boundaries.Add(boundary);

    public void Close(int level) => _boundaries.RemoveRange(level, _boundaries.Count - level);

    /// <summary>Whether one further out is called the same.</summary>
    public bool IsShadowing(int level) => _boundaries.FindIndex(b => b.AsSpan().SequenceEqual(_boundaries[level])) < level;

    /// <summary>The line that starts there, without its break.</summary>
    public ReadOnlySpan<byte> Line(int start, out int next)
    {
        var rest = bytes.Span[start..];
        var end = rest.IndexOf(_break);
        next = end < 0 ? bytes.Length : start + end + 1;
        return (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
    }

    /// <summary>Goes behind the line here if it is a boundary.</summary>
    public bool TakeBoundary()
    {
        if (_boundaries.Count == 0 || !bytes.Span[At..].StartsWith("--"u8))
        {
            return false;
        }
        var line = Line(At, out var next)[2..];
        for (var level = _boundaries.Count - 1; level >= 0; level--)
        {
            if (!line.StartsWith(_boundaries[level]))
            {
                continue;
            }
            var rest = line[_boundaries[level].Length..];
            var isClosing = rest.StartsWith("--"u8);
            rest = isClosing ? rest[2..] : rest;
            if (rest.IsEmpty || rest[0] is (byte)' ' or (byte)'\t')
            {
                (Hit, At) = (new(level, isClosing), next);
                return true;
            }
        }
        return false;
    }

    /// <summary>Goes behind the next boundary line, this one included.</summary>
    /// <returns>Where what is before it ends: the line break before a boundary belongs to the boundary.</returns>
    public int SkipToBoundary()
    {
        var start = At;
        Span<byte> dashes = [_break, (byte)'-', (byte)'-'];
        while (_boundaries.Count > 0 && !IsAtEnd)
        {
            var line = At;
            if (TakeBoundary())
            {
                return EndBefore(line, start);
            }
            var next = bytes.Span[line..].IndexOf(dashes);
            if (next < 0)
            {
                break;
            }
            At = line + next + 1;
        }
        (At, Hit) = (bytes.Length, BoundaryHit.End);
        return bytes.Length;
    }

    /// <summary>Where what lies before a boundary line ends.</summary>
    public int EndBefore(int line, int start)
    {
        var span = bytes.Span;
        if (line > start && span[line - 1] == _break)
        {
            line--;
        }
        if (_break == '\n' && line > start && span[line - 1] == '\r')
        {
            line--;
        }
        return line;
    }
}
