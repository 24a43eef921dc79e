using Fengtai.Catalog.Admin;
using Fengtai.Identity;
using Fengtai.Platform.Events;

namespace Fengtai.Catalog;

/// <summary>Who changed a category or the matrix last, and what?</summary>
internal sealed class CatalogHistory(LatestEvents events, People people)
{
    private const int Shown = 10;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<CatalogChange>> AskAsync(Guid subject, CancellationToken cancellation)
    {
        var rows = await events.OfAsync(subject, Shown, cancellation);
        var names = await people.ManyAsync(rows.Select(r => r.Actor).OfType<Guid>(), cancellation);
        return [.. rows.Select(r => new CatalogChange(r.At, r.Actor is { } id && names.TryGetValue(id, out var person) ? person.Name : null, r.Kind))];
    }
}
