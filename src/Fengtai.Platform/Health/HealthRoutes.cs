using Fengtai.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Fengtai.Platform.Health;

/// <summary>What load balancers and monitoring ask.</summary>
public static class HealthRoutes
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // listens from the start, not from the first scrape
        _ = routes.ServiceProvider.GetRequiredService<Measurements>();
        routes.MapMethods("/health/live", Methods, () => Results.Text("ok")).Open("says nothing but that it runs");
        routes.MapMethods("/health/ready", Methods, ReadyAsync).Open("says nothing but whether it works");
        routes.MapGet("/metrics", (PrometheusText metrics) => Results.Text(metrics.Write(), PrometheusText.ContentType)).Open("counts and durations only; scrapers do not sign in");
    }

    /// <summary>503 tells a load balancer to send people elsewhere until the database answers again.</summary>
    private static async Task<IResult> ReadyAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(3));
        try
        {
            await using var question = database.CreateCommand("select 1");
            await question.ExecuteScalarAsync(patience.Token);
            return Results.Text("ok");
        }
        catch (Exception e) when (DatabaseOutage.Caused(e) || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
