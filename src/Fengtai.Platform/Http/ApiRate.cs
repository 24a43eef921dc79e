using System.Threading.RateLimiting;
using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Platform.Http;

/// <summary>
/// One program cannot take the service desk from the others: each token has a bucket of requests on each node, refilled
/// every second (<c>Fengtai:Api:RequestsPerSecond</c>, 0 = unlimited) and ten seconds deep. Above it: 429 with <c>Retry-After</c>.
/// </summary>
public static class ApiRate
{
    public const int Default = 300;
    public const int Deep = 10;

    public static IServiceCollection AddApiRate(this IServiceCollection services, IConfiguration configuration)
    {
        var perSecond = configuration.GetValue("Fengtai:Api:RequestsPerSecond", Default);
        return services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                perSecond > 0 && http.IsApi() ? RateLimitPartition.GetTokenBucketLimiter(Caller(http), _ => Bucket(perSecond)) : RateLimitPartition.GetNoLimiter(""));
            limiter.OnRejected = RefuseAsync;
        });
    }

    /// <summary>Goes after authentication: what is counted is the token, or the address of whoever shows none.</summary>
    public static void UseApiRate(this IApplicationBuilder app) => app.UseRateLimiter();

    private static string Caller(HttpContext http) => http.Actor() is { IsSignedIn: true } actor ? $"{actor.Credential}" : $"{http.Connection.RemoteIpAddress}";

    private static TokenBucketRateLimiterOptions Bucket(int perSecond) => new()
    {
        TokenLimit = perSecond * Deep,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    };

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        rejected.HttpContext.Response.Headers.RetryAfter = "1";
        await new TooManyRequests().AsResult(rejected.HttpContext).ExecuteAsync(rejected.HttpContext);
    }
}

/// <summary>Nothing was done; the same request may come again after <c>Retry-After</c>.</summary>
public sealed record TooManyRequests : Refusal
{
    public override RefusalKind Kind => RefusalKind.TooMany;
}
