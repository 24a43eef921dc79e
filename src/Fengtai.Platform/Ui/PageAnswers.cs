using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Platform.Ui;

/// <summary>How a page answers.</summary>
public static class PageAnswers
{
    /// <summary>The page, or with 422 the page with what was typed and why it was refused.</summary>
    public static RazorComponentResult<TPage> Page<TPage>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent => parameters is null
            ? new RazorComponentResult<TPage> { StatusCode = status }
            : new RazorComponentResult<TPage>(parameters) { StatusCode = status };

    /// <summary>After a form has done its work: the browser gets the page there (303). Addresses of other sites lead home.</summary>
    public static IResult SeeOther(string path) => new SeeOtherResult(IsOwn(path) ? path : "/");

    /// <summary>After a form in the drawer has done its work: the drawer closes and the page behind it is refreshed; without script, <see cref="SeeOther"/>.</summary>
    public static IResult CloseDrawer(HttpContext http, string path) =>
        IsStreamForDrawer(http)
            ? Results.Text("""<turbo-stream action="update" target="drawer"><template></template></turbo-stream><turbo-stream action="refresh"></turbo-stream>""", StreamType, Encoding.UTF8)
            : SeeOther(path);

    /// <summary>After a form in the drawer has done its work: the whole page goes on to <paramref name="path"/>; without script, <see cref="SeeOther"/>.</summary>
    public static IResult LeaveDrawer(HttpContext http, string path) =>
        IsStreamForDrawer(http) && IsOwn(path)
            ? Results.Text($"""<turbo-stream action="visit" href="{HtmlEncoder.Default.Encode(path)}"></turbo-stream>""", StreamType, Encoding.UTF8)
            : SeeOther(path);

    /// <summary>Whether an address leads to this application: it begins with one slash and holds nothing that a browser would read as a host.</summary>
    public static bool IsOwn(string path) => path.StartsWith('/') && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.AsSpan().ContainsAnyInRange('\0', '\u001f');

    private const string StreamType = "text/vnd.turbo-stream.html";

    private static bool IsStreamForDrawer(HttpContext http) =>
        http.RequestServices.GetRequiredService<PageContext>().Frame == "drawer" && http.Request.Headers.Accept.ToString().Contains(StreamType, StringComparison.Ordinal);

    private sealed class SeeOtherResult(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            // non-ASCII in a header must be encoded (RFC 9110, 10.2.2)
            httpContext.Response.Headers.Location = UriHelper.Encode(new Uri(path, UriKind.Relative));
            return Task.CompletedTask;
        }
    }
}
