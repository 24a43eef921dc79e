namespace Fengtai.Mail.Replies;

/// <summary>Lines of earlier messages. Behind them stands what was forwarded, which is no quotation.</summary>
/// <param name="HasMarks">Whether its lines bear ">", so that others among them are answers.</param>
/// <param name="MarksFrom">The first of those lines.</param>
internal readonly record struct Quotation(int Start, int End, bool HasMarks, int MarksFrom);

/// <summary>
/// Finds where earlier messages begin: a line that divides ("-----原始邮件-----"), a block of fields (Outlook, Foxmail), a sentence that says who wrote
/// when (Gmail, Apple, 网易), or lines that begin with ">" (RFC 3676, 4.5).
/// </summary>
internal static class Quotations
{
    public static Quotation Find(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (Dividers.IsForward(lines[i]))
            {
                return new(i, i, false, i);
            }
            if (IsMarked(lines[i]))
            {
                return new(i, ForwardAfter(lines, i), true, i);
            }
            if (Dividers.IsReply(lines[i]) || FieldBlocks.StartsAt(lines, i))
            {
                return new(StartWithRule(lines, i), lines.Count, false, i);
            }
            if (Attributions.LengthAt(lines, i) is > 0 and var length)
            {
                var next = NextWritten(lines, i + length);
                return next < lines.Count && IsMarked(lines[next])
                    ? new(i, ForwardAfter(lines, next), true, next)
                    : new(i, lines.Count, false, i);
            }
        }
        return new(lines.Count, lines.Count, false, lines.Count);
    }

    public static bool IsMarked(string line) => line.AsSpan().TrimStart(" \u00A0").StartsWith(">", StringComparison.Ordinal);

    // a forwarded message below one's own quotation
    private static int ForwardAfter(IReadOnlyList<string> lines, int start)
    {
        for (var i = start; i < lines.Count; i++)
        {
            if (!IsMarked(lines[i]) && Dividers.IsForward(lines[i]))
            {
                return i;
            }
        }
        return lines.Count;
    }

    // Outlook draws a rule above its fields
    private static int StartWithRule(IReadOnlyList<string> lines, int at)
    {
        var before = at - 1;
        while (before >= 0 && string.IsNullOrWhiteSpace(lines[before]))
        {
            before--;
        }
        return before >= 0 && Dividers.IsRule(lines[before]) ? before : at;
    }

    private static int NextWritten(IReadOnlyList<string> lines, int from)
    {
        while (from < lines.Count && string.IsNullOrWhiteSpace(lines[from]))
        {
            from++;
        }
        return from;
    }
}
