using Fengtai.Catalog;
using Fengtai.Platform.Languages;

namespace Fengtai.Tickets.Desk;

/// <summary>Which categories are meant by what somebody types: a part of the name in either language, a keyword, pinyin or its initials.</summary>
internal static class CategorySearch
{
    /// <summary>The best first: by its own name, then by keyword, then by the names above it. Nothing typed finds everything in order.</summary>
    public static IEnumerable<Category> Find(CategoryTree tree, string words)
    {
        var wanted = words.Trim();
        var pinyin = Pinyin.Typed(wanted);
        return tree.InOrder
            .Select((category, position) => (Category: category, Rank: Rank(tree, category, wanted, pinyin), position))
            .Where(f => f.Rank is not null)
            .OrderBy(f => f.Rank).ThenBy(f => f.position)
            .Select(f => f.Category);
    }

    private static int? Rank(CategoryTree tree, Category category, string wanted, string? pinyin) => true switch
    {
        _ when wanted.Length == 0 => 0,
        _ when IsIn(category.Name, wanted, pinyin) || IsIn(category.NameEn, wanted, null) || category.Code.Equals(wanted, StringComparison.OrdinalIgnoreCase) => 0,
        _ when category.Keywords.Any(k => IsIn(k, wanted, pinyin)) => 1,
        _ when tree.PathOf(category).Any(c => IsIn(c.Name, wanted, pinyin) || IsIn(c.NameEn, wanted, null)) => 2,
        _ => null,
    };

    private static bool IsIn(string name, string wanted, string? pinyin) =>
        name.Contains(wanted, StringComparison.OrdinalIgnoreCase)
        || pinyin is not null && Pinyin.SearchForms(name).Split(' ').Any(form => form.StartsWith(pinyin, StringComparison.Ordinal));
}
