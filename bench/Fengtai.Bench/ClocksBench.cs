using System.Globalization;
using Npgsql;

namespace Fengtai.Bench;

/// <summary>
/// Clocks and time: a hundred thousand that fall due within the same minute while tickets are opened, how late each step comes, and what the
/// sweep costs while a million open clocks rest. The clocks are put onto the tickets that there are and taken away again.
/// </summary>
internal static class ClocksBench
{
    private const int Connections = 8;
    private const int Due = 100_000;
    private const int Resting = 1_000_000;

    /// <summary>A round that no ticket reaches marks ours.</summary>
    private const int Ours = 999;

    public static async Task<Table> RunAsync(BenchOptions options)
    {
        await using var organisation = await Organisation.OpenAsync(options.Tickets);
        var begun = await organisation.ScalarAsync<DateTime>("select now()");
        var table = new Table($"Clocks: {Due:N0} due within a minute, {Resting:N0} at rest", "what", "figure", "wanted");
        await using var node = await Node.StartAsync(organisation.Data, organisation.Database);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(organisation.Database) { CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync();
        try
        {
            using var http = node.Client(await organisation.TokenAsync(), Connections);
            var length = TimeSpan.FromSeconds(options.Seconds);
            await Load.RunAsync(Connections, TimeSpan.FromSeconds(5), i => OpenBench.OpenAsync(http, i));
            var usual = await Load.RunAsync(Connections, length, i => OpenBench.OpenAsync(http, i));
            await PutAsync(connection, Due, "now() + interval '10 seconds' + random() * interval '50 seconds'");
            var meanwhile = Load.RunAsync(Connections, TimeSpan.FromSeconds(60), i => OpenBench.OpenAsync(http, i));
            while (await LeftAsync(connection) > 0)
            {
                await Task.Delay(200);
            }
            var behind = await SinceLastDueAsync(connection);
            var busy = await meanwhile;
            table.Add("due within 50 s: from the last deadline until the last has its steps", $"{behind:0.0} s", "≤ 60 s");
            table.Add("tickets opened a second, before and meanwhile", $"{usual.PerSecond:0}, {busy.PerSecond:0}", "≥ half");
            await RemoveAsync(connection);

            await PutAsync(connection, Due, "now() + interval '20 seconds'");
            while (await LeftAsync(connection) > 0)
            {
                await Task.Delay(100);
            }
            table.Add("all of them due at one instant, nothing beside it", $"{await SinceLastDueAsync(connection):0.0} s", "≤ 60 s");
            await RemoveAsync(connection);

            var late = await LatenessAsync(connection);
            table.Add("from due to done, one every 50 ms: p50, p99", $"{At(late, 0.5)}, {At(late, 0.99)} s", "p99 ≤ 1.5 s");
            await RemoveAsync(connection);

            await PutAsync(connection, Resting, "now() + interval '30 days' + random() * interval '30 days'");
            var question = await QuestionAsync(connection);
            table.Add($"the sweep's question over {Resting:N0} open clocks, once a second", $"{question:0.00} ms, {question / 1000:P2} of a core", "≤ 1 % of a core");
        }
        finally
        {
            await RemoveAsync(connection);
        }
        await organisation.ForgetOpenedAsync(begun);
        return table;
    }

    private static string At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))].ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Clocks of an hour that have only their deadline before them, on the last tickets.</summary>
    /// <param name="due">SQL.</param>
    private static Task PutAsync(NpgsqlConnection connection, int count, string due) => ExecuteAsync(connection, $$"""
        insert into service_levels.clocks (id, ticket_id, kind, round, policy_id, priority, turns, state, started_at, due_at, done, next_at)
        select gen_random_uuid(), t.id, 'resolution', {{Ours}}, p.id, 'normal',
            jsonb_build_array(jsonb_build_object('at', d.at - interval '1 hour', 'kind', 'started', 'target', jsonb_build_object('value', 60, 'unit', 'minutes', 'calendar', c.id))),
            'running', d.at - interval '1 hour', d.at, '["soon"]', d.at
        from (select id, row_number() over () as n from (select id from tickets.tickets order by opened_at desc limit {{count}}) newest) t
        cross join (select id from service_levels.policies order by position limit 1) p
        cross join (select id from calendars.calendars where definition -> 'week' -> 'sun' <> '[]'::jsonb limit 1) c
        cross join lateral (select date_trunc('milliseconds', {{due}} + t.n * interval '0 seconds') as at) d
        """);

    private static async Task<long> LeftAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand($"select count(*) from service_levels.clocks where round = {Ours} and state = 'running'", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>By the server's clock: writing so many clocks takes a part of the time before they are due.</summary>
    private static async Task<double> SinceLastDueAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand($"select extract(epoch from clock_timestamp() - max(due_at))::float8 from service_levels.clocks where round = {Ours}", connection);
        return (double)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Seconds from due to done, in order; looked at every 20 ms.</summary>
    private static async Task<List<double>> LatenessAsync(NpgsqlConnection connection)
    {
        await PutAsync(connection, 400, "now() + interval '3 seconds' + t.n * interval '50 milliseconds'");
        var late = new Dictionary<Guid, double>();
        while (late.Count < 400)
        {
            await using var command = new NpgsqlCommand($"select id, extract(epoch from clock_timestamp() - due_at)::float8 from service_levels.clocks where round = {Ours} and state = 'missed'", connection);
            await using (var rows = await command.ExecuteReaderAsync())
            {
                while (await rows.ReadAsync())
                {
                    late.TryAdd(rows.GetGuid(0), rows.GetDouble(1));
                }
            }
            await Task.Delay(20);
        }
        return [.. late.Values.Order()];
    }

    /// <summary>Milliseconds of one question that finds nothing, by the server's own clock.</summary>
    private static async Task<double> QuestionAsync(NpgsqlConnection connection)
    {
        await ExecuteAsync(connection, "analyze service_levels.clocks");
        var sum = 0.0;
        for (var i = 0; i < 10; i++)
        {
            await using var command = new NpgsqlCommand("explain (analyze, format json) select * from service_levels.clocks where next_at <= now() order by next_at limit 1000 for update skip locked", connection);
            using var plan = System.Text.Json.JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
            sum += plan.RootElement[0].GetProperty("Planning Time").GetDouble() + plan.RootElement[0].GetProperty("Execution Time").GetDouble();
        }
        return sum / 10;
    }

    private static async Task RemoveAsync(NpgsqlConnection connection)
    {
        await ExecuteAsync(connection, $"delete from service_levels.clocks where round = {Ours}");
        await ExecuteAsync(connection, "vacuum (analyze) service_levels.clocks");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
