using System.Collections.Frozen;
using Fengtai.Identity;
using Fengtai.Platform.Access;

namespace Fengtai.Demo.Cast;

/// <summary>Somebody of the demonstration, at a desk.</summary>
/// <param name="Team">Code of the team; null for those who ask for service.</param>
/// <param name="Pace">How much of the team's work falls to this person; of those who ask, how often they do.</param>
internal sealed record Colleague(Person Person, Site Site, int Floor, int Room, string Extension, string? Team, double Pace)
{
    public required Actor Actor { get; init; }

    public Guid Id => Person.Id;

    public string Name => Person.Name;

    public bool WritesEnglish => Person.Culture == "en";

    public string Place => $"{Site.Building} {Floor} 层 {Floor}{Room:00}";

    public string PlaceEn => $"{Site.BuildingEn}, {Floor}F, room {Floor}{Room:00}";

    public static Actor ActorOf(Person person, IEnumerable<Guid> teams, IEnumerable<Grant> grants) => new()
    {
        Id = person.Id,
        Login = person.Login,
        Name = person.Name,
        Roles = person.Roles.ToFrozenSet(),
        Permissions = grants.Where(g => person.Roles.Contains(g.Role)).Select(g => g.Permission).ToFrozenSet(),
        Teams = teams.ToFrozenSet(),
        Department = person.Department,
        Culture = person.Culture,
        TimeZone = person.TimeZone,
    };
}
