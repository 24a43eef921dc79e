using Fengtai.Catalog.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;

namespace Fengtai.Catalog;

/// <summary>Puts a category, with all that is below it, below another one or at the top; there it is the last.</summary>
internal sealed class MoveCategory(Work work, Categories categories)
{
    /// <param name="from">Where it stood when this was decided; null at the top.</param>
    public async Task<Result<Done>> RunAsync(Guid id, Guid? parentId, Guid? from, Actor actor, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        if (tree.Find(id) is not { } category)
        {
            return new NotFound();
        }
        var parent = tree.Find(parentId);
        if (parentId is { } wanted && parent is null)
        {
            return new UnknownValue("parent", wanted.ToString());
        }
        if (category.ParentId != from)
        {
            return new ChangedMeanwhile();
        }
        if (category.ParentId == parent?.Id)
        {
            return default(Done);
        }
        if (Placement.AgainstMoving(tree, category, parent) is { } refusal)
        {
            return refusal;
        }
        work.HoldPath(tree, parent);
        work.Record(CategoryEvent.Of(id), new CategoryMoved(category.ParentId, parent?.Id), actor);
        work.Db.Attach(category);
        category.Position = tree.ChildrenOf(parent).Select(c => c.Position + 1).DefaultIfEmpty().Max();
        category.ParentId = parent?.Id;
        return await work.SaveAsync(cancellation);
    }
}
