using System.Net;
using Fengtai.Platform.Access;
using Fengtai.Platform.Practices;
using Fengtai.Shell;
using Fengtai.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Shell;

public sealed class WarmUpTests(WarmUpTests.AppWithAWarmPage app) : IClassFixture<WarmUpTests.AppWithAWarmPage>
{
    [Fact]
    public async Task Pages_AreAskedForAsSomebodyWhoMay_AndTheDoorIsShutAfterwards()
    {
        var browser = await app.Browse();
        var said = new List<string>();

        await app.Services.GetRequiredService<WarmUp>().RunAsync(browser.Address.ToString(), said.Add, TestContext.Current.CancellationToken);

        Assert.Equal(["/missing could not be warmed: it answered 404."], said.Where(line => line.StartsWith("/missing", StringComparison.Ordinal)));
        var header = Assert.Single(Warm.Seen);
        var again = new HttpRequestMessage(HttpMethod.Get, "/warm") { Headers = { { "Fengtai-Warm-Up", header } } };
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(again)).StatusCode);
        Assert.Single(Warm.Seen);
    }

    public sealed class AppWithAWarmPage(TestCluster cluster) : App(cluster)
    {
        protected override IEnumerable<Practice> More => [new Warm()];
    }

    private sealed class Warm : Practice
    {
        private static readonly Permission Secret = new("test.secret");

        public static List<string> Seen { get; } = [];

        public override void AddServices(IServiceCollection services, IConfiguration configuration)
        {
            services.AddSingleton(new Grant("admin", Secret));
            services.AddSingleton(new WarmPage("/warm"));
            services.AddSingleton(new WarmPage("/missing"));
        }

        public override void MapRoutes(IEndpointRouteBuilder routes) =>
            routes.MapGet("/warm", (HttpContext http) => Seen.Add(http.Request.Headers["Fengtai-Warm-Up"].ToString())).Requires(Secret);
    }
}
