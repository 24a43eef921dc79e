using System.Diagnostics;
using System.Globalization;

namespace Fengtai.Bench;

/// <summary>The desk's pages and searches at 16 connections; load, application and PostgreSQL share the machine.</summary>
internal static class DeskBench
{
    private const int Connections = 16;

    public static async Task<Table> RunAsync(BenchOptions options)
    {
        await using var organisation = await Organisation.OpenAsync(options.Tickets);
        await using var node = await Node.StartAsync(organisation.Data, organisation.Database);
        using var http = node.Client(await organisation.TokenAsync(), Connections);
        var events = await organisation.ScalarAsync<long>("select count(*) from platform.events");
        var tickets = await organisation.ScalarAsync<long>("select count(*) from tickets.tickets");
        var table = new Table($"Desk: {tickets:N0} tickets, {events:N0} events, {Connections} connections", "what", "p50 ms", "p95 ms", "p99 ms", "per second", "by the server's clock", "wanted");

        foreach (var view in await ViewsAsync(http))
        {
            await PageAsync($"queue {view}", _ => $"/desk?view={view}", 40, "≥ 400/s");
        }
        await PageAsync("queue, three filters", _ => "/desk?view=all&status=closed&priority=high&category=hardware", 40, "≥ 400/s");
        var long60 = await organisation.ListAsync<long>(
            """
            select t.number from tickets.tickets t
            join (select subject_id from platform.events where subject_kind = 'ticket' group by subject_id order by abs(count(*) - 60), subject_id limit 200) e on e.subject_id = t.id
            """);
        await PageAsync("ticket page, about 60 events", i => $"/desk/tickets/{long60[i % long60.Count].ToString(CultureInfo.InvariantCulture)}", 40, "");
        await PageAsync("search 打印", _ => "/desk?view=all&q=%E6%89%93%E5%8D%B0", 100, "");
        await PageAsync("search 网络", _ => "/desk?view=all&q=%E7%BD%91%E7%BB%9C", 100, "");
        await PageAsync("search of a rare English word", _ => "/desk?view=all&q=kernel", 50, "");
        await PageAsync("API list, open, newest first", _ => "/api/v1/tickets?status=open&limit=50", 0, "");
        return table;

        // most: milliseconds that 95 of 100 answers may take the server; 0 is no promise
        async Task PageAsync(string what, Func<int, string> path, int most, string wanted)
        {
            await Load.RunAsync(Connections, TimeSpan.FromSeconds(Math.Min(5, options.Seconds)), i => Load.GetAsync(http, path(i)));
            var before = await Node.AnsweredAsync(http, most / 1000.0);
            var measured = await Load.RunAsync(Connections, TimeSpan.FromSeconds(options.Seconds), i => Load.GetAsync(http, path(i)));
            var after = await Node.AnsweredAsync(http, most / 1000.0);
            var server = most == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * (after.Within - before.Within) / (after.All - before.All):0.0} % ≤ {most} ms");
            table.Add(what, measured.P50, measured.P95, measured.P99, $"{measured.PerSecond:0}", server, string.Join(", ", new[] { most == 0 ? "" : "95 %", wanted }.Where(w => w.Length > 0)));
            await Console.Error.WriteLineAsync($"{what}: p95 {measured.P95} ms, {measured.PerSecond:0}/s, {server}");
        }
    }

    /// <summary>Those views that the person has: the tabs of the page.</summary>
    private static async Task<IReadOnlyList<string>> ViewsAsync(HttpClient http)
    {
        var watch = Stopwatch.StartNew();
        var page = await http.GetStringAsync(new Uri("/desk", UriKind.Relative));
        await Console.Error.WriteLineAsync($"first queue page after {watch.ElapsedMilliseconds} ms");
        var found = System.Text.RegularExpressions.Regex.Matches(page, "href=\"/desk\\?view=(?<view>[a-zA-Z]+)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Groups["view"].Value).Distinct().ToList();
        return found;
    }
}
