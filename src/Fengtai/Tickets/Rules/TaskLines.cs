using System.Text.RegularExpressions;

namespace Fengtai.Tickets.Rules;

/// <summary>A check-list as people paste it: one task a line, whatever marks or numbers stand before it.</summary>
internal static partial class TaskLines
{
    public static IReadOnlyList<string> Read(string text) =>
        [.. text.Split('\n').Select(l => Mark.Replace(l.Trim(), "").Trim()).Where(l => l.Length > 0)];

    // "- [ ] ", "* ", "• ", "☐ ", "1. ", "2) ", "3、", "（4）"; what merely begins with a number keeps it
    [GeneratedRegex(@"^(?:[-*•·–](?:\s+|$))?(?:\[[ xX√✓]?\]\s*|[☐☑✓✔□■]\s*)?(?:\d{1,2}(?:[.)]\s+|[、）]\s*)|[(（]\d{1,2}[)）]\s*)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark { get; }
}
