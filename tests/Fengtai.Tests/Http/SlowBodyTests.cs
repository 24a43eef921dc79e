using System.Net.Sockets;
using System.Text;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Http;

public sealed class SlowBodyTests(App app) : IClassFixture<App>
{
    /// <summary>The server waits five seconds and then wants 240 bytes a second.</summary>
    [Theory]
    [InlineData("/sign-in", "application/x-www-form-urlencoded")]
    [InlineData("/sign-in", "multipart/form-data; boundary=b")]
    public async Task Body_ThatTrickles_IsGivenUp_AndOthersAreServedMeanwhile(string path, string type)
    {
        var other = await app.Browse();
        using var client = new TcpClient();
        await client.ConnectAsync(other.Address.Host, other.Address.Port, TestContext.Current.CancellationToken);
        await using var wire = client.GetStream();
        await wire.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: {other.Address.Authority}\r\nContent-Type: {type}\r\nContent-Length: 100000\r\n\r\n{{"), TestContext.Current.CancellationToken);

        var answer = new StreamReader(wire).ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await other.GetAsync("/sign-in")).StatusCode);

        Assert.Matches("^HTTP/1.1 4(00|08) ", await answer.AsTask().WaitAsync(TimeSpan.FromSeconds(30)));
    }
}
