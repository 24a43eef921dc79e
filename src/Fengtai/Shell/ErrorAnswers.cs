using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Diagnostics;

namespace Fengtai.Shell;

/// <summary>Gives an error without a body one: a problem for programs, a page for people.</summary>
internal static class ErrorAnswers
{
    public static Task WriteAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        return http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => new NotFound().AsResult(http).ExecuteAsync(http),
            StatusCodes.Status503ServiceUnavailable => new StorageIsUnavailable().AsResult(http).ExecuteAsync(http),
            _ => Task.CompletedTask,
        };
    }
}
