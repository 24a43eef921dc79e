using System.Globalization;
using System.Text;
using Fengtai.Platform.Languages;

namespace Fengtai.Platform.Search;

/// <summary>
/// Full-text search in Chinese and Latin text with PostgreSQL alone. Text is cut into words and, where it is written without spaces, into
/// overlapping pairs of characters; what is searched for becomes a phrase of the same. So any run of characters is found wherever it stands, a
/// single character by prefix, a Latin word by its beginning. Width, case and traditional characters make no difference.
/// <para>Both results hold letters and digits only, so nothing in them needs quoting: pass them as <c>$1::tsvector</c> and <c>$1::tsquery</c>.</para>
/// </summary>
public static class SearchText
{
    // PostgreSQL knows no position beyond this one
    private const int LastPosition = 16_383;

    // nor more places of one word
    private const int MostPlaces = 255;

    // a tsvector ends at 1 MB; this leaves room for positions
    private const int MostBytes = 512 * 1024;
    private const int LongestText = 200_000;
    private const int LongestQuery = 200;

    /// <summary>The text of a <c>tsvector</c>, each word once with all its places. Several texts do not run into one another: no phrase is found across their borders.</summary>
    public static string Vector(params ReadOnlySpan<string?> texts)
    {
        var places = new OrderedDictionary<string, List<int>>(StringComparer.Ordinal);
        var position = 0;
        var bytes = 0;
        foreach (var text in texts)
        {
            foreach (var token in Tokens(text ?? "", LongestText).SelectMany(Lexemes))
            {
                bytes += Encoding.UTF8.GetByteCount(token);
                if (++position > LastPosition || bytes > MostBytes)
                {
                    return Written(places);
                }
                if (!places.TryGetValue(token, out var known))
                {
                    places.Add(token, known = []);
                }
                known.Add(position);
            }
            position++;
        }
        return Written(places);
    }

    /// <summary>
    /// The text of a <c>tsquery</c>: all words must be found; what stands without a space between must be found together.
    /// Null where the text holds nothing that can be searched for.
    /// </summary>
    public static string? Query(string? text)
    {
        var phrases = new List<string>();
        foreach (var word in Cut(text ?? "", LongestQuery).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var tokens = Tokens(word, LongestQuery).ToList();
            var terms = tokens.SelectMany((token, i) => Terms(token, isLast: i == tokens.Count - 1)).ToList();
            if (terms.Count > 0)
            {
                phrases.Add(string.Join(" <-> ", terms));
            }
        }
        return phrases.Count == 0 ? null : string.Join(" & ", phrases.Distinct().Select(p => $"({p})"));
    }

    // of a word that comes twice the client library keeps one place only, so the places are gathered here
    private static string Written(OrderedDictionary<string, List<int>> places) =>
        string.Concat(places.Select(p => $"'{p.Key}':{string.Join(',', p.Value.Take(MostPlaces))} "));

    // the last character stands alone too, so that a prefix finds it
    private static IEnumerable<string> Lexemes(Token token) => token.Pairs ? Pairs(token.Text).Append(LastOf(token.Text)) : [token.Text];

    private static IEnumerable<string> Terms(Token token, bool isLast)
    {
        if (!token.Pairs)
        {
            return [isLast ? $"'{token.Text}':*" : $"'{token.Text}'"];
        }
        var pairs = Pairs(token.Text).Select(p => $"'{p}'");
        return isLast
            ? pairs.DefaultIfEmpty($"'{token.Text}':*")
            : pairs.Append($"'{LastOf(token.Text)}'");
    }

    private static IEnumerable<string> Pairs(string run)
    {
        var runes = run.EnumerateRunes().ToArray();
        for (var i = 0; i + 1 < runes.Length; i++)
        {
            yield return $"{runes[i]}{runes[i + 1]}";
        }
    }

    private static string LastOf(string run) => char.IsLowSurrogate(run[^1]) ? run[^2..] : run[^1..];

    private static IEnumerable<Token> Tokens(string text, int longest) => Token.In(Normalise(Cut(text, longest)));

    /// <summary>The same text for all ways to write it: width, case, traditional characters, invisible marks.</summary>
    public static string Normalise(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // joiners, soft hyphens, marks of direction: they stand inside words without being seen
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                visible.Append(rune);
            }
        }
        var normalised = new StringBuilder(visible.Length);
        foreach (var rune in visible.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            normalised.Append(ChineseCharacters.Simplify(Rune.ToLowerInvariant(rune)));
        }
        return normalised.ToString();
    }

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
