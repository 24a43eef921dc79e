using System.Net;
using Fengtai.Platform.Database;
using Fengtai.Platform.Http;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Http;

public sealed class ProxiesTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task SchemeThatAProxyOfThisMachineForwards_IsTheSchemeOfTheRequest(string scheme, bool isSecure)
    {
        var browser = await app.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in") { Headers = { { "X-Forwarded-Proto", scheme }, { "X-Forwarded-For", "203.0.113.7" } } };
        using var answer = await browser.SendAsync(request);
        Assert.Equal(isSecure, answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public void NamedProxies_AreAddressesAndNetworks_BesideThisMachine()
    {
        var options = Proxies.Options("10.0.0.5, 10.1.0.0/16");
        Assert.Contains(IPAddress.Parse("10.0.0.5"), options.KnownProxies);
        Assert.Contains(options.KnownIPNetworks, n => n.Contains(IPAddress.Parse("10.1.2.3")));
        Assert.Contains(options.KnownIPNetworks, n => n.Contains(IPAddress.Loopback));
        Assert.DoesNotContain(options.KnownIPNetworks, n => n.Contains(IPAddress.Parse("10.2.0.1")));
    }

    [Fact]
    public void ProxyThatIsNoAddress_IsSaid() =>
        Assert.StartsWith("Fengtai__Proxies: balancer is neither", Assert.Throws<CannotStartException>(() => Proxies.Options("balancer")).Message);
}
