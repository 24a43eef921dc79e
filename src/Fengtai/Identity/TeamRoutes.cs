using System.Globalization;
using Fengtai.Identity.Admin;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Fengtai.Identity;

/// <summary>The pages on which administrators look after teams, and see what each role may do.</summary>
internal static class TeamRoutes
{
    private const string All = "/admin/teams";
    private const string One = All + "/{code}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup("").Requires(IdentityPermissions.Administer);
        admin.MapGet(All, ListAsync);
        admin.MapGet(All + "/new", () => PageAnswers.Page<NewTeamPage>(new { Form = new TeamForm { Line = "second" } }));
        admin.MapPost(All + "/new", CreateAsync);
        admin.MapGet(One, async (string code, Teams teams, FengtaiDb db, CancellationToken cancellation) => await ShowAsync(code, teams, db, null, null, null, null, cancellation));
        admin.MapPost(One, ChangeAsync);
        admin.MapPost(One + "/members", AddMemberAsync);
        admin.MapPost(One + "/members/{person:guid}/{act:regex(^(lead|unlead|remove)$)}", ChangeMemberAsync);
        admin.MapGet("/admin/roles", (RolePermissions permissions) => PageAnswers.Page<RolesPage>(new
        {
            Rows = (IReadOnlyList<(string, IReadOnlySet<string>)>)[.. permissions.All.Select(p => (p.Name, (IReadOnlySet<string>)Roles.All.Where(r => permissions.Has(r, p)).ToHashSet()))],
        }));
    }

    private static async Task<IResult> ListAsync(Teams teams, CancellationToken cancellation)
    {
        var listed = new List<ListedTeam>();
        foreach (var team in await teams.AllAsync(cancellation))
        {
            listed.Add(new(team, await teams.MembersAsync(team.Id, cancellation)));
        }
        return PageAnswers.Page<TeamsPage>(new { Teams = listed });
    }

    private static async Task<IResult> CreateAsync([FromForm] TeamForm form, ChangeTeams change, Actor actor, IStringLocalizer texts, HttpContext http, CancellationToken cancellation)
    {
        var result = await change.CreateAsync(form, actor, cancellation);
        if (result.IsRefused)
        {
            return PageAnswers.Page<NewTeamPage>(new { Form = form, Errors = Errors(result.Refusals, texts) }, StatusCodes.Status422UnprocessableEntity);
        }
        http.Say("identity.saved");
        return PageAnswers.SeeOther($"{All}/{result.Value.Code}");
    }

    private static async Task<IResult> ChangeAsync(string code, [FromForm] TeamForm form, ChangeTeams change, Teams teams, FengtaiDb db, Actor actor, IStringLocalizer texts, HttpContext http, CancellationToken cancellation)
    {
        var result = await change.ChangeAsync(code, form, actor, cancellation);
        if (result.IsRefused)
        {
            return await ShowAsync(code, teams, db, form, Errors(result.Refusals, texts), null, null, cancellation);
        }
        http.Say("identity.saved");
        return PageAnswers.SeeOther($"{All}/{code}");
    }

    private static async Task<IResult> AddMemberAsync(string code, [FromForm] string? person, [FromForm] string? personId, ChangeMembers members, People people, Teams teams, FengtaiDb db, Actor actor, IStringLocalizer texts, CancellationToken cancellation)
    {
        if (await teams.ByCodeAsync(code, cancellation) is not { } team)
        {
            return Results.NotFound();
        }
        var found = await people.MeantAsync(personId, person, cancellation);
        var result = found.IsRefused ? Result<Done>.Refused(found.Refusals) : await members.JoinAsync(team.Id, found.Value.Id, actor, cancellation);
        return result.IsRefused
            ? await ShowAsync(code, teams, db, null, null, Errors(result.Refusals, texts), person, cancellation)
            : PageAnswers.SeeOther($"{All}/{code}");
    }

    private static async Task<IResult> ChangeMemberAsync(string code, Guid person, string act, ChangeMembers members, Teams teams, Actor actor, IFormCollection posted, CancellationToken cancellation)
    {
        if (await teams.ByCodeAsync(code, cancellation) is not { } team)
        {
            return Results.NotFound();
        }
        var result = act == "remove"
            ? await members.LeaveAsync(team.Id, person, actor, cancellation)
            : await members.LeadAsync(team.Id, person, act == "lead", actor, cancellation);
        return result.IsRefused ? Results.NotFound() : PageAnswers.SeeOther($"{All}/{code}");
    }

    private static async Task<IResult> ShowAsync(string code, Teams teams, FengtaiDb db, TeamForm? typed, FormErrors? errors, FormErrors? memberErrors, string? person, CancellationToken cancellation)
    {
        if (await db.Set<Team>().AsNoTracking().SingleOrDefaultAsync(t => t.Code == code, cancellation) is not { } team)
        {
            return Results.NotFound();
        }
        var form = new TeamForm { TeamName = team.Name, NameEn = team.NameEn, Line = team.Line.ToString().ToLowerInvariant(), Version = team.Version.ToString(CultureInfo.InvariantCulture) };
        return PageAnswers.Page<TeamPage>(
            new
            {
                Team = new TeamCard(team.Id, team.Code, team.Name, team.NameEn, team.Line),
                Members = await teams.MembersAsync(team.Id, cancellation),
                Form = (typed ?? form) with { Version = form.Version },
                Errors = errors,
                MemberErrors = memberErrors,
                Typed = person,
            },
            errors is null && memberErrors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static FormErrors Errors(IReadOnlyList<Refusal> refusals, IStringLocalizer texts) => FormErrors.From(refusals, texts, "identity.field");
}
