using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Fengtai.Tests.Commands;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Nodes;

/// <summary>A node with as many open pages as it takes, and readers that take their time.</summary>
public sealed class CrowdedNodeTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int Pages = 500;
    private const int SlowReaders = 30;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenPagesAndSlowReaders_KeepNobodyFromBeingServed_AndOnePageTooManyIsRefused()
    {
        using var node = await Node.StartAsync(database.OwnerString, new { Live = new { Connections = Pages } });
        var token = await RunningProgram.TokenAsync(database.OwnerString, node.Folder.Data);
        var http = node.Client(token);
        var pages = await Task.WhenAll(Enumerable.Range(0, Pages).Select(_ => OpenPage.OpenAsync(node, token, Now)));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Now);
        var file = await LargeFileAsync(http);
        var readers = Enumerable.Range(0, SlowReaders).Select(_ => ReadSlowlyAsync(node, token, $"/files/{file}", stop.Token)).ToList();

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => OpenPage.OpenAsync(node, token, Now));
        Assert.Equal("503", refused.Message);
        for (var i = 0; i < 20; i++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await http.GetAsync(new Uri("/api/v1/tickets", UriKind.Relative), Now);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"Answered after {watch.Elapsed}.");
        }
        await pages[0].WatchAsync("ticket", Now);
        await pages[0].HearAsync("\"invocationId\":\"1\"", Now);

        await pages[1].CloseAsync(Now);
        using var instead = await OpenPage.OpenAsync(node, token, Now);
        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Array.ForEach(pages, p => p.Dispose());
    }

    private static async Task<Guid> LargeFileAsync(HttpClient http)
    {
        using var content = new ByteArrayContent(new byte[8 * 1024 * 1024]);
        using var uploaded = await http.PostAsync(new Uri("/api/v1/files?name=large.bin", UriKind.Relative), content, Now);
        var id = (await uploaded.Content.ReadFromJsonAsync<JsonElement>(Now)).GetProperty("id").GetGuid();
        using var opened = await http.PostAsJsonAsync("/api/v1/tickets", new { subject = "大文件", description = "x", attachments = new[] { id } }, Now);
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        return id;
    }

    /// <summary>Byte by byte, until it is cut off or told to stop.</summary>
    private static async Task ReadSlowlyAsync(Node node, string token, string path, CancellationToken stop)
    {
        using var client = new TcpClient { ReceiveBufferSize = 4096 };
        try
        {
            await client.ConnectAsync(node.Address.Host, node.Address.Port, stop);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {node.Address.Authority}\r\nAuthorization: Bearer {token}\r\n\r\n"), stop);
            var one = new byte[1];
            while (await stream.ReadAsync(one, stop) == 1)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), stop);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // enough, or cut off
        }
    }
}
