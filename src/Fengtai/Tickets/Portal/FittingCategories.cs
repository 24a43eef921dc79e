using Fengtai.Catalog;
using Fengtai.Platform.Search;

namespace Fengtai.Tickets.Portal;

/// <summary>Which categories somebody's own words are about: "打印机卡纸了" fits 打印机, whose keywords hold 卡纸.</summary>
internal static class FittingCategories
{
    private const int Most = 6;

    /// <summary>Best first: its name, then its keywords; the longer the word that fits, the better.</summary>
    public static IReadOnlyList<Category> For(string words, CategoryTree tree)
    {
        var said = Plain(words);
        return said.Length == 0 ? [] : [.. tree.InOrder
            .Select(c => (Category: c, Fit: FitOf(c, said)))
            .Where(c => c.Fit > 0)
            .OrderByDescending(c => c.Fit)
            .Select(c => c.Category)
            .Take(Most)];
    }

    private static int FitOf(Category category, string said) =>
        Math.Max(Fit([category.Name, category.NameEn], said) * 2, Fit(category.Keywords, said));

    private static int Fit(IEnumerable<string> names, string said) => names
        .Select(Plain)
        .Where(name => name.Length > 0)
        .Select(name => IsSaid(name, said) || said.Length > 1 && name.Contains(said, StringComparison.Ordinal) ? Math.Min(name.Length, said.Length) : 0)
        .DefaultIfEmpty(0)
        .Max();

    // Latin words fit as words: "it" is not said in "monitor"
    private static bool IsSaid(string name, string said)
    {
        for (var at = said.IndexOf(name, StringComparison.Ordinal); at >= 0; at = said.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (!char.IsAsciiLetter(name[0]) || (at == 0 || !char.IsAsciiLetter(said[at - 1])) && (at + name.Length == said.Length || !char.IsAsciiLetter(said[at + name.Length])))
            {
                return true;
            }
        }
        return false;
    }

    private static string Plain(string words) => SearchText.Normalise(words).Trim();
}
