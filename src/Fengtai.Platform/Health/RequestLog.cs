using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Fengtai.Platform.Health;

/// <summary>
/// Logs requests that failed on our side or took long. Never what was asked for: routes with their placeholders, no paths, queries,
/// names or bodies. The trace is what an error page shows. How many and how fast the others were, the metrics say.
/// </summary>
public sealed partial class RequestLog(RequestDelegate next, TimeProvider time, ILogger<RequestLog> log)
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    public async Task InvokeAsync(HttpContext http)
    {
        var started = time.GetTimestamp();
        await next(http);
        var took = time.GetElapsedTime(started);
        var failed = http.Response.StatusCode >= StatusCodes.Status500InternalServerError;
        if (failed || (took > Long && !http.WebSockets.IsWebSocketRequest))
        {
            // after an exception the endpoint is known only there
            var endpoint = http.Features.Get<IExceptionHandlerPathFeature>()?.Endpoint ?? http.GetEndpoint();
            var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
            Notable(log, failed ? LogLevel.Error : LogLevel.Warning, http.Request.Method, route, http.Response.StatusCode, (long)took.TotalMilliseconds, http.TraceIdentifier);
        }
    }

    [LoggerMessage("{Method} {Route} answered {Status} after {Milliseconds} ms ({Trace})")]
    private static partial void Notable(ILogger log, LogLevel level, string method, string route, int status, long milliseconds, string trace);
}
