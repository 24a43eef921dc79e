using Fengtai.Catalog.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;

namespace Fengtai.Catalog;

/// <summary>Moves a category up or down among its siblings.</summary>
internal sealed class OrderCategory(Work work, Categories categories)
{
    /// <param name="places">Down where positive; as far as it goes.</param>
    public async Task<Result<Done>> RunAsync(Guid id, int places, Actor actor, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        if (tree.Find(id) is not { } category)
        {
            return new NotFound();
        }
        var from = tree.SiblingsOf(category).TakeWhile(s => s.Id != id).Count();
        var ordered = Placement.Ordered(tree, category, places);
        var to = ordered.TakeWhile(s => s.Id != id).Count();
        if (from == to)
        {
            return default(Done);
        }
        work.Db.AttachRange(ordered);
        foreach (var (position, sibling) in ordered.Index())
        {
            sibling.Position = position;
        }
        work.Record(CategoryEvent.Of(id), new CategoryOrdered(from, to), actor);
        return await work.SaveAsync(cancellation);
    }
}
