using Fengtai.Platform.Access;
using Fengtai.Platform.Ui;

namespace Fengtai.Identity;

/// <summary>People in the command palette.</summary>
internal sealed class PeoplePalette(People people, IEnumerable<PersonPlace> places) : IPaletteSource
{
    private const int Most = 6;

    public Permission Permission => IdentityPermissions.FindPeople;

    public int Order => 20;

    public async Task<PaletteGroup?> FindAsync(string words, Actor actor, CancellationToken cancellation)
    {
        if (words.Length == 0 || places.Where(p => actor.May(p.Permission)).MinBy(p => p.Order) is not { } place)
        {
            return null;
        }
        var found = await people.SearchAsync(words, Most, cancellation);
        return new("identity.palette", [.. found.Select(p => new PaletteEntry(place.Href(p), p.Name, "user") { Detail = string.Join(" · ", new[] { p.Department, p.Phone ?? p.Mobile }.Where(d => !string.IsNullOrEmpty(d))) })]);
    }
}
