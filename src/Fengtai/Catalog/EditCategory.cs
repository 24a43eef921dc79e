using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Catalog;

/// <summary>Changes what is said about a category.</summary>
internal sealed class EditCategory(Work work)
{
    /// <param name="version">The one the change is based on; another one is refused as stale.</param>
    public async Task<Result<Done>> RunAsync(Guid id, CategoryDetails details, uint version, Actor actor, CancellationToken cancellation)
    {
        if (await work.CategoryAsync(id, cancellation) is not { } category)
        {
            return new NotFound();
        }
        if (category.Version != version)
        {
            return new ChangedMeanwhile();
        }
        var now = details.Code.Length > 0 ? details : details with { Code = category.Code };
        var changes = CategoryDetails.Of(category).Changes(now);
        if (changes.Count == 0)
        {
            return default(Done);
        }
        if (now.Code != category.Code && await work.Db.Set<Category>().AnyAsync(c => c.Code == now.Code, cancellation))
        {
            return new CategoryCodeIsTaken();
        }
        now.ApplyTo(category);
        work.Record(CategoryEvent.Of(id), new CategoryEdited(changes), actor);
        return await work.SaveAsync(cancellation);
    }
}
