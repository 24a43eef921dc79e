using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Http;

namespace Fengtai.Platform.Access;

/// <summary>Holds every request against its endpoint's rule, after authentication and before the handler.</summary>
public sealed class AccessMiddleware(RequestDelegate next)
{
    /// <summary>Where somebody who has not signed in is sent, with the wanted page as <c>return</c>.</summary>
    public const string SignInPath = "/sign-in";

    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<AccessRule>() is not { IsOpen: false } rule)
        {
            return next(http);
        }
        var actor = http.Actor();
        if (!actor.IsSignedIn)
        {
            return AskToSignIn(http);
        }
        if (actor.MustFirst is { } first && http.Request.Path != first)
        {
            return (http.IsApi() ? new SomethingMustBeDoneFirst(first).AsResult(http) : Results.LocalRedirect(first)).ExecuteAsync(http);
        }
        return Lacking(actor, rule, http.Request.Method) is { } lacking
            ? new NotAllowed(lacking).AsResult(http).ExecuteAsync(http)
            : next(http);
    }

    private static string? Lacking(Actor actor, AccessRule rule, string method) => rule.Permission switch
    {
        { } permission when !actor.May(permission) => permission.Name,
        _ when actor.IsReadOnly && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) => "write",
        _ => null,
    };

    private static Task AskToSignIn(HttpContext http)
    {
        if (http.IsApi())
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return new NotSignedIn().AsResult(http).ExecuteAsync(http);
        }
        var wanted = HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString.ToString() : "/";
        return Results.LocalRedirect($"{SignInPath}?return={Uri.EscapeDataString(wanted)}").ExecuteAsync(http);
    }
}
