using System.Globalization;

namespace Fengtai.Bench;

/// <summary>A result as a Markdown table.</summary>
internal sealed class Table(string title, params string[] heads)
{
    private readonly List<string[]> _rows = [];

    public void Add(params object[] cells) => _rows.Add([.. cells.Select(c => Convert.ToString(c, CultureInfo.InvariantCulture)!)]);

    public string Print()
    {
        string[][] all = [heads, .. _rows];
        var widths = heads.Select((_, i) => all.Max(row => row[i].Length)).ToArray();
        string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select((c, i) => i == 0 ? c.PadRight(widths[i]) : c.PadLeft(widths[i])))} |";
        return string.Join('\n', [$"### {title}", "", Line(heads), Line(widths.Select((w, i) => i == 0 ? new string('-', w) : new string('-', w - 1) + ":")), .. _rows.Select(Line)]);
    }
}
