using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fengtai.Tests.Commands;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Nodes;

/// <summary>The short form of <c>./fengtai bench soak</c>: a node under mixed load keeps nothing of what it has answered.</summary>
public sealed class MixedLoadTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    /// <summary>In bytes: enough for the node, and too little to keep a tenth of each page.</summary>
    private const long Heap = 64 << 20;

    private const int Requests = 1_500;
    private const int AtOnce = 8;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NodeWithSmallHeap_AnswersOnAndOn()
    {
        using var node = await Node.StartWithSmallHeapAsync(database.OwnerString, Heap);
        var http = node.Client(await RunningProgram.TokenAsync(database.OwnerString, node.Folder.Data));
        var first = await OpenAsync(http, 0);
        await Parallel.ForEachAsync(Enumerable.Range(1, Requests), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Now }, async (i, _) =>
        {
            switch (i % 8)
            {
                case 0:
                    await OpenAsync(http, i);
                    break;
                case 1:
                    using (var noted = await http.PostAsJsonAsync($"/api/v1/tickets/{first}/notes", new { text = $"进展 {i}", visibility = "internal" }, Now))
                    {
                        Assert.Equal(HttpStatusCode.OK, noted.StatusCode);
                    }
                    break;
                case 2:
                    await ReadAsync(http, $"/desk?view=all&q={i}");
                    break;
                case 3:
                    await ReadAsync(http, $"/desk/tickets/{first + i % 20}", HttpStatusCode.NotFound);
                    break;
                case 4:
                    await ReadAsync(http, "/api/v1/tickets?limit=50");
                    break;
                default:
                    await ReadAsync(http, "/desk?view=all");
                    break;
            }
        });
        await ReadAsync(http, "/health/ready");
    }

    private static async Task<long> OpenAsync(HttpClient http, int i)
    {
        using var answer = await http.PostAsJsonAsync("/api/v1/tickets", new { subject = $"打印机卡纸 {i.ToString(CultureInfo.InvariantCulture)}", description = "重启以后打两张又卡" }, Now);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Now)).GetProperty("number").GetInt64();
    }

    private static async Task ReadAsync(HttpClient http, string path, HttpStatusCode? orElse = null)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), Now);
        Assert.True(answer.StatusCode == HttpStatusCode.OK || answer.StatusCode == HttpStatusCode.SeeOther || answer.StatusCode == orElse, $"{path} answered {(int)answer.StatusCode}.");
    }
}
