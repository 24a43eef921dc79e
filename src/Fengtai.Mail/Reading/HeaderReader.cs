using System.Text;

namespace Fengtai.Mail.Reading;

/// <summary>
/// The fields of a header (RFC 5322, 2.2), up to the empty line. A line that is no field is passed over where fields go on behind it;
/// else the body begins there.
/// </summary>
internal static class HeaderReader
{
    /// <returns>Where the part ends, if a boundary comes before its body.</returns>
    public static int? Read(MessageCursor cursor, MailPart part)
    {
        var start = cursor.At;
        var open = new OpenField(part, cursor.Bytes);
        while (!cursor.IsAtEnd)
        {
            var at = cursor.At;
            if (cursor.TakeBoundary())
            {
                open.Finish();
                return cursor.EndBefore(at, start);
            }
            var line = cursor.Line(at, out var next);
            if (line.IsEmpty)
            {
                cursor.At = next;
                break;
            }
            if (line[0] is (byte)' ' or (byte)'\t' && open.Continue(at + line.Length))
            {
                cursor.At = next;
                continue;
            }
            open.Finish();
            if (NameLength(line) is > 0 and var length)
            {
                open.Begin(at, length, at + line.IndexOf((byte)':') + 1, at + line.Length);
            }
            else if (part.Headers.Count > 0 && next < cursor.Bytes.Length && NameLength(cursor.Line(next, out _)) > 0)
            {
                part.Note(MailDefectKind.NotAField);
            }
            else
            {
                part.Note(MailDefectKind.NoEmptyLine);
                break;
            }
            cursor.At = next;
        }
        open.Finish();
        return null;
    }

    /// <summary>Passes over the line of an mbox and empty lines, where a header follows.</summary>
    public static void SkipBefore(MessageCursor cursor, MailPart part)
    {
        for (var at = 0; at < cursor.Bytes.Length;)
        {
            var line = cursor.Line(at, out var next);
            if (!line.IsEmpty && !line.StartsWith("From "u8) && !line.StartsWith(">From "u8))
            {
                if (at > 0 && NameLength(line) > 0)
                {
                    part.Note(MailDefectKind.LinesBeforeHeader);
                    cursor.At = at;
                }
                return;
            }
            at = next;
        }
    }

    /// <summary>RFC 5322, 2.2: printable ASCII before the colon; white space between them is of old times (4.5). 0 where the line is no field.</summary>
    private static int NameLength(ReadOnlySpan<byte> line)
    {
        var end = line.IndexOfAnyExceptInRange((byte)33, (byte)126);
        var colon = (end < 0 ? line : line[..end]).IndexOf((byte)':');
        if (colon >= 0)
        {
            return colon;
        }
        return end > 0 && line[end..].TrimStart(" \t"u8).StartsWith(":"u8) ? end : 0;
    }

    private sealed class OpenField(MailPart part, ReadOnlyMemory<byte> bytes)
    {
        private string? _name;
        private int _start;
        private int _end;

        public void Begin(int at, int nameLength, int start, int end) =>
            (_name, _start, _end) = (Encoding.ASCII.GetString(bytes.Span.Slice(at, nameLength)), start, end);

        public bool Continue(int end)
        {
            _end = end;
            return _name is not null;
        }

        public void Finish()
        {
            if (_name is null)
            {
                return;
            }
            if (part.Headers.Count < part.Context.Limits.HeaderFields)
            {
                part.Headers.Add(new(part, _name, bytes[_start.._end]));
            }
            else
            {
                part.Note(MailDefectKind.TooManyFields);
            }
            _name = null;
        }
    }
}
