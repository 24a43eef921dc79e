using System.Text;

namespace Fengtai.Mail.Reading;

/// <summary>A file that stands in the text between "begin 644 name" and "end".</summary>
/// <param name="Start">Where the line "begin" starts.</param>
/// <param name="End">Behind the line "end".</param>
internal sealed record UuFile(string Name, ReadOnlyMemory<byte> Raw, int Start, int End);

/// <summary>uuencode (POSIX.1, uuencode): each line says how many bytes it holds; short lines are filled with zeros, as trailing blanks get lost on the way.</summary>
internal static class UuEncoding
{
    private const int MostFiles = 100;

    /// <param name="target">At least as long as the source.</param>
    /// <returns>Bytes written.</returns>
    public static int Decode(ReadOnlySpan<byte> source, Span<byte> target, out bool isDamaged)
    {
        isDamaged = false;
        var (written, hasBegun) = (0, source.IndexOf("begin "u8) < 0);
        foreach (var range in Lines(source))
        {
            var line = source[range].TrimEnd("\r"u8);
            if (!hasBegun)
            {
                hasBegun = line.StartsWith("begin "u8);
                continue;
            }
            if (line.IsEmpty || line.SequenceEqual("end"u8))
            {
                continue;
            }
            var length = line[0] - 32 & 63;
            if (line[0] is < 32 or > 96 || written + length > target.Length)
            {
                isDamaged = true;
                continue;
            }
            isDamaged |= (line.Length - 1) * 3 / 4 < length;
            DecodeLine(line[1..], target.Slice(written, length));
            written += length;
        }
        return written;
    }

    /// <summary>Files within a text, as mailers before MIME sent them.</summary>
    public static List<UuFile> Find(ReadOnlyMemory<byte> text)
    {
        var files = new List<UuFile>();
        var span = text.Span;
        var at = 0;
        while (files.Count < MostFiles && at < span.Length && NextBegin(span, at) is >= 0 and var begin)
        {
            var bodyStart = LineAfter(span, begin);
            var name = Encoding.UTF8.GetString(span[(begin + "begin 644 ".Length)..bodyStart].TrimEnd("\r\n "u8));
            var end = bodyStart;
            while (end < span.Length && LineIsData(span[end..]))
            {
                end = LineAfter(span, end);
            }
            if (end == bodyStart || !span[end..].StartsWith("end"u8))
            {
                at = bodyStart;
                continue;
            }
            files.Add(new(name, text[bodyStart..end], begin, at = LineAfter(span, end)));
        }
        return files;
    }

    private static int NextBegin(ReadOnlySpan<byte> span, int from)
    {
        while (from < span.Length && span[from..].IndexOf("begin "u8) is >= 0 and var found)
        {
            from += found;
            var line = span[from..];
            if ((from == 0 || span[from - 1] == '\n') && line.Length > 11 && line.Slice(6, 3).IndexOfAnyExceptInRange((byte)'0', (byte)'7') < 0 && line[9] == ' ')
            {
                return from;
            }
            from += 6;
        }
        return -1;
    }

    private static bool LineIsData(ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var line = (end < 0 ? rest : rest[..end]).TrimEnd("\r"u8);
        return line.Length is > 0 and <= 90 && line[0] is >= 32 and <= 96 && ((line[0] - 32 & 63) + 2) / 3 * 4 + 2 >= line.Length && line.IndexOfAnyExceptInRange((byte)32, (byte)96) < 0;
    }

    private static int LineAfter(ReadOnlySpan<byte> span, int from) =>
        span[from..].IndexOf((byte)'\n') is >= 0 and var end ? from + end + 1 : span.Length;

    private static void DecodeLine(ReadOnlySpan<byte> letters, Span<byte> target)
    {
        for (var i = 0; i < target.Length; i++)
        {
            var at = i / 3 * 4 + i % 3;
            var (high, low) = (Six(letters, at), Six(letters, at + 1));
            target[i] = (byte)((i % 3) switch
            {
                0 => high << 2 | low >> 4,
                1 => high << 4 | low >> 2,
                _ => high << 6 | low,
            });
        }
    }

    private static int Six(ReadOnlySpan<byte> letters, int at) => at < letters.Length ? letters[at] - 32 & 63 : 0;

    private static List<Range> Lines(ReadOnlySpan<byte> source)
    {
        var lines = new List<Range>();
        for (var at = 0; at < source.Length;)
        {
            var next = LineAfter(source, at);
            lines.Add(at..(source[next - 1] == '\n' ? next - 1 : next));
            at = next;
        }
        return lines;
    }
}
