using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Catalog;

/// <summary>Changes what is said about a category.</summary>
internal sealed class EditCategory(Work work)
{
    /// <param name="basedOn">Fingerprint of the details that were changed; others are refused as stale.</param>
    public async Task<Result<Done>> RunAsync(Guid id, CategoryDetails details, string? basedOn, Actor actor, CancellationToken cancellation)
    {
        if (await work.CategoryAsync(id, cancellation) is not { } category)
        {
            return new NotFound();
        }
        var before = CategoryDetails.Of(category);
        if (Fingerprint.Of(before) != basedOn)
        {
            return new ChangedMeanwhile();
        }
        var now = details.Code.Length > 0 ? details : details with { Code = category.Code };
        var changes = before.Changes(now);
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
