namespace Fengtai.Mail.Replies;

/// <summary>Lines that stand between a message and an earlier one, as the usual mail programs write them in Chinese and English.</summary>
internal static class Dividers
{
    private const string Strokes = "-–—_=*·.<>:： \t\u00A0\u3000";

    private static readonly HashSet<string> Replies = new(StringComparer.OrdinalIgnoreCase)
    {
        "原始邮件", "原邮件", "邮件原件", "回复的原邮件", "回复的邮件", "回复邮件", "原始信息", "原始消息", "答复的邮件", "原始郵件", "原始訊息", "原始信件", "回覆的郵件",
        "Original Message", "Original", "Original Mail", "Original Email", "Replied Message", "Reply Message", "Original Text",
    };

    private static readonly HashSet<string> Forwards = new(StringComparer.OrdinalIgnoreCase)
    {
        "转发的消息", "转发的邮件", "转发邮件", "转发邮件信息", "被转发邮件信息", "转发的原邮件", "开始转发的邮件", "下面是被转发的邮件", "已转发邮件", "轉寄的郵件", "轉寄郵件", "開始轉寄郵件", "以下是轉寄的郵件",
        "Forwarded Message", "Forwarded Mail", "Forwarded Email", "Forward Message", "Begin forwarded message", "Forwarded by",
    };

    private static readonly string[] Above = ["在此行上方回复", "请在此线以上回复", "在此行以上回复", "reply above this line", "type your reply above"];

    public static bool IsReply(string line) =>
        line.Length < 120 && (IsDrawn(line) && Replies.Contains(Words(line)) || Array.Exists(Above, a => line.Contains(a, StringComparison.OrdinalIgnoreCase)));

    public static bool IsForward(string line) =>
        line.Length < 120 && (IsDrawn(line) || line.TrimEnd().EndsWith(':') || line.TrimEnd().EndsWith('：')) && Forwards.Contains(Words(line));

    /// <summary>Strokes alone.</summary>
    public static bool IsRule(string line) => line.Length is >= 5 and < 200 && Words(line).Length == 0 && IsDrawn(line);

    private static bool IsDrawn(string line)
    {
        var start = line.AsSpan().TrimStart(" \t\u00A0>*#");
        return start.Length > 2 && start[0] is '-' or '_' or '—' or '=' && start[1] == start[0];
    }

    private static string Words(string line) => line.Trim(Strokes.ToCharArray()).Replace('\u00A0', ' ');
}
