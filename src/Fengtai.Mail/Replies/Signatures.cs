namespace Fengtai.Mail.Replies;

/// <summary>
/// Where the signature begins: two hyphens (RFC 3676, 4.3), what phones and programs add, a rule or a closing formula above a few short lines.
/// In doubt it is text: a name too many is read, a sentence too few is missed.
/// </summary>
internal static class Signatures
{
    private const int MostLines = 15;
    private const int MostShortLines = 8;
    private const int ShortLine = 60;

    private static readonly string[] Programs =
    [
        "发自我的", "发自 我的", "发自手机", "发自我手机", "发自iPhone", "发自 iPhone", "发自Outlook", "发自 Outlook", "发自QQ", "发自 QQ", "发自网易", "发自 网易", "发自新浪", "发自钉钉", "发自 钉钉", "发自企业微信", "发自飞书",
        "发自华为", "发自小米", "发自 Android", "发自安卓", "发送自 ", "发送自Windows", "来自我的", "来自 Outlook", "来自Outlook", "获取 Outlook", "获取Outlook", "下载 Outlook", "签名由", "从我的", "從我的", "發自我的", "傳送自",
        "Sent from my", "Sent from Mail", "Sent from Outlook", "Sent from Yahoo", "Sent via", "Sent with", "Get Outlook for", "Sent from Samsung", "Sent from Galaxy", "Sent from Foxmail", "Sent from WPS", "Sent from DingTalk",
    ];

    private static readonly string[] Closings =
    [
        "此致", "祝好", "顺祝商祺", "顺颂商祺", "祝商祺", "商祺", "顺颂时祺", "祝工作顺利", "Best regards", "Kind regards", "Regards", "Best wishes", "Warm regards", "With best regards", "Sincerely", "Yours sincerely", "Best,", "Cheers,", "BR,",
    ];

    /// <returns>The number of lines where there is no signature.</returns>
    public static int StartOf(IReadOnlyList<string> lines)
    {
        var start = lines.Count;
        var (written, isShort) = (0, true);
        for (var i = lines.Count - 1; i >= 0 && written <= MostLines; i--)
        {
            var line = lines[i].Trim(' ', '\t', '\u00A0', '\u200B');
            if (line.Length == 0)
            {
                continue;
            }
            if (Begins(line, lines[i], isShort && written <= MostShortLines, written))
            {
                start = i;
            }
            isShort &= line.Length <= ShortLine;
            written++;
        }
        // a line of a table above the programs' own: "| 张三 |" (网易邮箱大师)
        while (start > 0 && start < lines.Count && lines[start - 1].TrimStart().StartsWith('|'))
        {
            start--;
        }
        return start;
    }

    private static bool Begins(string line, string raw, bool isAboveShortLines, int linesBelow)
    {
        if (line is "--" or "—" or "——" || raw.StartsWith("-- ", StringComparison.Ordinal) && line.Length == 2)
        {
            return true;
        }
        if (line.Length <= ShortLine && Array.Exists(Programs, p => line.StartsWith(p, StringComparison.OrdinalIgnoreCase)))
        {
            return IsWholeLine(line);
        }
        if (!isAboveShortLines)
        {
            return false;
        }
        return linesBelow > 0 && Dividers.IsRule(line) || Array.Exists(Closings, c => IsClosing(line, c));
    }

    // "发自我的内心" and "从我的电脑发送不出去" are sentences
    private static bool IsWholeLine(string line) => !line.EndsWith('。') && line.AsSpan().IndexOfAny("，！？!?") < 0
        && (!line.StartsWith("从我的", StringComparison.Ordinal) || line.EndsWith("发送", StringComparison.Ordinal)) && !line.Contains("内心", StringComparison.Ordinal);

    private static bool IsClosing(string line, string closing) =>
        line.StartsWith(closing, StringComparison.OrdinalIgnoreCase) && line.AsSpan(closing.Length).Trim(" ,.，。！!～~:：").Length == 0;
}
