using Fengtai.Platform.Languages;

namespace Fengtai.Tickets.Rules;

/// <summary>Whether something is what was typed: all words stand in its name or its text, or the letters are the pinyin of its name.</summary>
internal static class NameSearch
{
    /// <param name="typed">Empty fits everything.</param>
    /// <param name="text">What it says beside its name.</param>
    public static bool Fits(string typed, string name, string text = "")
    {
        var words = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(words, w => name.Contains(w, StringComparison.CurrentCultureIgnoreCase) || text.Contains(w, StringComparison.CurrentCultureIgnoreCase))
            || Pinyin.Typed(typed) is { Length: > 0 } letters && Pinyin.SearchForms(name).Split(' ').Any(form => form.StartsWith(letters, StringComparison.Ordinal));
    }
}
