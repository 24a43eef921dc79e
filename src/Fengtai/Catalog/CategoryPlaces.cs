using Fengtai.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Catalog;

/// <summary>Writes to the tree.</summary>
internal static class CategoryPlaces
{
    public static Task<Category?> CategoryAsync(this Work work, Guid id, CancellationToken cancellation) =>
        work.Db.Set<Category>().SingleOrDefaultAsync(c => c.Id == id, cancellation);

    /// <summary>
    /// Makes the save fail where a category on the way up from <paramref name="parent"/> was changed meanwhile: two moves at once could
    /// otherwise put each of two categories below the other.
    /// </summary>
    public static void HoldPath(this Work work, CategoryTree tree, Category? parent)
    {
        foreach (var category in parent is null ? [] : tree.PathOf(parent))
        {
            work.Db.Attach(category).Property(c => c.Position).IsModified = true;
        }
    }
}
