using System.Net;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Shell;

public sealed class HeadTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/openapi/v1.json", HttpStatusCode.OK)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    public async Task Head_IsGetWithoutTheBody(string path, HttpStatusCode status)
    {
        var answer = await (await app.Browse()).SendAsync(new(HttpMethod.Head, path));
        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
