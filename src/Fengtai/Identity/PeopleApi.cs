using System.Globalization;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Looks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fengtai.Identity;

/// <summary>People, teams and oneself, for programs.</summary>
internal static class PeopleApi
{
    private const int MostPeople = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/me", MeAsync).SignedIn()
            .WithName("GetMe").WithTags("People").WithSummary("Who the token or session belongs to, and what they may do");
        routes.MapGet("/api/v1/people", PeopleAsync).Requires(IdentityPermissions.FindPeople)
            .WithName("ListPeople").WithTags("People").WithSummary("Active people by name, or found by name, pinyin, staff number, telephone or login");
        routes.MapGet("/api/v1/teams", TeamsAsync).Requires(IdentityPermissions.FindPeople)
            .WithName("ListTeams").WithTags("People").WithSummary("All teams with their members");
    }

    private static async Task<JsonHttpResult<Me>> MeAsync(Actor actor, People people, Teams teams, CancellationToken cancellation)
    {
        var card = (await people.FindAsync(actor.Id, cancellation))!;
        var own = await teams.OfAsync(actor.Id, cancellation);
        return Json(new Me(
            card.Id,
            card.Login,
            card.Name,
            card.Culture,
            card.TimeZone,
            [.. Roles.All.Where(actor.Roles.Contains)],
            [.. actor.Permissions.Select(p => p.Name).Order(StringComparer.Ordinal)],
            [.. own.Select(t => t.Code)],
            actor.IsReadOnly));
    }

    private static async Task<JsonHttpResult<Listed<ApiPerson>>> PeopleAsync(PeopleList list, People people, HttpContext http, string? q, string? limit, string? after, CancellationToken cancellation)
    {
        var most = int.TryParse(limit, CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 1, MostPeople) : 50;
        if (!string.IsNullOrWhiteSpace(q))
        {
            var found = await people.SearchAsync(q, most, cancellation);
            await http.LookAsync(LookKind.Listed, found.Select(p => p.Id), q);
            return Json(new Listed<ApiPerson>([.. found.Select(ApiPerson.Of)], null));
        }
        var page = await list.AskAsync(new(most) { IsActive = true, After = after }, cancellation);
        await http.LookAsync(LookKind.Listed, page.People.Select(p => p.Person.Id));
        return Json(new Listed<ApiPerson>([.. page.People.Select(p => ApiPerson.Of(p.Person))], page.After));
    }

    private static async Task<JsonHttpResult<Listed<ApiTeam>>> TeamsAsync(Teams teams, CancellationToken cancellation)
    {
        var all = new List<ApiTeam>();
        foreach (var team in await teams.AllAsync(cancellation))
        {
            var members = await teams.MembersAsync(team.Id, cancellation);
            all.Add(new(team.Code, team.Name, team.NameEn, team.Line, [.. members.Select(m => new ApiMember(m.Person.Login, m.Person.Name, m.IsLead))]));
        }
        return Json(new Listed<ApiTeam>(all, null));
    }

    private static JsonHttpResult<T> Json<T>(T value) => TypedResults.Json(value, Platform.Http.Json.Options);
}

internal sealed record Listed<T>(IReadOnlyList<T> Items, string? Next);

/// <param name="IsReadOnly">The token was given for reading only.</param>
internal sealed record Me(Guid Id, string Login, string Name, string Culture, string TimeZone, IReadOnlyList<string> Roles, IReadOnlyList<string> Permissions, IReadOnlyList<string> Teams, bool IsReadOnly);

internal sealed record ApiPerson(Guid Id, string Login, string Name, string? StaffNumber, string? Department, string? Site, string? Phone, string? Mobile, string? WeChat, string? Mail, bool IsVip)
{
    public static ApiPerson Of(PersonCard p) => new(p.Id, p.Login, p.Name, p.StaffNumber, p.Department, p.Site, p.Phone, p.Mobile, p.WeChat, p.Mail, p.IsVip);
}

internal sealed record ApiTeam(string Code, string Name, string NameEn, TeamLine Line, IReadOnlyList<ApiMember> Members);

internal sealed record ApiMember(string Login, string Name, bool IsLead);
