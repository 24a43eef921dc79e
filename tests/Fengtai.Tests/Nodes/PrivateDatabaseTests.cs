using System.Net;
using Fengtai.Platform.Database;
using Fengtai.Tests.Commands;
using Npgsql;
using Xunit;

namespace Fengtai.Tests.Nodes;

/// <summary>One node and the PostgreSQL that it keeps for itself.</summary>
public sealed class PrivateDatabaseTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PostgresThatIsKilledUnderLoad_LosesNothingAcknowledged_AndComesBackByItself()
    {
        using var node = await Node.StartAsync(database: null, new { });
        var token = await RunningProgram.TokenAsync(database: null, node.Folder.Data);
        var http = node.Client(token);
        var load = new LoadOfTickets([http]);
        await load.RunAsync(600, () =>
        {
            node.Folder.KillPostgres();
            return Task.CompletedTask;
        }, Now);
        await using (var cluster = await EmbeddedCluster.OpenAsync(node.Folder.Data, _ => { }, cancellation: Now))
        {
            await using var database = NpgsqlDataSource.Create(cluster.ConnectionString);
            await load.AssertIsThereOnceAsync(database, Now);
        }

        using (await new ClusterLocks(node.Folder.Data).ExclusiveAsync(Now)) // nobody starts it again meanwhile
        {
            node.Folder.KillPostgres();
            await AssertSaysSoAsync(http, "zh-CN", "暂时连不上");
            await Task.Delay(TimeSpan.FromSeconds(2), Now);
            await AssertSaysSoAsync(http, "en", "Away for a moment");
            using var ready = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), Now);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        }
        for (var tries = 0; !(await http.GetAsync(new Uri("/health/ready", UriKind.Relative), Now)).IsSuccessStatusCode; tries++)
        {
            Assert.True(tries < 300, "It did not come back.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), Now);
        }
        using var page = await http.GetAsync(new Uri("/desk", UriKind.Relative), Now);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    private static async Task AssertSaysSoAsync(HttpClient http, string language, string words)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk") { Headers = { { "Accept", "text/html" }, { "Cookie", $"fengtai.language={language}" } } };
        using var answer = await http.SendAsync(request, Now);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(Now));
    }
}
