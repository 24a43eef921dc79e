namespace Fengtai.Mail.Replies;

/// <summary>Fields of an earlier message as text: "From: … Sent: … To: … Subject: …", "发件人：… 发送时间：…", as Outlook, Foxmail, QQ and 阿里 write them.</summary>
internal static class FieldBlocks
{
    /// <summary>Lines in which the other fields must follow the first.</summary>
    private const int Lines = 8;

    private static readonly string[] First = ["From", "发件人", "寄件者", "寄件人", "發件人"];
    private static readonly string[] Others =
        ["Sent", "Date", "To", "Cc", "Subject", "发送时间", "发送日期", "日期", "时间", "收件人", "抄送", "抄送人", "主题", "傳送時間", "寄件日期", "收件者", "副本", "主旨", "主題"];

    public static bool StartsAt(IReadOnlyList<string> lines, int at)
    {
        if (!IsField(lines[at], First))
        {
            return false;
        }
        var (found, end) = (0, Math.Min(lines.Count, at + Lines));
        for (var i = at + 1; i < end; i++)
        {
            found += IsField(lines[i], Others) ? 1 : 0;
        }
        return found >= 2;
    }

    private static bool IsField(string line, string[] names)
    {
        // bold in plain text is "*From:*", a table is "| From |", 阿里 fills names with wide spaces
        var text = line.AsSpan().TrimStart(" \t\u00A0*|>-");
        var colon = text[..Math.Min(text.Length, 20)].IndexOfAny(":：|");
        if (colon < 2)
        {
            return false;
        }
        var name = text[..colon].ToString().Replace("\u3000", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Trim('*');
        return Array.Exists(names, n => n.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
