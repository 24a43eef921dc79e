using System.Security.Cryptography;
using System.Text;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Fengtai.Platform.Http;

/// <summary>
/// <c>Idempotency-Key</c> on a POST that creates: the first answer is kept 24 hours and given again for the same key and
/// body; another body is refused. The key is claimed by a row before the work begins, so two at once do the work once.
/// </summary>
public sealed class IdempotencyFilter(NpgsqlDataSource database) : IEndpointFilter
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 200;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var key = http.Request.Headers[Header].ToString();
        if (key.Length == 0)
        {
            return await next(context);
        }
        if (key.Length > LongestKey)
        {
            return new IdempotencyKeyIsTooLong(LongestKey).AsResult(http);
        }
        var person = http.Actor().Id;
        var hash = await HashAsync(http);
        if (await ClaimAsync(person, key, hash) is { } earlier)
        {
            return earlier.Replay(http, hash);
        }
        try
        {
            return new KeptResult(await next(context), database, person, key);
        }
        catch
        {
            await ReleaseAsync(database, person, key);
            throw;
        }
    }

    private static async Task<byte[]> HashAsync(HttpContext http)
    {
        http.Request.EnableBuffering(ApiBody.Limit, ApiBody.Limit + 1);
        var hash = await SHA256.HashDataAsync(http.Request.Body, http.RequestAborted);
        http.Request.Body.Position = 0;
        return SHA256.HashData([.. hash, .. Encoding.UTF8.GetBytes(http.Request.Path)]);
    }

    /// <summary>Null where the key is ours now. Two statements: one alone would not see a row that another request has just committed.</summary>
    private async Task<Earlier?> ClaimAsync(Guid person, string key, byte[] hash)
    {
        while (true)
        {
            var claimed = await database.ExecuteAsync("""
                insert into platform.idempotency as kept (person, key, body) values ($1, $2, $3)
                on conflict (person, key) do update set body = excluded.body, at = now(), status = null, answer = null, location = null
                    where kept.at < now() - interval '24 hours'
                       or kept.status is null and kept.at < now() - interval '1 minute'
                """, [person, key, hash]);
            if (claimed == 1)
            {
                return null;
            }
            await using var command = database.Command("select body, status, answer, location from platform.idempotency where person = $1 and key = $2", person, key);
            await using var row = await command.ExecuteReaderAsync();
            if (await row.ReadAsync())
            {
                return new(row.GetFieldValue<byte[]>(0), row.Get<int?>(1), row.Get<string>(2) ?? "", row.Get<string>(3));
            }
        }
    }

    private static Task ReleaseAsync(NpgsqlDataSource database, Guid person, string key) =>
        database.ExecuteAsync("delete from platform.idempotency where person = $1 and key = $2 and status is null", [person, key]);

    private sealed record Earlier(byte[] Body, int? Status, string Answer, string? Location)
    {
        public IResult Replay(HttpContext http, byte[] body)
        {
            if (!Body.AsSpan().SequenceEqual(body))
            {
                return new IdempotencyKeyWasUsedForAnotherBody().AsResult(http);
            }
            if (Status is not { } status)
            {
                http.Response.Headers.RetryAfter = "1";
                return new SameRequestIsStillRunning().AsResult(http);
            }
            http.Response.Headers["Idempotency-Replayed"] = "true";
            if (Location is not null)
            {
                http.Response.Headers.Location = Location;
            }
            return Results.Text(Answer, status < 400 ? "application/json" : "application/problem+json", statusCode: status);
        }
    }

    /// <summary>Writes the answer and keeps it. What failed on our side is not kept, so that it can be tried again.</summary>
    private sealed class KeptResult(object? inner, NpgsqlDataSource database, Guid person, string key) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var wire = httpContext.Response.Body;
            using var copy = new MemoryStream();
            httpContext.Response.Body = copy;
            try
            {
                await (inner as IResult ?? Results.Json(inner, Json.Options)).ExecuteAsync(httpContext);
            }
            finally
            {
                httpContext.Response.Body = wire;
            }
            var status = httpContext.Response.StatusCode;
            if (status is >= 500 or StatusCodes.Status429TooManyRequests)
            {
                await ReleaseAsync(database, person, key);
            }
            else
            {
                await database.ExecuteAsync(
                    "update platform.idempotency set status = $3, answer = $4, location = $5 where person = $1 and key = $2",
                    [person, key, status, Encoding.UTF8.GetString(copy.GetBuffer(), 0, (int)copy.Length), httpContext.Response.Headers.Location.FirstOrDefault()]);
            }
            copy.Position = 0;
            await copy.CopyToAsync(wire, httpContext.RequestAborted);
        }
    }
}

public sealed record IdempotencyKeyIsTooLong(int Limit) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Malformed;

    public override object[] Arguments => [Limit];
}

public sealed record IdempotencyKeyWasUsedForAnotherBody : Refusal;

public sealed record SameRequestIsStillRunning : Refusal;

public static class IdempotencyEndpoints
{
    /// <summary>Gives a POST that creates something its <c>Idempotency-Key</c>.</summary>
    public static RouteHandlerBuilder Idempotent(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter<IdempotencyFilter>();
}
