using System.Security.Claims;
using System.Text.Encodings.Web;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace Fengtai.Identity;

/// <summary>Makes the person behind a session cookie or an API token the actor of the request.</summary>
internal sealed class SignedInHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    Credentials credentials) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "fengtai";

    /// <summary>Leads everybody to where their work begins.</summary>
    public const string Start = "/start";

    /// <summary>API tokens begin with this, so that scanners find those that leaked.</summary>
    public const string TokenPrefix = "fgt_";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || await ActorAsync() is not { } actor)
        {
            return AuthenticateResult.NoResult();
        }
        Context.SetActor(actor);
        // the name identifier also binds the antiforgery tokens of forms to this person
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, actor.Id.ToString()), new("sid", actor.Credential.ToString()!)], SchemeName);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), SchemeName));
    }

    private Task<Actor?> ActorAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            var token = header[Bearer.Length..].Trim();
            return token.StartsWith(TokenPrefix, StringComparison.Ordinal) && (Context.IsApi() || IsSafe)
                ? credentials.OfTokenAsync(token, Context.RequestAborted)
                : Task.FromResult<Actor?>(null);
        }
        return Request.Cookies[SessionCookie.Name] is { Length: > 0 } session && !(Context.IsApi() && IsFromElsewhere)
            ? credentials.OfSessionAsync(session, Context.RequestAborted)
            : Task.FromResult<Actor?>(null);
    }

    private bool IsSafe => HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method) || HttpMethods.IsOptions(Request.Method);

    // API calls carry no antiforgery token: what a page of another origin makes a browser send is nobody's wish
    private bool IsFromElsewhere => !IsSafe && Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");
}
