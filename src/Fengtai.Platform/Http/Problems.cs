using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Fengtai.Platform.Http;

/// <summary>Turns refusals into RFC 9457 problems for programs; pages show them in their forms.</summary>
public static class Problems
{
    public static bool IsApi(this HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    public static int Status(this Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Malformed => StatusCodes.Status400BadRequest,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        RefusalKind.VersionMissing => StatusCodes.Status428PreconditionRequired,
        RefusalKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
    };

    /// <summary>The refusal as a sentence in the language of the request.</summary>
    public static string Sentence(this IStringLocalizer texts, Refusal refusal) => texts[TextKey(refusal.GetType()), refusal.Arguments];

    /// <summary>Where the sentence of a refusal is; a test sees to it that every refusal has one.</summary>
    public static string TextKey(Type refusal) => "refusal." + Refusal.CodeOf(refusal);

    public static IResult AsResult(this Refusal refusal, HttpContext http, int? status = null) => AsResult([refusal], http, status);

    /// <summary>An API answer is a problem; a page answers the bare status, which the error pages fill.</summary>
    /// <param name="status">Where HTTP has a status that says more than the kind's.</param>
    public static IResult AsResult(this IReadOnlyList<Refusal> refusals, HttpContext http, int? status = null)
    {
        var first = refusals[0];
        status ??= first.Status();
        if (!http.IsApi())
        {
            return Results.StatusCode(status.Value);
        }
        var texts = http.RequestServices.GetRequiredService<IStringLocalizer>();
        var problem = new ProblemDetails
        {
            Type = $"urn:fengtai:problem:{first.Code}",
            Title = texts.Sentence(first),
            Status = status,
            Instance = http.Request.Path,
            Extensions =
            {
                ["code"] = first.Code,
                ["errors"] = refusals.Select(r => new { code = r.Code, field = r.Field, message = texts.Sentence(r) }).ToList(),
            },
        };
        return Results.Json(problem, Json.Options, "application/problem+json", status);
    }
}
