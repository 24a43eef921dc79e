using System.Globalization;
using System.Net.Http.Json;

namespace Fengtai.Bench;

/// <summary>Mixed load for <c>--seconds</c>, at <c>--rate</c> requests a second: eight people read queues, tickets and searches, open and answer. Memory is read twenty times.</summary>
internal static class SoakBench
{
    private const int People = 8;
    private const int Readings = 20;

    public static async Task<Table> RunAsync(BenchOptions options)
    {
        await using var organisation = await Organisation.OpenAsync(options.Tickets);
        var begun = await organisation.ScalarAsync<DateTime>("select now()");
        await using var node = await Node.StartAsync(organisation.Data, organisation.Database);
        using var http = node.Client(await organisation.TokenAsync(), People);
        var tickets = await organisation.ListAsync<long>("select number from tickets.tickets where status = 'inProgress' order by number desc limit 500");
        var table = new Table($"Mixed load of {People} people for {options.Seconds} s", "after", "requests", "per second", "p95 ms", "resident MB");
        var total = 0;
        for (var reading = 1; reading <= Readings; reading++)
        {
            var measured = await Load.RunAsync(People, TimeSpan.FromSeconds((double)options.Seconds / Readings), i => OneAsync(http, tickets, i), options.Rate);
            total += measured.Sorted.Length;
            await Console.Error.WriteLineAsync($"{total} requests, {node.Megabytes():0} MB");
            table.Add($"{options.Seconds * reading / Readings} s", total, $"{measured.PerSecond:0}", measured.P95, $"{node.Megabytes():0}");
        }
        await organisation.ForgetOpenedAsync(begun);
        return table;
    }

    private static async Task OneAsync(HttpClient http, List<long> tickets, int i)
    {
        var number = tickets[i % tickets.Count].ToString(CultureInfo.InvariantCulture);
        switch (i % 10)
        {
            case 0:
                await OpenBench.OpenAsync(http, i);
                break;
            case 1:
                using (var answer = await http.PostAsJsonAsync(new Uri($"/api/v1/tickets/{number}/notes", UriKind.Relative), new { text = $"进展 {i.ToString(CultureInfo.InvariantCulture)}", visibility = "internal" }))
                {
                    answer.EnsureSuccessStatusCode();
                }
                break;
            case 2 or 3:
                await Load.GetAsync(http, "/desk?view=all&q=%E6%89%93%E5%8D%B0");
                break;
            case 4 or 5 or 6:
                await Load.GetAsync(http, $"/desk/tickets/{number}");
                break;
            default:
                await Load.GetAsync(http, "/desk?view=all");
                break;
        }
    }
}
