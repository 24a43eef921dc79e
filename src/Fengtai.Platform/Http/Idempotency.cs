using System.Security.Cryptography;
using System.Text;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Fengtai.Platform.Http;

/// <summary>Answers once more what was done, where the first answer was lost with its node.</summary>
/// <param name="subject">What the work was about: the subject of its first event.</param>
public delegate Task<IResult> AnswerAgain(HttpContext http, Guid subject);

/// <summary>
/// <c>Idempotency-Key</c> on a POST that creates: the first answer is kept 24 hours and given again for the same key and
/// body; another body is refused. The key is claimed by a row before the work begins, so two at once do the work once, and
/// used up in the work's own commit (<see cref="ClaimedKey"/>), so that it is done once even if the node dies in between.
/// </summary>
public sealed class IdempotencyFilter(NpgsqlDataSource database, AnswerAgain again) : IEndpointFilter
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
            return earlier is { Status: null, Subject: { } done } && earlier.IsOf(hash)
                ? new KeptResult(await again(http, done), database, person, key)
                : earlier.Replay(http, hash);
        }
        http.RequestServices.GetRequiredService<ClaimedKey>().Claim(person, key);
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
                on conflict (person, key) do update set body = excluded.body, at = now()
                    where kept.status is null
                      and kept.at < now() - interval '10 seconds'
                      and not exists (select from platform.finished_keys f where f.person = kept.person and f.key = kept.key)
                """, [person, key, hash]);
            if (claimed == 1)
            {
                return null;
            }
            await using var command = database.Command("""
                select body, status, answer, location, subject
                from platform.idempotency
                left join platform.finished_keys using (person, key)
                where person = $1 and key = $2
                """, person, key);
            await using var row = await command.ExecuteReaderAsync();
            if (await row.ReadAsync())
            {
                return new(row.GetFieldValue<byte[]>(0), row.Get<int?>(1), row.Get<string>(2) ?? "", row.Get<string>(3), row.Get<Guid?>(4));
            }
        }
    }

    /// <summary>Lets it be tried again at once, unless the work was saved and only its answer failed.</summary>
    private static Task ReleaseAsync(NpgsqlDataSource database, Guid person, string key) => database.ExecuteAsync("""
        delete from platform.idempotency
        where person = $1 and key = $2
          and status is null
          and not exists (select from platform.finished_keys where person = $1 and key = $2)
        """, [person, key]);

    /// <param name="Subject">There once the work is saved.</param>
    private sealed record Earlier(byte[] Body, int? Status, string Answer, string? Location, Guid? Subject)
    {
        public bool IsOf(byte[] body) => Body.AsSpan().SequenceEqual(body);

        public IResult Replay(HttpContext http, byte[] body)
        {
            if (!IsOf(body))
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
            else if (!httpContext.RequestServices.GetRequiredService<ClaimedKey>().IsLost)
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
    public static RouteHandlerBuilder Idempotent(this RouteHandlerBuilder endpoint, AnswerAgain again) => endpoint.AddEndpointFilterFactory((_, next) =>
        context => new IdempotencyFilter(context.HttpContext.RequestServices.GetRequiredService<NpgsqlDataSource>(), again).InvokeAsync(context, next));
}
