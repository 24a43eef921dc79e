using System.Net.Sockets;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fengtai.Platform.Health;

/// <summary>
/// A database that is away is nobody's bug: the answer is 503 with a time to come back, and connections that died with it are
/// dropped, so that the first request after its return already succeeds.
/// </summary>
public sealed class DatabaseOutage(NpgsqlDataSource database) : IExceptionHandler
{
    /// <summary>Seconds after which trying again is worth it: the embedded cluster is back sooner.</summary>
    private const string RetryAfter = "5";

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!Caused(exception))
        {
            return ValueTask.FromResult(false);
        }
        database.Clear();
        httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        httpContext.Response.Headers.RetryAfter = RetryAfter;
        return ValueTask.FromResult(true);
    }

    /// <summary>Whether the exception says that the server cannot be reached, is starting or ending, or is out of room.</summary>
    public static bool Caused(Exception? exception) => exception switch
    {
        null => false,
        PostgresException e => e.SqlState.StartsWith("57P", StringComparison.Ordinal) || e.SqlState.StartsWith("53", StringComparison.Ordinal) || e.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException { InnerException: null } => false,
        NpgsqlException e => e.InnerException is SocketException or IOException or TimeoutException || Caused(e.InnerException),
        DbUpdateException or InvalidOperationException or AggregateException => Caused(exception.InnerException),
        _ => false,
    };
}
