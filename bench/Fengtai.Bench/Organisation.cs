using System.Globalization;
using System.Runtime.Versioning;
using Fengtai.Platform.Database;
using Npgsql;

[assembly: UnsupportedOSPlatform("windows")]

namespace Fengtai.Bench;

/// <summary>
/// The demonstration's three months, copied into years until there are as many tickets as wanted, with their notes, words and
/// events; one ticket in a hundred is open. Kept in <c>artifacts/bench</c>, so that the next run begins at once.
/// </summary>
internal sealed class Organisation : IAsyncDisposable
{
    private const int OpenCopies = 30;
    private const int Batch = 10;

    private readonly EmbeddedCluster _cluster;

    private Organisation(EmbeddedCluster cluster, string data) => (_cluster, Data) = (cluster, data);

    public string Data { get; }

    public string Database => _cluster.ConnectionString;

    public static async Task<Organisation> OpenAsync(int tickets)
    {
        var data = Path.Combine(Folder(), tickets.ToString(CultureInfo.InvariantCulture));
        var done = Path.Combine(data, "filled");
        if (!File.Exists(done) && Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }
        if (!Directory.Exists(data))
        {
            await (await Node.StartAsync(data, demo: true)).DisposeAsync();
        }
        var cluster = await EmbeddedCluster.OpenAsync(data, Console.Error.WriteLine);
        var organisation = new Organisation(cluster, data);
        if (!File.Exists(done))
        {
            await organisation.MultiplyAsync(tickets);
            await organisation.SettleAsync();
            await File.WriteAllTextAsync(done, "");
        }
        return organisation;
    }

    /// <summary>A token of the desk agent who owns most, for pages and API.</summary>
    public async Task<string> TokenAsync(string role = "agent")
    {
        await using (var connection = await ConnectAsync())
        {
            // nobody may have more than some, and the one before is nobody's any more
            await ExecuteAsync(connection, "delete from identity.tokens where name = 'bench'");
        }
        var login = await ScalarAsync<string>($"select login from identity.people where '{role}' = any (roles) and is_active order by login limit 1");
        return await Node.CommandAsync(Data, Database, "token", "create", "--user", login, "--name", "bench");
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task<List<T>> ListAsync<T>(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var all = new List<T>();
        while (await rows.ReadAsync())
        {
            all.Add(rows.GetFieldValue<T>(0));
        }
        return all;
    }

    /// <summary>Takes away the tickets that were opened since then: a hundred thousand new ones of one kind are no desk that anybody has.</summary>
    public async Task ForgetOpenedAsync(DateTime since)
    {
        await using var connection = await ConnectAsync();
        foreach (var sql in new[]
        {
            // events are only added, but for this
            "set session_replication_role = replica",
            $"create temporary table opened as select id from tickets.tickets where opened_at >= '{since:O}'",
            "analyze opened",
            "delete from tickets.search where ticket_id in (select id from opened)",
            "delete from tickets.notes where ticket_id in (select id from opened)",
            "delete from tickets.seen where ticket_id in (select id from opened)",
            "delete from platform.events where subject_kind = 'ticket' and subject_id in (select id from opened)",
            "delete from service_levels.clocks where ticket_id in (select id from opened)",
            "delete from tickets.tickets where id in (select id from opened)",
            // as small as before, or the next benchmark reads what is gone
            "vacuum full tickets.tickets",
            "vacuum (analyze) tickets.tickets",
            "vacuum (analyze) tickets.search",
            "vacuum (analyze) platform.events",
        })
        {
            await ExecuteAsync(connection, sql);
        }
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); ; folder = folder.Parent ?? throw new InvalidOperationException("The project's root is not above the benchmarks."))
        {
            if (File.Exists(Path.Combine(folder.FullName, "fengtai")))
            {
                return Directory.CreateDirectory(Path.Combine(folder.FullName, "artifacts", "bench")).FullName;
            }
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Database) { CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Lets a node seal the years that came at once; a desk's own events never wait for more than a minute.</summary>
    private async Task SettleAsync()
    {
        await using var node = await Node.StartAsync(Data, Database);
        while (await ScalarAsync<long>("select (select max(id) from platform.events) - coalesce((select max(to_id) from audit.seals where log = 'events'), 0)") > 5000)
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
        }
    }

