using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Data;
using Fengtai.Tickets.Desk;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Bulk;

/// <summary>What the ids in changes stand for, by name for people and by login, code and number for programs.</summary>
internal sealed record FacetNames(IReadOnlyDictionary<Guid, PersonCard> People, IReadOnlyDictionary<Guid, TeamCard> Teams, CategoryTree Tree, IReadOnlyDictionary<Guid, long> Numbers)
{
    /// <summary>As people read an id.</summary>
    public string? Name(TicketFacet facet, Guid id) => facet switch
    {
        TicketFacet.Owner or TicketFacet.Assignee => People.GetValueOrDefault(id)?.Name,
        TicketFacet.Team => Teams.GetValueOrDefault(id) is { } team ? TicketNames.NameOf(team) : null,
        TicketFacet.Category => Tree.Find(id) is { } category ? Tree.PathNameOf(category) : null,
        _ => Number(id),
    };

    /// <summary>As programs read any value.</summary>
    public object? Word(TicketFacet facet, object? value) => value switch
    {
        Guid id => facet switch
        {
            TicketFacet.Owner or TicketFacet.Assignee => People.GetValueOrDefault(id)?.Login,
            TicketFacet.Team => Teams.GetValueOrDefault(id)?.Code,
            TicketFacet.Category => Tree.Find(id)?.Code,
            _ => Numbers.TryGetValue(id, out var number) ? number : null,
        },
        _ => value,
    };

    private string? Number(Guid id) => Numbers.TryGetValue(id, out var number) ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
}

/// <summary>What are the ids in these changes called?</summary>
internal sealed class FacetNamesQuery(FengtaiDb db, People people, Teams teams, Categories categories)
{
    public async Task<FacetNames> OfAsync(IEnumerable<FacetChange> changes, CancellationToken cancellation)
    {
        var ids = changes.SelectMany(c => new[] { (c.Facet, Id: c.From as Guid?), (c.Facet, Id: c.To as Guid?) }).Where(c => c.Id is not null).Select(c => (c.Facet, Id: c.Id!.Value)).ToHashSet();
        var parents = ids.Where(i => i.Facet == TicketFacet.Parent).Select(i => i.Id).ToArray();
        return new(
            await people.ManyAsync(ids.Where(i => i.Facet is TicketFacet.Owner or TicketFacet.Assignee).Select(i => i.Id), cancellation),
            (await teams.AllAsync(cancellation)).ToDictionary(t => t.Id),
            await categories.TreeAsync(cancellation),
            parents.Length == 0 ? new Dictionary<Guid, long>() : await db.Set<Ticket>().Where(t => parents.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Number, cancellation));
    }
}
