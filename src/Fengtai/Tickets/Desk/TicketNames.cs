using Fengtai.Catalog;
using Fengtai.Identity;

namespace Fengtai.Tickets.Desk;

/// <summary>What the ids on a ticket and in its history are called.</summary>
public sealed class TicketNames(IReadOnlyDictionary<Guid, PersonCard> people, IReadOnlyList<TeamCard> teams, CategoryTree tree)
{
    public PersonCard? Person(Guid? id) => id is { } known ? people.GetValueOrDefault(known) : null;

    public string? PersonName(Guid? id) => Person(id)?.Name;

    public string? Team(Guid? id) => teams.FirstOrDefault(t => t.Id == id) is { } team ? NameOf(team) : null;

    public string? Category(Guid? id) => tree.Find(id) is { } category ? tree.PathNameOf(category) : null;

    public static string NameOf(TeamCard team) => new Platform.Texts.Wording(team.Name, team.NameEn).ToString();
}
