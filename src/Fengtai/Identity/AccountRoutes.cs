using System.Globalization;
using Fengtai.Identity.Admin;
using Fengtai.Identity.Portal;
using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Fengtai.Identity;

/// <summary>The pages on which people look after their own account.</summary>
internal static class AccountRoutes
{
    private const string Details = "/account";
    private const string Sessions = "/account/sessions";
    private const string Tokens = "/account/tokens";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Details, ShowDetailsAsync).SignedIn();
        routes.MapPost(Details, ChangeDetailsAsync).SignedIn();
        routes.MapGet(ChangePassword.Path, (Actor actor) => PageAnswers.Page<PasswordPage>(new { IsDemanded = actor.MustFirst is not null, actor.Login })).SignedIn();
        routes.MapPost(ChangePassword.Path, ChangePasswordAsync).SignedIn();
        routes.MapGet(Sessions, async (OwnAccess own, Actor actor, CancellationToken cancellation) => PageAnswers.Page<SessionsPage>(new { Sessions = await own.SessionsAsync(actor, cancellation) })).SignedIn();
        routes.MapPost(Sessions + "/end-others", EndOthersAsync).SignedIn();
        routes.MapPost(Sessions + "/{id:guid}/end", EndAsync).SignedIn();
        routes.MapGet(Tokens, async (OwnAccess own, Actor actor, CancellationToken cancellation) =>
            PageAnswers.Page<TokensPage>(new { Tokens = await own.TokensAsync(actor, cancellation), Form = new CreateTokenForm { Scope = "read", Days = CreateToken.DefaultDays.ToString(CultureInfo.InvariantCulture) } })).SignedIn();
        routes.MapPost(Tokens, CreateTokenAsync).SignedIn();
        routes.MapPost(Tokens + "/{id:guid}/revoke", RevokeAsync).SignedIn();
    }

    private static async Task<IResult> ShowDetailsAsync(People people, Teams teams, Actor actor, CancellationToken cancellation)
    {
        var person = (await people.FindAsync(actor.Id, cancellation))!;
        var form = new PersonForm { Phone = person.Phone, Mobile = person.Mobile, WeChat = person.WeChat, Culture = person.Culture, TimeZone = person.TimeZone };
        return PageAnswers.Page<AccountPage>(new { Person = person, Teams = await teams.OfAsync(actor.Id, cancellation), Form = form });
    }

    private static async Task<IResult> ChangeDetailsAsync([FromForm] PersonForm form, ChangeOwnDetails change, People people, Teams teams, Actor actor, IStringLocalizer texts, HttpContext http, CancellationToken cancellation)
    {
        var result = await change.RunAsync(form, actor, cancellation);
        if (result.IsRefused)
        {
            var person = (await people.FindAsync(actor.Id, cancellation))!;
            return PageAnswers.Page<AccountPage>(new { Person = person, Teams = await teams.OfAsync(actor.Id, cancellation), Form = form, Errors = Errors(result.Refusals, texts) }, StatusCodes.Status422UnprocessableEntity);
        }
        http.RememberLanguage(result.Value.Culture);
        http.Say("identity.saved");
        return PageAnswers.SeeOther(Details);
    }

    private static async Task<IResult> ChangePasswordAsync([FromForm] ChangePasswordForm form, ChangePassword change, Actor actor, IStringLocalizer texts, HttpContext http, CancellationToken cancellation)
    {
        var result = await change.RunAsync(form, actor, Visitor.Of(http), cancellation);
        if (result.IsRefused)
        {
            return PageAnswers.Page<PasswordPage>(
                new { IsDemanded = actor.MustFirst is not null, actor.Login, Errors = Errors(result.Refusals, texts) },
                result.Refusal is TooManyAttempts ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity);
        }
        http.Say("identity.passwordChanged");
        return PageAnswers.SeeOther(actor.MustFirst is null ? Details : SignedInHandler.Start);
    }

    private static async Task<IResult> EndAsync(Guid id, EndSession end, Actor actor, HttpContext http, IFormCollection posted, CancellationToken cancellation)
    {
        if ((await end.OwnAsync(id, "ended", actor, cancellation)).IsRefused)
        {
            return Results.NotFound();
        }
        http.Say("identity.sessionEnded");
        return PageAnswers.SeeOther(Sessions);
    }

    private static async Task<IResult> EndOthersAsync(EndSession end, Actor actor, HttpContext http, IFormCollection posted, CancellationToken cancellation)
    {
        await end.OthersAsync(actor, cancellation);
        http.Say("identity.sessionsEnded");
        return PageAnswers.SeeOther(Sessions);
    }

    private static async Task<IResult> CreateTokenAsync([FromForm] CreateTokenForm form, CreateToken create, OwnAccess own, Actor actor, IStringLocalizer texts, HttpContext http, CancellationToken cancellation)
    {
        var result = await create.RunAsync(actor.Id, form, actor, cancellation);
        var tokens = await own.TokensAsync(actor, cancellation);
        if (result.IsRefused)
        {
            return PageAnswers.Page<TokensPage>(new { Tokens = tokens, Form = form, Errors = Errors(result.Refusals, texts) }, StatusCodes.Status422UnprocessableEntity);
        }
        // shown once and kept nowhere: therefore no redirect (pages with forms are in no cache anyway)
        return PageAnswers.Page<TokensPage>(new { Tokens = tokens, Form = new CreateTokenForm { Scope = "read", Days = form.Days }, NewToken = result.Value.Secret });
    }

    private static async Task<IResult> RevokeAsync(Guid id, RevokeToken revoke, Actor actor, HttpContext http, IFormCollection posted, CancellationToken cancellation)
    {
        if ((await revoke.RunAsync(id, actor, cancellation)).IsRefused)
        {
            return Results.NotFound();
        }
        http.Say("identity.tokenRevoked");
        return PageAnswers.SeeOther(Tokens);
    }

    private static FormErrors Errors(IReadOnlyList<Refusal> refusals, IStringLocalizer texts) => FormErrors.From(refusals, texts, "identity.field");
}
