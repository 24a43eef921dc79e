using System.Diagnostics;
using System.Net;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Database;
using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;
using Fengtai.Platform.Practices;
using Fengtai.Shell;
using Fengtai.Tests.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Fengtai.Tests.Health;

public sealed class OutageTests
{
    [Fact]
    public async Task Database_ThatGoesAndComesBack_IsAn503InBetween_AndNeedsNoRestart()
    {
        using var folder = new OwnFolder();
        await using var cluster = await EmbeddedCluster.OpenAsync(folder.Data, _ => { }, new Dictionary<string, string> { ["fsync"] = "off" });
        await using var app = await ServeAsync(cluster.ConnectionString, folder.Data);
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        string[] paths = ["/api/rows", "/rows", "/api/model", "/health/ready"];
        // several connections at once, so that more than one of the pool dies with the server
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => http.GetAsync(new Uri("/api/slow", UriKind.Relative))));

        HttpResponseMessage[] during;
        HttpResponseMessage page;
        using (await new ClusterLocks(folder.Data).ExclusiveAsync(TestContext.Current.CancellationToken)) // nobody starts it again meanwhile
        {
            folder.KillPostgres();
            during = await Task.WhenAll(paths.Select(p => http.GetAsync(new Uri(p, UriKind.Relative))));
            page = await AsAPersonAsync(http);
            await Task.Delay(TimeSpan.FromSeconds(2)); // for the workers to notice
        }

        Assert.All(during, answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode));
        Assert.All(during.SkipLast(1), answer => Assert.Equal("5", answer.Headers.RetryAfter?.ToString()));
        Assert.Contains("storageIsUnavailable", await during[0].Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("error-page", await page.Content.ReadAsStringAsync());
        await IsBackAsync(http);
        foreach (var path in paths.Concat(paths).Concat(paths))
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        var before = Sweep.Runs;
        await EventuallyAsync(() => Task.FromResult(Sweep.Runs > before));
        Assert.Contains("fengtai_job_duration_seconds_count{kind=\"test.sweep\",outcome=\"done\"}", await http.GetStringAsync(new Uri("/metrics", UriKind.Relative)));
        Assert.False(app.Lifetime.ApplicationStopping.IsCancellationRequested);
    }

    private static async Task<WebApplication> ServeAsync(string database, string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Urls", "http://127.0.0.1:0"), new("Logging:LogLevel:Default", "None")]).Build();
        var app = Composition.Build(new() { DataFolder = folder, Database = database, PublicUrl = new("http://desk.example") }, configuration, null, new Rows());
        await Migrations.ApplyAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), Composition.Assemblies, TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    /// <summary>With a session, which cannot be looked up either.</summary>
    private static Task<HttpResponseMessage> AsAPersonAsync(HttpClient http) => http.SendAsync(new(HttpMethod.Get, "/rows")
    {
        Headers = { { "Accept", "text/html" }, { "Cookie", $"{SessionCookie.Name}=something" } },
    });

    private static Task IsBackAsync(HttpClient http) => EventuallyAsync(async () =>
    {
        using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    });

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var started = Stopwatch.GetTimestamp(); !await holds(); await Task.Delay(100))
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30), "It did not come back.");
        }
    }

    private sealed class Rows : Practice
    {
        public override void AddServices(IServiceCollection services, IConfiguration configuration) =>
            services.AddRecurring<Sweep>("test.sweep", TimeSpan.FromMilliseconds(100));

        public override void MapRoutes(IEndpointRouteBuilder routes)
        {
            Delegate count = (NpgsqlDataSource database) => database.Command("select count(*) from platform.events").ListAsync(r => r.GetInt64(0), default);
            routes.MapGet("/rows", count).Open("test");
            routes.MapGet("/api/rows", count).Open("test");
            routes.MapGet("/api/slow", (NpgsqlDataSource database) => database.Command("select 1 from pg_sleep(0.3)").ListAsync(r => r.GetInt32(0), default)).Open("test");
            routes.MapGet("/api/model", (FengtaiDb db) => db.Set<EventRow>().CountAsync()).Open("test");
        }
    }

    /// <summary>Recurring work that goes through EF Core, which wraps what the driver throws.</summary>
    private sealed class Sweep(FengtaiDb db) : IRecurringJob
    {
        private static int _runs;

        public static int Runs => Volatile.Read(ref _runs);

        public async Task RunAsync(CancellationToken cancellation)
        {
            await db.Set<EventRow>().CountAsync(cancellation);
            Interlocked.Increment(ref _runs);
        }
    }
}
