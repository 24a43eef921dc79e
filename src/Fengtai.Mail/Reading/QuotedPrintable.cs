namespace Fengtai.Mail.Reading;

/// <summary>Quoted-printable (RFC 2045, 6.7): white space at the end of a line is none of it, small letters are taken, a "=" that begins nothing stays.</summary>
internal static class QuotedPrintable
{
    /// <param name="target">At least as long as the source.</param>
    /// <returns>Bytes written.</returns>
    public static int Decode(ReadOnlySpan<byte> source, Span<byte> target, out bool isDamaged)
    {
        isDamaged = false;
        var written = 0;
        while (!source.IsEmpty)
        {
            var end = source.IndexOf((byte)'\n');
            var line = end < 0 ? source : source[..end];
            source = end < 0 ? [] : source[(end + 1)..];
            var content = line.TrimEnd(" \t\r"u8);
            var isSoft = content.EndsWith("="u8);
            DecodeLine(isSoft ? content[..^1] : content, target, ref written, ref isDamaged);
            if (!isSoft && end >= 0)
            {
                if (line.EndsWith("\r"u8))
                {
                    target[written++] = (byte)'\r';
                }
                target[written++] = (byte)'\n';
            }
        }
        return written;
    }

    private static void DecodeLine(ReadOnlySpan<byte> line, Span<byte> target, ref int written, ref bool isDamaged)
    {
        while (line.IndexOf((byte)'=') is >= 0 and var at)
        {
            line[..at].CopyTo(target[written..]);
            written += at;
            var value = at + 2 < line.Length ? Hex(line[at + 1]) << 4 | Hex(line[at + 2]) : -1;
            isDamaged |= value < 0;
            target[written++] = value < 0 ? (byte)'=' : (byte)value;
            line = line[(value < 0 ? at + 1 : at + 3)..];
        }
        line.CopyTo(target[written..]);
        written += line.Length;
    }

    // negative where it is no digit, also after shifting
    private static int Hex(byte letter) => letter switch
    {
        >= (byte)'0' and <= (byte)'9' => letter - '0',
        >= (byte)'A' and <= (byte)'F' => letter - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => letter - 'a' + 10,
        _ => -1,
    };
}
