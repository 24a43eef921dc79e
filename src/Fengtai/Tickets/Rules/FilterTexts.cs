using System.Text;

namespace Fengtai.Tickets.Rules;

/// <summary>Filters as text: a query string that people can read, so commas and colons stay as they are (RFC 3986 allows both).</summary>
internal static class FilterTexts
{
    public static string Write(IEnumerable<KeyValuePair<string, string>> parameters) =>
        new StringBuilder().AppendJoin('&', parameters.Select(p => $"{Escaped(p.Key)}={Escaped(p.Value)}")).ToString();

    public static IReadOnlyList<FilterTerm> Read(string text) => FilterTerm.Read(Parameters(text));

    public static IEnumerable<KeyValuePair<string, string>> Parameters(string text) =>
        from part in text.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        let sides = part.Split('=', 2)
        select KeyValuePair.Create(Unescaped(sides[0]), sides.Length > 1 ? Unescaped(sides[1]) : "");

    private static string Escaped(string text) => Uri.EscapeDataString(text).Replace("%2C", ",", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal);

    private static string Unescaped(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
