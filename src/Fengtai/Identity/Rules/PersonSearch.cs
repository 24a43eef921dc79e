using System.Text;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Search;

namespace Fengtai.Identity.Rules;

/// <summary>
/// How people are found: by any part of the name, of its pinyin or initials, of a telephone or staff number; by the beginning of login,
/// mail or department. Parts in the middle are found because every ending is kept as a word of its own.
/// </summary>
internal static class PersonSearch
{
    private const int ShortestNumber = 3;
    private const int LongestWord = 40;

    /// <summary>The text of a <c>tsvector</c>.</summary>
    public static string Vector(string login, PersonDetails details)
    {
        var vector = new StringBuilder(SearchText.Vector(details.Name, login, details.StaffNumber, details.Mail, details.Department, details.Site));
        var endings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in Pinyin.SearchForms(details.Name).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            AddEndings(endings, form, shortest: 2);
        }
        AddEndings(endings, Pinyin.Typed(login) ?? "", shortest: 2);
        AddEndings(endings, Pinyin.Typed(details.StaffNumber) ?? "", shortest: ShortestNumber);
        AddEndings(endings, Digits(details.Phone), shortest: ShortestNumber);
        AddEndings(endings, Digits(details.Mobile), shortest: ShortestNumber);
        foreach (var ending in endings)
        {
            vector.Append('\'').Append(ending).Append("' ");
        }
        return vector.ToString();
    }

    /// <summary>The text of a <c>tsquery</c> in which every word must be found in one way or another; null where there is nothing to look for.</summary>
    public static string? Query(string words)
    {
        var terms = new List<string>();
        foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            string?[] ways = [SearchText.Query(word), Prefix(Pinyin.Typed(word)), IsNumber(word) ? Prefix(Digits(word)) : null];
            var known = ways.OfType<string>().Distinct().ToList();
            if (known.Count > 0)
            {
                terms.Add($"({string.Join(" | ", known)})");
            }
        }
        return terms.Count == 0 ? null : string.Join(" & ", terms);
    }

    /// <summary>What lists of people are sorted by: pinyin for Chinese names, lower case for others.</summary>
    public static string SortName(string name) =>
        Pinyin.SearchForms(name) is { Length: > 0 } forms ? forms[..(forms.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? end : forms.Length)] : name.ToLowerInvariant();

    /// <summary>The digits of a number, however it is written.</summary>
    public static string Digits(string? number) => string.Concat((number ?? "").Where(char.IsAsciiDigit));

    private static bool IsNumber(string word) => word.Any(char.IsAsciiDigit) && word.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '(' or ')' or '/' or '.');

    private static string? Prefix(string? word) => word is { Length: > 0 and <= LongestWord } ? $"'{word}':*" : null;

    private static void AddEndings(HashSet<string> endings, string word, int shortest)
    {
        var text = word.Length > LongestWord ? word[..LongestWord] : word;
        for (var start = 0; start == 0 ? text.Length > 0 : text.Length - start >= shortest; start++)
        {
            endings.Add(text[start..]);
        }
    }
}
