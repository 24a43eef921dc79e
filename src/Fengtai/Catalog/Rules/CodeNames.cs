using System.Text;
using System.Text.RegularExpressions;

namespace Fengtai.Catalog.Rules;

/// <summary>Codes of categories, keys of fields and values of options: names for programs, made from what people wrote.</summary>
internal static partial class CodeNames
{
    public const int Longest = 64;

    public static bool IsUsable(string code) => code.Length <= Longest && Code.IsMatch(code);

    /// <summary>A free code below the parent's: <c>hardware.label-printer</c>; with a number where it is taken.</summary>
    /// <param name="spelling">The name in Latin letters.</param>
    public static string Propose(string? parentCode, string spelling, Func<string, bool> isTaken)
    {
        var word = string.Join('-', Words(spelling));
        var wanted = Cut((parentCode is null ? "" : parentCode + ".") + (word.Length == 0 ? "category" : word), Longest - 4);
        return Free(wanted, "-", isTaken);
    }

    /// <summary>A free key in camelCase: <c>errorText</c>.</summary>
    public static string ProposeKey(string spelling, string fallback, Func<string, bool> isTaken)
    {
        var words = Words(spelling).ToList();
        var camel = new StringBuilder();
        foreach (var word in words)
        {
            camel.Append(camel.Length == 0 ? word[0] : char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        }
        var key = camel.Length > 0 && char.IsAsciiLetter(camel[0]) ? camel.ToString() : fallback;
        return Free(Cut(key, 36), "", isTaken);
    }

    private static string Free(string wanted, string joint, Func<string, bool> isTaken)
    {
        var code = wanted;
        for (var n = 2; isTaken(code); n++)
        {
            code = $"{wanted}{joint}{n}";
        }
        return code;
    }

    private static string Cut(string code, int longest) => code.Length <= longest ? code : code[..longest].TrimEnd('-', '.');

    private static IEnumerable<string> Words(string spelling) => Word.Matches(spelling.ToLowerInvariant()).Select(m => m.Value);

    [GeneratedRegex(@"^[a-z0-9]+([.-][a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code { get; }

    [GeneratedRegex("[a-z0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word { get; }
}
