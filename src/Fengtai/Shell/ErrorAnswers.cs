using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Diagnostics;

namespace Fengtai.Shell;

/// <summary>Gives an answer that has only a status its body: a problem for programs, a page for people.</summary>
internal static class ErrorAnswers
{
    public static Task WriteAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        return http.IsApi() ? Meaning(http).AsResult(http, http.Response.StatusCode).ExecuteAsync(http) : Task.CompletedTask;
    }

    private static Refusal Meaning(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized => new NotSignedIn(),
        StatusCodes.Status404NotFound => new NotFound(),
        StatusCodes.Status405MethodNotAllowed => new MethodIsNotKnownHere(),
        StatusCodes.Status413PayloadTooLarge => new BodyIsTooLarge(ApiBody.Limit),
        StatusCodes.Status415UnsupportedMediaType => new ContentTypeIsNotJson(http.Request.ContentType ?? ""),
        StatusCodes.Status503ServiceUnavailable => new StorageIsUnavailable(),
        < 500 => new RequestIsBroken(),
        _ => new SomethingBroke(),
    };
}
