using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;

namespace Fengtai.Catalog;

/// <summary>
/// Takes a category, with all that is below it, out of what is offered, or puts it back. Nothing is ever deleted: old tickets keep what they were about.
/// </summary>
internal sealed class ActivateCategory(Work work)
{
    public async Task<Result<Done>> RunAsync(Guid id, bool active, Actor actor, CancellationToken cancellation)
    {
        if (await work.CategoryAsync(id, cancellation) is not { } category)
        {
            return new NotFound();
        }
        if (category.IsActive == active)
        {
            return default(Done);
        }
        category.IsActive = active;
        work.Record<CategoryEvent>(CategoryEvent.Of(id), active ? new CategoryActivated() : new CategoryDeactivated(), actor);
        return await work.SaveAsync(cancellation);
    }
}
