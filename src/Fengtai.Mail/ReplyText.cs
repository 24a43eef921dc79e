using Fengtai.Mail.Replies;

namespace Fengtai.Mail;

/// <summary>
/// What somebody wrote, apart from what the mail program put under it. Forwarded messages are what was written: who forwards wants them read.
/// Nothing is lost: all lines are in one of the three.
/// </summary>
/// <param name="New">Empty where nothing was added.</param>
/// <param name="Quoted">Earlier messages with the lines that introduce them.</param>
/// <param name="Signature">With the line that begins it; of phones ("发自我的 iPhone"), too.</param>
public sealed record ReplyText(string New, string Quoted, string Signature)
{
    public static ReplyText Of(MailMessage message) => Split(message.Text);

    /// <param name="text">Plain, or made from HTML so that quotations have their ">".</param>
    public static ReplyText Split(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var quote = Quotations.Find(lines);
        List<string> added = [.. lines[..quote.Start]];
        List<string> quoted = [];
        for (var i = quote.Start; i < quote.End; i++)
        {
            // answers between the lines of a quotation are new, once the quotation has begun
            var isNew = quote.HasMarks && i >= quote.MarksFrom && !Quotations.IsMarked(lines[i]) && !string.IsNullOrWhiteSpace(lines[i]);
            (isNew ? added : quoted).Add(lines[i]);
        }
        added.AddRange(lines[quote.End..]);
        var signature = Signatures.StartOf(added);
        return new(Join(added[..signature]), Join(quoted), Join(added[signature..]));
    }

    private static string Join(List<string> lines)
    {
        var (start, end) = (0, lines.Count);
        while (start < end && string.IsNullOrWhiteSpace(lines[start]))
        {
            start++;
        }
        while (end > start && string.IsNullOrWhiteSpace(lines[end - 1]))
        {
            end--;
        }
        return string.Join('\n', lines[start..end]).TrimEnd();
    }
}