    private async Task MultiplyAsync(int wanted)
    {
        await using var connection = await ConnectAsync();
        string[] tables = ["tickets.tickets", "tickets.notes", "tickets.search", "platform.events"];
        // rows are copied by whoever may leave triggers out; indexes are faster made at the end
        await ExecuteAsync(connection, "set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB'");
        var indexes = new List<string>();
        await using (var command = new NpgsqlCommand(
            $"""
            select indexdef, format('drop index %I.%I', schemaname, indexname)
            from pg_indexes i
            where schemaname || '.' || tablename = any (array['{string.Join("','", tables)}'])
              and not exists (select from pg_constraint c where c.conname = i.indexname)
            """, connection))
        {
            var drops = new List<string>();
            await using (var rows = await command.ExecuteReaderAsync())
            {
                while (await rows.ReadAsync())
                {
                    indexes.Add(rows.GetString(0));
                    drops.Add(rows.GetString(1));
                }
            }
            foreach (var drop in drops)
            {
                await ExecuteAsync(connection, drop);
            }
        }
        await ExecuteAsync(connection,
            """
            create table bench_old as select id, opened_at, status not in ('closed', 'cancelled') as open from tickets.tickets;
            create function bench_uuid(at timestamptz) returns uuid language sql volatile as $$
                select encode(overlay(uuid_send(gen_random_uuid()) placing substring(int8send((extract(epoch from at) * 1000)::bigint) from 3) from 1 for 6), 'hex')::uuid
            $$;
            """);
        var closed = await CountAsync(connection, "select count(*) from bench_old where not open");
        var open = await CountAsync(connection, "select count(*) from bench_old where open");
        var openCopies = (int)Math.Min(OpenCopies, wanted / 100 / Math.Max(1, open));
        await CopyAsync(connection, openCopies, "open", "interval '7 minutes' * k");
        var copies = (int)((wanted - open * (openCopies + 1)) / closed);
        for (var first = 1; first <= copies; first += Batch)
        {
            await CopyAsync(connection, Math.Min(Batch, copies - first + 1), "not open", $"interval '2 days 20 hours' * (k + {first - 1})");
            await Console.Error.WriteLineAsync($"{Math.Min(first + Batch - 1, copies) * closed:N0} of {wanted:N0} tickets are filled in");
        }
        await ExecuteAsync(connection, "drop table bench_old; drop function bench_uuid");
        foreach (var index in indexes)
        {
            await Console.Error.WriteLineAsync(index);
            await ExecuteAsync(connection, index);
        }
        await ExecuteAsync(connection, "vacuum (analyze)");
        await ExecuteAsync(connection, "checkpoint");
    }

    /// <summary>Copies what is in <c>bench_old</c> so many times, each further in the past.</summary>
    private static async Task CopyAsync(NpgsqlConnection connection, int copies, string which, string shift)
    {
        if (copies <= 0)
        {
            return;
        }
        await ExecuteAsync(connection,
            $"""
            create temp table m as
            select old.id as old_id, bench_uuid(old.opened_at - shift) as new_id, shift, old.opened_at
            from bench_old old, generate_series(1, {copies}) k, lateral (select {shift} as shift) s
            where {which}
            order by old.opened_at - shift;
            create index on m (old_id);
            analyze m
            """);
        await InsertAsync(connection, "tickets.tickets", "id = old_id", new() { ["id"] = "new_id", ["number"] = "nextval('tickets.number')", ["follows_id"] = "null" });
        await InsertAsync(connection, "tickets.notes", "ticket_id = old_id", new() { ["id"] = "bench_uuid(s.at - shift)", ["ticket_id"] = "new_id" });
        await InsertAsync(connection, "tickets.search", "ticket_id = old_id", new() { ["ticket_id"] = "new_id", ["part_id"] = "case when part_id = old_id then new_id else gen_random_uuid() end" });
        await InsertAsync(connection, "platform.events", "subject_id = old_id and subject_kind = 'ticket'", new() { ["id"] = "default", ["xid"] = "default", ["subject_id"] = "new_id" });
        await ExecuteAsync(connection, "drop table m");
    }

    /// <summary>Every column as it is, times moved by the shift, but for those given otherwise.</summary>
    private static async Task InsertAsync(NpgsqlConnection connection, string table, string join, Dictionary<string, string> otherwise)
    {
        var columns = new List<(string Name, string Type)>();
        await using (var command = new NpgsqlCommand($"select attname::text, format_type(atttypid, null) from pg_attribute where attrelid = '{table}'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum", connection))
        await using (var rows = await command.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                columns.Add((rows.GetString(0), rows.GetString(1)));
            }
        }
        var taken = columns.Where(c => otherwise.GetValueOrDefault(c.Name) != "default").ToList();
        var values = taken.Select(c => otherwise.GetValueOrDefault(c.Name) ?? (c.Type.StartsWith("timestamp", StringComparison.Ordinal) ? $"s.{c.Name} - shift" : $"s.{c.Name}"));
        await ExecuteAsync(connection,
            $"insert into {table} ({string.Join(", ", taken.Select(c => c.Name))}) select {string.Join(", ", values)} from m join {table} s on {join}{(table == "platform.events" ? " order by s.at - shift" : "")}");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
