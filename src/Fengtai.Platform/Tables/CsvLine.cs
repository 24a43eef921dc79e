using System.Buffers;

namespace Fengtai.Platform.Tables;

/// <summary>
/// A line of a table for any spreadsheet (RFC 4180). No cell can run as a formula: those that would begin with an apostrophe, which
/// <see cref="Unescaped"/> takes off again.
/// </summary>
public static class CsvLine
{
    // the full-width ones, too: spreadsheets in East Asian languages take them for the others
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n;\t");

    public static string Of(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    public static string Unescaped(string cell) => IsEscaped(cell) ? cell[1..] : cell;

    private static string Cell(string? text)
    {
        var safe = text is { Length: > 0 } && (FormulaStarts.Contains(text[0], StringComparison.Ordinal) || IsEscaped(text)) ? "'" + text : text ?? "";
        return safe.AsSpan().ContainsAny(NeedQuotes) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static bool IsEscaped(string cell) => cell.Length > 1 && cell[0] == '\'' && (FormulaStarts.Contains(cell[1], StringComparison.Ordinal) || cell[1] == '\'');
}
