namespace Fengtai.Mail.Replies;

/// <summary>Sentences that say who wrote when: "On … wrote:", "在 … 写道：", "张三 &lt;…&gt; 于2026年…写道：". They may be broken over some lines.</summary>
internal static class Attributions
{
    private const int MostLines = 4;
    private const int MostLetters = 400;

    private static readonly string[] Ends = ["wrote", "writes", "写道", "寫道", "写到", "的邮件", "来信"];
    private static readonly string[] Starts = ["On ", "在", "于", "於", "At ", "Le "];

    /// <summary>Lines of the sentence that starts there, 0 where none does.</summary>
    public static int LengthAt(IReadOnlyList<string> lines, int at)
    {
        var first = Bare(lines[at]);
        if (first.Length < 4)
        {
            return 0;
        }
        var (letters, most) = (0, MayGoOn(first) ? MostLines : 1);
        for (var i = at; i < Math.Min(lines.Count, at + most); i++)
        {
            var line = Bare(lines[i]);
            letters += line.Length;
            if (line.Length == 0 || letters > MostLetters)
            {
                return 0;
            }
            if (IsEnd(line))
            {
                return IsAboutAMessage(lines, at, i) ? i - at + 1 : 0;
            }
        }
        return 0;
    }

    // a name, an address or a date that the sentence goes on from
    private static bool MayGoOn(string line) => Array.Exists(Starts, s => line.StartsWith(s, StringComparison.Ordinal)) || line.Contains('<') || line.Contains('@');

    private static bool IsEnd(string line)
    {
        var end = line.AsSpan().TrimEnd(" \t\u00A0-*");
        if (end.Length == 0 || end[^1] is not (':' or '：') && !line.EndsWith("----", StringComparison.Ordinal))
        {
            return false;
        }
        end = end.TrimEnd(":： ");
        foreach (var word in Ends)
        {
            if (end.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    // a date or an address: "他在群里写道：" quotes no message
    private static bool IsAboutAMessage(IReadOnlyList<string> lines, int start, int end)
    {
        var (digits, hasAddress) = (0, false);
        for (var i = start; i <= end; i++)
        {
            digits += lines[i].Count(char.IsAsciiDigit);
            hasAddress |= lines[i].Contains('@');
        }
        return digits >= 5 || hasAddress;
    }

    private static string Bare(string line) => line.Trim(' ', '\t', '\u00A0', '-', '*', '"', '\u201C', '\u2003');
}
