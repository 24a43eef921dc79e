using System.Globalization;
using Fengtai.Identity.Portal;
using Fengtai.Identity.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Fengtai.Identity;

/// <summary>In and out: the pages of those who are not signed in.</summary>
internal static class SignInRoutes
{
    private const string NotSignedInYet = "whoever signs in has not signed in yet";
    private const string HasALink = "the link itself is the proof";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", ShowSignInAsync).Open(NotSignedInYet);
        routes.MapPost("/sign-in", SignInAsync).Open(NotSignedInYet);
        routes.MapPost("/sign-in/demo", SignInDemoAsync).Open("offered on demonstrations alone");
        routes.MapPost("/sign-out", SignOutAsync).Open("ends a session if there is one");
        routes.MapGet($"{SetPassword.Path}/{{secret}}", ShowSetPasswordAsync).Open(HasALink);
        routes.MapPost($"{SetPassword.Path}/{{secret}}", SetPasswordAsync).Open(HasALink);
        routes.MapGet($"{FirstRun.Path}/{{secret}}", ShowFirstRunAsync).Open(HasALink);
        routes.MapPost($"{FirstRun.Path}/{{secret}}", RunFirstAsync).Open(HasALink);
    }

    private static async Task<IResult> ShowSignInAsync([FromQuery(Name = "return")] string? wanted, Actor actor, DemoPeople demo, FirstRun first, CancellationToken cancellation) =>
        actor.IsSignedIn
            ? PageAnswers.SeeOther(After(wanted))
            : PageAnswers.Page<SignInPage>(new { Form = new SignInForm { Return = wanted }, Demo = await demo.AskAsync(cancellation), IsFirst = await first.IsAwaitedAsync(cancellation) });

    private static async Task<IResult> SignInAsync([FromForm] SignInForm form, SignIn signIn, DemoPeople demo, IStringLocalizer texts, HttpContext http, CancellationToken cancellation)
    {
        var result = await signIn.RunAsync(form.Login, form.Password, form.Stay is "true", Visitor.Of(http), cancellation);
        return result.IsRefused
            ? Refused<SignInPage>(http, result.Refusals, new { Form = form, Demo = await demo.AskAsync(cancellation), Errors = Errors(result.Refusals, texts) })
            : Enter(http, result.Value, form.Return);
    }

    private static async Task<IResult> SignInDemoAsync([FromForm] SignInForm form, DemoPeople demo, HttpContext http, CancellationToken cancellation)
    {
        var result = await demo.SignInAsync(form.Login, Visitor.Of(http), cancellation);
        return result.IsRefused ? Results.NotFound() : Enter(http, result.Value, form.Return);
    }

    private static async Task<IResult> SignOutAsync(Actor actor, EndSession end, HttpContext http, IFormCollection posted, CancellationToken cancellation)
    {
        if (actor.Credential is { } session)
        {
            await end.OwnAsync(session, "signedOut", actor, cancellation);
        }
        SessionCookie.Clear(http);
        http.Say("identity.signedOut");
        return PageAnswers.SeeOther("/sign-in");
    }

    private static async Task<IResult> ShowSetPasswordAsync(string secret, SetPassword set, CancellationToken cancellation) =>
        await set.ForAsync(secret, cancellation) is { } person
            ? PageAnswers.Page<SetPasswordPage>(new { Login = person.Login, Name = person.Name })
            : UsedUp();

    private static async Task<IResult> SetPasswordAsync(string secret, [FromForm] NewPasswordForm form, SetPassword set, IStringLocalizer texts, HttpContext http, CancellationToken cancellation)
    {
        if (await set.ForAsync(secret, cancellation) is not { } person)
        {
            return UsedUp();
        }
        var result = await set.RunAsync(secret, form.Password, form.Again, Visitor.Of(http), cancellation);
        return result switch
        {
            { Refusal: LinkIsUsedUp } => UsedUp(),
            { IsRefused: true } => Refused<SetPasswordPage>(http, result.Refusals, new { Login = person.Login, Name = person.Name, Errors = Errors(result.Refusals, texts) }),
            _ => Enter(http, result.Value, "/"),
        };
    }

    private static async Task<IResult> ShowFirstRunAsync(string secret, FirstRun first, PageContext page, CancellationToken cancellation) =>
        await first.IsOpenAsync(secret, cancellation)
            ? PageAnswers.Page<FirstRunPage>(new { Form = new FirstRunForm { Login = "admin", Culture = page.Culture.Name, TimeZone = page.TimeZone.Id } })
            : UsedUp();

    private static async Task<IResult> RunFirstAsync(string secret, [FromForm] FirstRunForm form, FirstRun first, IStringLocalizer texts, HttpContext http, CancellationToken cancellation)
    {
        var result = await first.RunAsync(secret, form, Visitor.Of(http), cancellation);
        return result switch
        {
            { Refusal: LinkIsUsedUp } => UsedUp(),
            { IsRefused: true } => Refused<FirstRunPage>(http, result.Refusals, new { Form = form, Errors = Errors(result.Refusals, texts) }),
            _ => Enter(http, result.Value, "/"),
        };
    }

    private static IResult Enter(HttpContext http, StartedSession session, string? wanted)
    {
        SessionCookie.Set(http, session.Secret, session.KeptUntil);
        return PageAnswers.SeeOther(After(wanted));
    }

    // who wanted no place of their own is sent to where their work begins
    private static string After(string? wanted) => wanted is null or "" or "/" ? SignedInHandler.Start : wanted;

    private static IResult Refused<TPage>(HttpContext http, IReadOnlyList<Refusal> refusals, object parameters) where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        if (refusals[0] is not TooManyAttempts { Minutes: var minutes })
        {
            return PageAnswers.Page<TPage>(parameters, StatusCodes.Status422UnprocessableEntity);
        }
        http.Response.Headers.RetryAfter = (minutes * 60).ToString(CultureInfo.InvariantCulture);
        return PageAnswers.Page<TPage>(parameters, StatusCodes.Status429TooManyRequests);
    }

    private static IResult UsedUp() => PageAnswers.Page<LinkUsedUpPage>(status: StatusCodes.Status404NotFound);

    private static FormErrors Errors(IReadOnlyList<Refusal> refusals, IStringLocalizer texts) => FormErrors.From(refusals, texts, "identity.field");
}
