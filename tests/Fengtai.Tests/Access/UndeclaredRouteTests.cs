using Fengtai.Platform.Practices;
using Fengtai.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Access;

public sealed class UndeclaredRouteTests(UndeclaredRouteTests.AppWithABackDoor app) : IClassFixture<UndeclaredRouteTests.AppWithABackDoor>
{
    [Fact]
    public async Task RouteThatDoesNotSayWhoMayUseIt_KeepsTheApplicationFromStarting()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.Browse());

        Assert.EndsWith(": HTTP: GET /back-door", refused.Message);
    }

    public sealed class AppWithABackDoor(TestCluster cluster) : App(cluster)
    {
        protected override IEnumerable<Practice> More => [new BackDoor()];

        // it fails as it should, and need not be told at length
        protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "None" };
    }

    private sealed class BackDoor : Practice
    {
        public override void AddServices(IServiceCollection services, IConfiguration configuration)
        {
            // a door is all there is
        }

        public override void MapRoutes(IEndpointRouteBuilder routes) => routes.MapGet("/back-door", () => "come in");
    }
}
