using Fengtai.Platform.Refusals;

namespace Fengtai.Catalog.Rules;

/// <summary>Where a category may stand.</summary>
internal static class Placement
{
    /// <summary>Deeper trees are not found through any more.</summary>
    public const int DepthLimit = 4;

    /// <summary>As many as one request reads at once without being felt.</summary>
    public const int CategoryLimit = 1000;

    /// <summary>Whether a new category has room below <paramref name="parent"/> (null: at the top).</summary>
    public static Refusal? AgainstAdding(CategoryTree tree, Category? parent) =>
        tree.All.Count >= CategoryLimit ? new CatalogueIsFull(CategoryLimit)
        : Depth(tree, parent) + 1 > DepthLimit ? new CategoriesAreTooDeep(DepthLimit)
        : null;

    /// <summary>Whether a category may move below <paramref name="parent"/> (null: to the top) with all that is below it.</summary>
    public static Refusal? AgainstMoving(CategoryTree tree, Category category, Category? parent) =>
        parent is not null && tree.PathOf(parent).Any(c => c.Id == category.Id) ? new CategoryWouldBeBelowItself()
        : Depth(tree, parent) + Height(tree, category) > DepthLimit ? new CategoriesAreTooDeep(DepthLimit)
        : null;

    /// <summary>Siblings in their new order after one of them moved by so many places; as far as it goes.</summary>
    public static IReadOnlyList<Category> Ordered(CategoryTree tree, Category category, int places)
    {
        var siblings = tree.SiblingsOf(category).ToList();
        var at = siblings.FindIndex(s => s.Id == category.Id);
        siblings.RemoveAt(at);
        siblings.Insert(Math.Clamp(at + places, 0, siblings.Count), category);
        return siblings;
    }

    private static int Depth(CategoryTree tree, Category? parent) => parent is null ? 0 : tree.DepthOf(parent);

    private static int Height(CategoryTree tree, Category category) => 1 + tree.ChildrenOf(category).Select(c => Height(tree, c)).DefaultIfEmpty().Max();
}
