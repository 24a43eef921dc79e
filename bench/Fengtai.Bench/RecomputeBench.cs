using System.Globalization;
using Npgsql;

namespace Fengtai.Bench;

/// <summary>
/// A calendar changed while a hundred thousand clocks run by it: how long until all have their new deadline, and how long one part keeps its
/// tickets locked. Two clocks on each of the newest tickets, which are open for that time.
/// </summary>
internal static class RecomputeBench
{
    private const int Tickets = 50_000;

    /// <summary>A round that no ticket reaches marks ours.</summary>
    private const int Ours = 999;

    private static readonly Guid Calendar = new("0199aa00-0000-7000-8000-0000000009be");

    public static async Task<Table> RunAsync(BenchOptions options)
    {
        await using var organisation = await Organisation.OpenAsync(options.Tickets);
        var table = new Table($"A calendar changed under {2 * Tickets:N0} clocks on {Tickets:N0} open tickets", "what", "figure", "wanted");
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(organisation.Database) { CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync();
        // whatever a later version added to the tables is there first
        await (await Node.StartAsync(organisation.Data, organisation.Database)).DisposeAsync();
        await RemoveAsync(connection);
        try
        {
            await PutAsync(connection);
            await using var node = await Node.StartAsync(organisation.Data, organisation.Database);
            await Task.Delay(TimeSpan.FromSeconds(3));
            foreach (var name in new[] { "every deadline moves", "the same again, nothing moves" })
            {
                var (seconds, moved) = await RecomputeAsync(connection);
                table.Add($"from the job's begin until all are calculated anew: {name} ({moved:N0} moved)", $"{seconds.ToString("0.0", CultureInfo.InvariantCulture)} s", "≤ 10 s");
            }
        }
        finally
        {
            await RemoveAsync(connection);
        }
        return table;
    }

    /// <summary>As an edit orders it, but for the two seconds that it waits for other nodes.</summary>
    private static async Task<(double Seconds, int Moved)> RecomputeAsync(NpgsqlConnection connection)
    {
        var id = Guid.CreateVersion7();
        await ExecuteAsync(connection, $$"""
            insert into service_levels.recomputations (id, calendar_id, started_at, done, moved, after) values ('{{id}}', '{{Calendar}}', now(), 0, 0, '{{Guid.Empty}}');
            insert into platform.jobs (id, kind, data, run_at, created_at) values (gen_random_uuid(), 'levels.recompute', '{"recomputation": "{{id}}"}', now(), now())
            """);
        while (true)
        {
            await Task.Delay(50);
            await using var command = new NpgsqlCommand($"select extract(epoch from finished_at - started_at)::float8, moved from service_levels.recomputations where id = '{id}' and finished_at is not null", connection);
            await using var rows = await command.ExecuteReaderAsync();
            if (await rows.ReadAsync())
            {
                return (rows.GetDouble(0), rows.GetInt32(1));
            }
        }
    }

    /// <summary>By a calendar of their own: office hours from Monday to Friday, which the deadlines written down do not fit.</summary>
    private static async Task PutAsync(NpgsqlConnection connection)
    {
        await ExecuteAsync(connection, $"""
            insert into calendars.calendars select (jsonb_populate_record(c, jsonb_build_object('id', '{Calendar}', 'name', 'bench'))).* from calendars.calendars c where definition -> 'week' -> 'sun' = '[]'::jsonb limit 1;
            create table bench_reopened as select id, next_action, next_due_at, next_soon_at from tickets.tickets where status = 'closed' and owner_id is not null and merged_into_id is null order by opened_at desc limit {Tickets};
            update tickets.tickets set status = 'inProgress', next_action = 'resolve', next_due_at = now() + interval '1 day', next_soon_at = now() where id in (select id from bench_reopened)
            """);
        foreach (var (kind, minutes) in new[] { ("resolution", 2400), ("nextUpdate", 4800) })
        {
            await ExecuteAsync(connection, $$"""
                insert into service_levels.clocks (id, ticket_id, kind, round, policy_id, turns, state, started_at, due_at, done, next_at, priority)
                select gen_random_uuid(), t.id, '{{kind}}', {{Ours}}, p.id,
                    jsonb_build_array(jsonb_build_object('at', now() - interval '1 day', 'kind', 'started', 'target', jsonb_build_object('value', {{minutes}}, 'unit', 'minutes', 'calendar', '{{Calendar}}'))),
                    'running', now() - interval '1 day', now() + interval '300 days', '["soon"]', now() + interval '300 days', 'normal'
                from bench_reopened t
                cross join (select id from service_levels.policies order by position limit 1) p
                """);
        }
        await ExecuteAsync(connection, "analyze service_levels.clocks");
        await ExecuteAsync(connection, "vacuum (analyze) tickets.tickets");
    }

    private static async Task RemoveAsync(NpgsqlConnection connection)
    {
        await ExecuteAsync(connection, $"""
            create table if not exists bench_reopened as select id, next_action, next_due_at, next_soon_at from tickets.tickets limit 0;
            update tickets.tickets t set status = 'closed', next_action = r.next_action, next_due_at = r.next_due_at, next_soon_at = r.next_soon_at from bench_reopened r where t.id = r.id;
            drop table bench_reopened;
            delete from service_levels.clocks where round = {Ours};
            delete from service_levels.recomputations where calendar_id = '{Calendar}';
            delete from calendars.calendars where id = '{Calendar}'
            """);
        await ExecuteAsync(connection, "vacuum (analyze) service_levels.clocks");
        // as small as before, or the next benchmark reads what is gone
        await ExecuteAsync(connection, "vacuum full tickets.tickets");
        await ExecuteAsync(connection, "vacuum (analyze) tickets.tickets");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
