using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fengtai.Platform.Live;

/// <summary>
/// Each open page holds a connection, and each of these a little memory. Above so many on one node (<c>Fengtai:Live:Connections</c>) further ones are
/// answered 503: their pages work and try again, only without being told of changes. What is there stays served.
/// </summary>
internal sealed partial class LiveLimit(IConfiguration configuration, ILogger<LiveLimit> log)
{
    public const int Default = 10_000;

    /// <summary>Seconds; the pages themselves try again every five.</summary>
    private const string RetryAfter = "10";

    private readonly int _most = configuration.GetValue("Fengtai:Live:Connections", Default);
    private int _open;
    private int _isFull;

    public async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            if (Interlocked.Increment(ref _open) <= _most)
            {
                await next(http);
                return;
            }
            if (Interlocked.Exchange(ref _isFull, 1) == 0)
            {
                Full(log, _most);
            }
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = RetryAfter;
        }
        finally
        {
            if (Interlocked.Decrement(ref _open) < _most * 9 / 10)
            {
                Volatile.Write(ref _isFull, 0);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Most} live connections are open; further ones are refused (Fengtai__Live__Connections)")]
    private static partial void Full(ILogger log, int most);
}

internal static class LiveLimitEndpoints
{
    public static TBuilder Limited<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(built =>
        {
            var next = built.RequestDelegate!;
            built.RequestDelegate = http => http.RequestServices.GetRequiredService<LiveLimit>().PassAsync(http, next);
        });
        return endpoint;
    }
}
