using Fengtai.Identity.Admin;
using Fengtai.Platform.Access;
using Fengtai.Platform.Looks;
using Fengtai.Platform.Practices;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Fengtai.Identity;

/// <summary>The pages on which administrators look after people.</summary>
internal static class PeopleRoutes
{
    private const int PageSize = 50;
    private const string One = PeopleQuery.Path + "/{id:guid}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup("").Requires(IdentityPermissions.Administer);
        admin.MapGet(PeopleQuery.Path, ListAsync);
        admin.MapGet(PeopleQuery.Path + "/new", () => PageAnswers.Page<NewPersonPage>(new { Form = new PersonForm() }));
        admin.MapPost(PeopleQuery.Path + "/new", CreateAsync);
        admin.MapGet(One, OpenAsync);
        admin.MapPost(One, ChangeAsync);
        admin.MapPost(One + "/roles", GiveRolesAsync);
        admin.MapPost(One + "/teams", SetTeamsAsync);
        admin.MapPost(One + "/password-link", MakeLinkAsync);
        admin.MapPost(One + "/end-sessions", EndSessionsAsync);
        admin.MapPost(One + "/disable", DisableAsync);
        admin.MapPost(One + "/enable", EnableAsync);
        routes.MapGet("/people/options", OptionsAsync).Requires(IdentityPermissions.FindPeople);
    }

    private static async Task<IResult> OptionsAsync(People people, string? q, HttpContext http)
    {
        var found = await people.SearchAsync(q ?? "", 10, http.RequestAborted);
        await http.LookAsync(LookKind.Listed, found.Select(p => p.Id), q);
        return PageAnswers.Page<PeopleOptions>(new { People = found });
    }

    private static async Task<IResult> OpenAsync(Guid id, PersonRecord record, HttpContext http)
    {
        await http.LookAsync(LookKind.Opened, [id]);
        return await ShowAsync(id, record, null, null, null, null, http.RequestAborted);
    }

    private static async Task<IResult> ListAsync([AsParameters] PeopleQuery query, PeopleList list, Teams teams, HttpContext http, CancellationToken cancellation)
    {
        var all = await teams.AllAsync(cancellation);
        var filter = new PeopleFilter(PageSize)
        {
            Words = query.Words,
            Role = query.Role is { Length: > 0 } role ? role : null,
            Team = all.FirstOrDefault(t => t.Code == query.Team)?.Id,
            IsActive = query.IsActive,
            After = query.After,
            Before = query.Before,
        };
        var part = await list.AskAsync(filter, cancellation);
        await http.LookAsync(LookKind.Listed, part.People.Select(p => p.Person.Id), query.Words);
        return PageAnswers.Page<PeoplePage>(new { Query = query, Part = part, Teams = all });
    }

    private static async Task<IResult> CreateAsync([FromForm] PersonForm form, CreatePerson create, Actor actor, IStringLocalizer texts, HttpContext http, IFormCollection posted, CancellationToken cancellation)
    {
        var roles = Several(posted, "Roles");
        var result = await create.RunAsync(form, roles, null, false, "administration", actor, cancellation);
        if (result.IsRefused)
        {
            return PageAnswers.Page<NewPersonPage>(new { Form = form, Roles = roles, Errors = Errors(result.Refusals, texts) }, StatusCodes.Status422UnprocessableEntity);
        }
        http.Say("identity.people.created", result.Value.Name);
        return SeePerson(result.Value.Id);
    }

    private static async Task<IResult> ChangeAsync(Guid id, [FromForm] PersonForm form, ChangePerson change, PersonRecord record, Actor actor, IStringLocalizer texts, HttpContext http, CancellationToken cancellation)
    {
        var result = await change.RunAsync(id, form, actor, cancellation);
        if (result.IsRefused)
        {
            return await ShowAsync(id, record, form, Errors(result.Refusals, texts), null, null, cancellation);
        }
        http.Say("identity.saved");
        return SeePerson(id);
    }

    private static async Task<IResult> GiveRolesAsync(Guid id, ChangeAccess access, PersonRecord record, Actor actor, IStringLocalizer texts, HttpContext http, IFormCollection posted, CancellationToken cancellation) =>
        await AnswerAsync(id, await access.GiveRolesAsync(id, Several(posted, "Roles"), actor, cancellation), record, texts, http, cancellation);

    private static async Task<IResult> SetTeamsAsync(Guid id, ChangeMembers members, PersonRecord record, Actor actor, IStringLocalizer texts, HttpContext http, IFormCollection posted, CancellationToken cancellation) =>
        await AnswerAsync(id, await members.SetTeamsAsync(id, Several(posted, "Teams"), actor, cancellation), record, texts, http, cancellation);

    private static async Task<IResult> EndSessionsAsync(Guid id, EndSession end, PersonRecord record, Actor actor, IStringLocalizer texts, HttpContext http, IFormCollection posted, CancellationToken cancellation) =>
        await AnswerAsync(id, await end.AllOfAsync(id, actor, cancellation), record, texts, http, cancellation);

    private static async Task<IResult> DisableAsync(Guid id, ChangeAccess access, PersonRecord record, Actor actor, IStringLocalizer texts, HttpContext http, IFormCollection posted, CancellationToken cancellation) =>
        await AnswerAsync(id, await access.DisableAsync(id, actor, cancellation), record, texts, http, cancellation);

    private static async Task<IResult> EnableAsync(Guid id, ChangeAccess access, PersonRecord record, Actor actor, IStringLocalizer texts, HttpContext http, IFormCollection posted, CancellationToken cancellation) =>
        await AnswerAsync(id, await access.EnableAsync(id, actor, cancellation), record, texts, http, cancellation);

    private static async Task<IResult> MakeLinkAsync(Guid id, MakePasswordLink make, PersonRecord record, HostSettings settings, Actor actor, IStringLocalizer texts, HttpContext http, IFormCollection posted, CancellationToken cancellation)
    {
        var result = await make.RunAsync(id, actor, cancellation);
        if (result.IsRefused)
        {
            return await ShowAsync(id, record, null, null, Errors(result.Refusals, texts), null, cancellation);
        }
        // shown once and kept nowhere: therefore no redirect (pages with forms are in no cache anyway)
        return await ShowAsync(id, record, null, null, null, new Uri(settings.PublicUrl, result.Value.Path).ToString(), cancellation);
    }

    private static async Task<IResult> AnswerAsync(Guid id, Result<Done> result, PersonRecord record, IStringLocalizer texts, HttpContext http, CancellationToken cancellation)
    {
        if (result.IsRefused)
        {
            return await ShowAsync(id, record, null, null, Errors(result.Refusals, texts), null, cancellation);
        }
        http.Say("identity.saved");
        return SeePerson(id);
    }

    private static async Task<IResult> ShowAsync(Guid id, PersonRecord record, PersonForm? typed, FormErrors? errors, FormErrors? accessErrors, string? link, CancellationToken cancellation) =>
        await record.AskAsync(id, cancellation) is { } view
            ? PageAnswers.Page<PersonPage>(
                new { View = view, Form = (typed ?? view.Form) with { Version = view.Form.Version }, Errors = errors, AccessErrors = accessErrors, NewLink = link },
                errors is null && accessErrors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : Results.NotFound();

    private static string[] Several(IFormCollection posted, string name) => [.. posted[name].OfType<string>()];

    private static IResult SeePerson(Guid id) => PageAnswers.SeeOther($"{PeopleQuery.Path}/{id}");

    private static FormErrors Errors(IReadOnlyList<Refusal> refusals, IStringLocalizer texts) => FormErrors.From(refusals, texts, "identity.field");
}
