using Fengtai.Catalog;
using Fengtai.Demo.Cast;
using Fengtai.Demo.Pictures;

namespace Fengtai.Demo.Lives;

/// <summary>What all tales draw on.</summary>
internal sealed record World(Organisation Organisation, CategoryTree Catalogue, PriorityMatrix Matrix, PictureShelf Pictures, DateTimeOffset Now)
{
    private readonly IReadOnlyList<Colleague> _chinese = [.. Organisation.Asking.Where(a => !a.WritesEnglish)];
    private readonly IReadOnlyList<Colleague> _english = [.. Organisation.Asking.Where(a => a.WritesEnglish)];

    public Colleague Requester(bool english, Chance chance) => chance.Of(english ? _english : _chinese, a => a.Pace);

    public Colleague Protagonist(bool english, Chance chance) => chance.Of([.. Organisation.Protagonists.Where(p => p.WritesEnglish == english)]);

    public Colleague Agent(Chance chance) => chance.Of(Organisation.Staff, s => s.Team == Crew.Desk ? s.Pace : 0);

    public Colleague Quality => Organisation.Staff.First(s => s.Actor.Roles.Contains(Identity.Roles.Quality));

    /// <summary>Rather somebody who is at the same place.</summary>
    public Colleague Engineer(string team, Site site, Colleague? notThisOne, Chance chance) =>
        chance.Of([.. Organisation.Staff.Where(s => s.Team == team && s != notThisOne)], s => s.Pace * (s.Site == site ? 4 : 1));
}
