using System.Text.RegularExpressions;

namespace Fengtai.Tests.Texts;

/// <summary>
/// Which texts a source file uses, by reading it. <c>Texts["a.b"]</c>, <c>Texts[x ? "a.b" : "a.c"]</c> and <c>TextKey: "a.b"</c> demand that the text
/// exists; any other literal that reads like a key counts as a use of it, since keys travel (in refusals, navigation entries).
/// A computed key is written as an interpolated literal with at least two fixed parts, <c>$"a.b.{…}"</c>, and uses all keys
/// that fit; words for enumerations are better declared with <c>[TextKeys]</c>.
/// </summary>
public sealed partial class TextUse
{
    public SortedSet<string> Demanded { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Mentioned { get; } = new(StringComparer.Ordinal);

    /// <summary>Computed keys: where, and the pattern of the keys that they may stand for.</summary>
    public List<(string Literal, Regex Keys)> Computed { get; } = [];

    public List<(string Literal, Regex Keys)> DemandedComputed { get; } = [];

    public void Read(string source)
    {
        foreach (Match key in KeyLiteral.Matches(source))
        {
            Mentioned.Add(key.Groups["key"].Value);
        }
        Computed.AddRange(ComputedIn(source));
        foreach (Match start in Lookup.Matches(source))
        {
            var name = FirstArgument(source, start.Index + start.Length);
            Demanded.UnionWith(KeyLiteral.Matches(name).Select(m => m.Groups["key"].Value));
            DemandedComputed.AddRange(ComputedIn(name));
        }
        foreach (Match named in NamedKey.Matches(source))
        {
            Demanded.Add(named.Groups["key"].Value);
        }
    }

    public bool Uses(string key) => Mentioned.Contains(key) || Computed.Exists(c => c.Keys.IsMatch(key));

    private static IEnumerable<(string Literal, Regex Keys)> ComputedIn(string source) =>
        from literal in ComputedLiteral.Matches(source).Select(m => m.Groups["key"].Value)
        let pattern = $"^{Hole.Replace(Regex.Escape(literal), "[A-Za-z0-9_-]+")}$"
        select (literal, new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));

    private static string FirstArgument(string source, int start)
    {
        var depth = 0;
        var quoted = false;
        for (var i = start; i < source.Length; i++)
        {
            switch (source[i])
            {
                case '"':
                    quoted = !quoted;
                    break;
                case '(' or '[' or '{' when !quoted:
                    depth++;
                    break;
                case ']' or ',' when !quoted && depth == 0:
                    return source[start..i];
                case ')' or ']' or '}' when !quoted:
                    depth--;
                    break;
                default:
                    break;
            }
        }
        return source[start..];
    }

    [GeneratedRegex("""(?<!\$)"(?<key>[a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9_-]+)+)(?=")""", RegexOptions.None, 1000)]
    private static partial Regex KeyLiteral { get; }

    [GeneratedRegex("""\$"(?<key>[a-z][A-Za-z0-9]*\.[A-Za-z0-9_-]+(?:\.|(?=\{))(?:[A-Za-z0-9_.-]|\{[^{}]+\})*\{[^{}]+\}(?:[A-Za-z0-9_.-]|\{[^{}]+\})*)(?=")""", RegexOptions.None, 1000)]
    private static partial Regex ComputedLiteral { get; }

    [GeneratedRegex(@"\\\{[^{}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Hole { get; }

    [GeneratedRegex(@"\b_?[Tt]exts\s*\[", RegexOptions.None, 1000)]
    private static partial Regex Lookup { get; }

    [GeneratedRegex("""\bTextKey\s*[:=]\s*"(?<key>[^"@]+)["]""", RegexOptions.None, 1000)]
    private static partial Regex NamedKey { get; }
}
