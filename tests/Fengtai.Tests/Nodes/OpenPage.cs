using System.Net.WebSockets;
using System.Text;

namespace Fengtai.Tests.Nodes;

/// <summary>The live connection of an open page: SignalR's JSON protocol over a WebSocket.</summary>
internal sealed class OpenPage : IDisposable
{
    private const char End = '\u001e';

    private readonly ClientWebSocket _socket = new();

    private OpenPage()
    {
    }

    /// <exception cref="WebSocketException">Refused.</exception>
    public static async Task<OpenPage> OpenAsync(Node node, string token, CancellationToken cancellation)
    {
        var page = new OpenPage();
        page._socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        page._socket.Options.CollectHttpResponseDetails = true;
        try
        {
            await page._socket.ConnectAsync(new Uri($"ws://{node.Address.Authority}/live"), cancellation);
            await page.SendAsync("""{"protocol":"json","version":1}""", cancellation);
            return page;
        }
        catch (WebSocketException e)
        {
            page.Dispose();
            throw new WebSocketException($"{(int)page._socket.HttpStatusCode}", e);
        }
    }

    public Task WatchAsync(string topic, CancellationToken cancellation) =>
        SendAsync($$"""{"type":1,"invocationId":"1","target":"Watch","arguments":[["{{topic}}"]]}""", cancellation);

    /// <summary>Waits for a message that contains these words.</summary>
    public async Task HearAsync(string words, CancellationToken cancellation)
    {
        var buffer = new byte[4096];
        while (true)
        {
            var got = await _socket.ReceiveAsync(buffer, cancellation);
            if (Encoding.UTF8.GetString(buffer, 0, got.Count).Contains(words, StringComparison.Ordinal))
            {
                return;
            }
        }
    }

    public Task CloseAsync(CancellationToken cancellation) => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, cancellation);

    public void Dispose() => _socket.Dispose();

    private Task SendAsync(string message, CancellationToken cancellation) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, cancellation);
}
