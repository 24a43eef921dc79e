using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;

namespace Fengtai.Bench;

/// <summary>Two nodes on one database: 500 open pages of the second each watch a ticket; what is said on the first is fetched on the second.</summary>
internal static class LiveBench
{
    private const int Pages = 500;
    private const int PerSecond = 20;
    private const char End = '\u001e';

    public static async Task<Table> RunAsync(BenchOptions options)
    {
        await using var organisation = await Organisation.OpenAsync(options.Tickets);
        await using var here = await Node.StartAsync(organisation.Data, organisation.Database);
        await using var there = await Node.StartAsync(organisation.Data, organisation.Database);
        var token = await organisation.TokenAsync();
        using var says = here.Client(token, 8);
        using var shows = there.Client(token, 16);
        var tickets = await organisation.ListAsync<string>($"select number || ' ' || id from tickets.tickets where status = 'inProgress' order by number desc limit {Pages}");
        var waiting = new ConcurrentDictionary<string, TaskCompletionSource>(StringComparer.Ordinal);
        using var stop = new CancellationTokenSource();
        var open = new List<Task>();
        foreach (var ticket in Enumerable.Range(0, Pages).Select(i => tickets[i % tickets.Count].Split(' ')[1]))
        {
            open.Add(await WatchAsync(there, token, $"ticket:{ticket}", waiting, stop.Token));
        }
        // as nodes are that have run for a while
        await Load.RunAsync(8, TimeSpan.FromSeconds(5), i => Load.GetAsync(shows, $"/desk/tickets/{tickets[i % tickets.Count].Split(' ')[0]}"));
        await Load.RunAsync(2, TimeSpan.FromSeconds(5), async i =>
        {
            using var answer = await NoteAsync(tickets[i % tickets.Count].Split(' ')[0], i);
            answer.EnsureSuccessStatusCode();
        });
        var times = new ConcurrentBag<double>();
        var hints = new ConcurrentBag<double>();
        var lost = 0;
        var running = new List<Task>();
        var watch = Stopwatch.StartNew();
        for (var i = 0; watch.Elapsed.TotalSeconds < options.Seconds; i++)
        {
            var (number, id) = tickets[i % tickets.Count].Split(' ') is [var n, var t] ? (n, t) : default;
            running.Add(ChangeAsync(number!, $"ticket:{id}", i));
            await Task.Delay(1000 / PerSecond);
        }
        await Task.WhenAll(running);
        await stop.CancelAsync();
        await Task.WhenAll(open);
        var table = new Table($"Live: {Pages} open pages on the second node, {PerSecond} changes a second on the first", "what", "p50 ms", "p95 ms", "p99 ms", "wanted");
        foreach (var (what, all, wanted) in new[] { ("answered on the first node, until the hint is at the page of the second", hints, ""), ("… until the page has fetched it", times, "p95 ≤ 500") })
        {
            var sorted = all.Order().ToArray();
            var measured = new Measured(sorted, watch.Elapsed);
            table.Add(what, measured.P50, measured.P95, measured.P99, wanted);
        }
        table.Add($"hints that did not come within 10 s, of {running.Count}", lost, "", "", "0");
        return table;

        Task<HttpResponseMessage> NoteAsync(string number, int i) =>
            says.PostAsJsonAsync(new Uri($"/api/v1/tickets/{number}/notes", UriKind.Relative), new { text = $"进展 {i.ToString(CultureInfo.InvariantCulture)}", visibility = "internal" });

        async Task ChangeAsync(string number, string topic, int i)
        {
            var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting[topic] = told;
            using var answer = await NoteAsync(number, i);
            answer.EnsureSuccessStatusCode();
            var from = Stopwatch.GetTimestamp();
            if (await Task.WhenAny(told.Task, Task.Delay(TimeSpan.FromSeconds(10))) != told.Task)
            {
                Interlocked.Increment(ref lost);
                return;
            }
            hints.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            await Load.GetAsync(shows, $"/desk/tickets/{number}");
            times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }
    }

    /// <summary>One open page: a WebSocket that speaks SignalR's JSON protocol.</summary>
    private static async Task<Task> WatchAsync(Node node, string token, string topic, ConcurrentDictionary<string, TaskCompletionSource> waiting, CancellationToken stop)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        await socket.ConnectAsync(new Uri($"ws://{node.Address.Authority}/live"), stop);
        await SendAsync("""{"protocol":"json","version":1}""");
        await SendAsync($$"""{"type":1,"target":"Watch","arguments":[["{{topic}}"]]}""");
        return ReceiveAsync();

        Task SendAsync(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, stop);

        async Task ReceiveAsync()
        {
            using var own = socket;
            var buffer = new byte[4096];
            try
            {
                while (!stop.IsCancellationRequested)
                {
                    var got = await own.ReceiveAsync(buffer, stop);
                    var text = Encoding.UTF8.GetString(buffer, 0, got.Count);
                    if (text.Contains("\"changed\"", StringComparison.Ordinal) && waiting.TryRemove(topic, out var told))
                    {
                        told.TrySetResult();
                    }
                    if (text.Contains("\"type\":6", StringComparison.Ordinal))
                    {
                        await SendAsync("""{"type":6}""");
                    }
                }
            }
            catch (OperationCanceledException)
            {
                // the benchmark is over
            }
        }
    }
}
