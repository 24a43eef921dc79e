using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fengtai.Platform.Data;
using Npgsql;
using Xunit;

namespace Fengtai.Tests.Nodes;

/// <summary>
/// Clients that open tickets, so many a second, each with an idempotency key, and try the next node with the same key until they are
/// told that theirs is open.
/// </summary>
internal sealed class LoadOfTickets(IReadOnlyList<HttpClient> nodes)
{
    private const int PerSecond = 200;
    private const int AtOnce = 32;

    private readonly ConcurrentDictionary<string, long> _acknowledged = new(StringComparer.Ordinal);
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    /// <param name="fault">Happens when a third of them are acknowledged.</param>
    public async Task RunAsync(int requests, Func<Task> fault, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        using var places = new SemaphoreSlim(AtOnce);
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        var running = new List<Task>();
        var faulty = Task.CompletedTask;
        for (var i = 0; i < requests; i++)
        {
            await pace.WaitForNextTickAsync(patience.Token);
            await places.WaitAsync(patience.Token);
            running.Add(OpenAsync(i, places, patience.Token));
            if (faulty.IsCompleted && _acknowledged.Count >= requests / 3 && faulty == Task.CompletedTask)
            {
                faulty = Task.Run(fault, cancellation);
            }
        }
        await Task.WhenAll(running);
        await faulty;
        Assert.NotSame(Task.CompletedTask, faulty);
        Assert.Equal(requests, _acknowledged.Count);
    }

    /// <summary>Every acknowledged request is there once, nothing else is, and each has the event of its opening.</summary>
    public async Task AssertIsThereOnceAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var all = database.Command("""
            select subject, number, (select count(*) from platform.events e where e.subject_id = t.id and e.kind = 'opened')
            from tickets.tickets t
            where subject like $1
            """, _run + "%");
        var tickets = await all.ListAsync(row => (Subject: row.GetString(0), Number: row.GetInt64(1), Openings: row.GetInt64(2)), cancellation);
        Assert.Equal(_acknowledged.OrderBy(a => a.Key), tickets.Select(t => KeyValuePair.Create(t.Subject, t.Number)).OrderBy(t => t.Key));
        Assert.All(tickets, t => Assert.Equal(1, t.Openings));
        await using var without = database.Command("select count(*) from platform.events e where kind = 'opened' and not exists (select from tickets.tickets t where t.id = e.subject_id)");
        Assert.Equal(0L, await without.ExecuteScalarAsync(cancellation));
    }

    private async Task OpenAsync(int request, SemaphoreSlim places, CancellationToken cancellation)
    {
        var subject = $"{_run} {request}";
        var key = Guid.NewGuid().ToString();
        try
        {
            for (var tries = 0; ; tries++)
            {
                if (await TryAsync(nodes[(request + tries) % nodes.Count], subject, key, cancellation) is { } number)
                {
                    _acknowledged[subject] = number;
                    return;
                }
                await Task.Delay(TimeSpan.FromMilliseconds(250), cancellation);
            }
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Null where it is to be tried again.</summary>
    private static async Task<long?> TryAsync(HttpClient node, string subject, string key, CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tickets") { Content = JsonContent.Create(new { subject, description = "x" }) };
            request.Headers.Add("Idempotency-Key", key);
            using var answer = await node.SendAsync(request, cancellation);
            if (answer.StatusCode == HttpStatusCode.Created)
            {
                return (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation)).GetProperty("number").GetInt64();
            }
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Conflict, HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable });
        }
        catch (Exception e) when (e is HttpRequestException or IOException || e is TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            // the node, or its database, died under it
        }
        return null;
    }
}
