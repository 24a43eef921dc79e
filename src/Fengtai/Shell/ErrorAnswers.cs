using System.Globalization;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Fengtai.Shell;

/// <summary>Gives an answer that has only a status its body: a problem for programs, a page for people.</summary>
internal static class ErrorAnswers
{
    public static Task WriteAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        // the language was chosen further in, and is forgotten on the way out
        var page = http.RequestServices.GetRequiredService<PageContext>();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = page.Culture;
        if (http.IsApi())
        {
            return Meaning(http).AsResult(http, status).ExecuteAsync(http);
        }
        if (!http.Request.Headers.Accept.Any(a => a?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true))
        {
            return Task.CompletedTask;
        }
        return status == StatusCodes.Status405MethodNotAllowed && HttpMethods.IsGet(http.Request.Method)
            ? PageAnswers.SeeOther(Above(http.Request.Path.Value ?? "/")).ExecuteAsync(http)
            : ShowAsync(http, status, page);
    }

    // the answer to a form, loaded again or shared: there is only the page that the form is on
    private static string Above(string path) => path[..Math.Max(1, path.TrimEnd('/').LastIndexOf('/'))];

    private static Task ShowAsync(HttpContext http, int status, PageContext page)
    {
        return new RazorComponentResult<ErrorPage>(new
        {
            Status = status,
            Again = HttpMethods.IsGet(http.Request.Method) ? page.Path : "/",
            Trace = status >= StatusCodes.Status500InternalServerError ? http.TraceIdentifier : null,
        })
        { StatusCode = status }.ExecuteAsync(http);
    }

    private static Refusal Meaning(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized => new NotSignedIn(),
        StatusCodes.Status404NotFound => new Platform.Refusals.NotFound(),
        StatusCodes.Status405MethodNotAllowed => new MethodIsNotKnownHere(),
        StatusCodes.Status413PayloadTooLarge => new BodyIsTooLarge(ApiBody.Limit),
        StatusCodes.Status415UnsupportedMediaType => new ContentTypeIsNotJson(http.Request.ContentType ?? ""),
        StatusCodes.Status503ServiceUnavailable => new StorageIsUnavailable(),
        < 500 => new RequestIsBroken(),
        _ => new SomethingBroke(),
    };
}
