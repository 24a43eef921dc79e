using Fengtai.Platform.Ui;

namespace Fengtai.Catalog.Admin;

/// <summary>What the pages of one category show.</summary>
public sealed record CategoryModel(Category Category, CategoryTree Tree, IReadOnlyList<Option> Teams, FromAbove FromAbove, IReadOnlyList<CatalogChange> History)
{
    /// <summary>Where it could stand: not below itself.</summary>
    public IEnumerable<Option> Parents => ParentsIn(Tree, except: Category);

    public static IEnumerable<Option> ParentsIn(CategoryTree tree, Category? except = null)
    {
        var own = except is null ? [] : tree.Below(except).Select(c => c.Id).ToHashSet();
        return tree.InOrder.Where(c => !own.Contains(c.Id)).Select(c => new Option(c.Id.ToString(), tree.PathNameOf(c)));
    }
}
