using Fengtai.Catalog.Defaults;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Catalog;

/// <summary>Gives a new desk a catalogue to begin with. One that has categories, whatever they are, is left alone.</summary>
internal sealed class PlantDefaultCatalogue(IServiceScopeFactory scopes) : IBeforeReady
{
    public async Task PrepareAsync(Action<string> say, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<Work>();
        if (await work.Db.Set<Category>().AnyAsync(cancellation))
        {
            return;
        }
        foreach (var category in DefaultCatalogue.Tree.Index().SelectMany(c => c.Item.Categories(null, c.Index)))
        {
            work.Db.Add(category);
            work.Record(CategoryEvent.Of(category.Id), new CategoryAdded(category.Code, category.Name, category.NameEn, category.ParentId), Actor.System);
        }
        // refused where another node, started at the same time, was first
        await work.SaveAsync(cancellation);
    }
}
