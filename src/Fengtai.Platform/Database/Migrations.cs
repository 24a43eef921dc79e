using System.Reflection;
using Npgsql;

namespace Fengtai.Platform.Database;

/// <summary>Brings the schema forward, never back: each script in a transaction of its own, one process at a time.</summary>
public static class Migrations
{
    /// <summary>Arbitrary; the same for all processes on one database.</summary>
    private const long Lock = 0x_FE_46_7A_11;

    /// <summary>Answers how many scripts were applied.</summary>
    /// <exception cref="CannotStartException">The database was migrated by another version of the application, or a script fails.</exception>
    public static Task<int> ApplyAsync(NpgsqlDataSource source, IEnumerable<Assembly> assemblies, CancellationToken cancellation) =>
        ApplyAsync(source, MigrationScript.In(assemblies), cancellation);

    /// <param name="afterwards">Runs before any other process may migrate.</param>
    internal static async Task<int> ApplyAsync(
        NpgsqlDataSource source, IReadOnlyList<MigrationScript> scripts, CancellationToken cancellation, Func<NpgsqlConnection, Task>? afterwards = null)
    {
        await using var connection = await ConnectAsync(source, cancellation);
        await connection.ExecuteAsync($"select pg_advisory_lock({Lock})", cancellation);
        try
        {
            var applied = await AppliedAsync(connection, cancellation);
            Compare(scripts, applied);
            var pending = scripts.Where(s => !applied.ContainsKey(s.Number)).ToList();
            foreach (var script in pending)
            {
                await ApplyAsync(connection, script, cancellation);
            }
            if (afterwards is not null)
            {
                await afterwards(connection);
            }
            return pending.Count;
        }
        finally
        {
            await connection.ExecuteAsync($"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    private static async Task<NpgsqlConnection> ConnectAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        try
        {
            var connection = await source.OpenConnectionAsync(cancellation);
            return connection.PostgreSqlVersion.Major >= PostgresInstallation.Oldest
                ? connection
                : throw new CannotStartException($"The database server is PostgreSQL {connection.PostgreSqlVersion}; {PostgresInstallation.Oldest} or later is needed.");
        }
        catch (NpgsqlException e)
        {
            throw new CannotStartException($"The database does not let us in: {e.Message}", e);
        }
    }

    private static async Task<Dictionary<int, (string Name, string Checksum)>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await connection.ExecuteAsync(
            """
            set client_min_messages = warning;
            create schema if not exists platform;
            create table if not exists platform.migrations (
                number     integer     not null constraint migrations_pkey primary key,
                name       text        not null,
                checksum   text        not null,
                applied_at timestamptz not null default now()
            );
            reset client_min_messages;
            """,
            cancellation);
        var applied = new Dictionary<int, (string, string)>();
        await using var command = new NpgsqlCommand("select number, name, checksum from platform.migrations order by number", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            applied.Add(reader.GetInt32(0), (reader.GetString(1), reader.GetString(2)));
        }
        return applied;
    }

    private static void Compare(IReadOnlyList<MigrationScript> scripts, Dictionary<int, (string Name, string Checksum)> applied)
    {
        var known = scripts.ToDictionary(s => s.Number);
        foreach (var (number, (name, checksum)) in applied)
        {
            if (!known.TryGetValue(number, out var script))
            {
                throw new CannotStartException($"The database has migration {number:000}_{name}, which this version of Fengtai does not know: it was used with a newer one. Start that one, or restore a backup.");
            }
            if (script.Checksum != checksum)
            {
                throw new CannotStartException($"Migration {script} was altered after it had been applied to this database. Restore the script as it was and add the change as a new migration.");
            }
        }
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, MigrationScript script, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            await connection.ExecuteAsync(script.Sql, cancellation);
            await using var record = new NpgsqlCommand("insert into platform.migrations (number, name, checksum) values ($1, $2, $3)", connection)
            {
                Parameters = { new() { Value = script.Number }, new() { Value = script.Name }, new() { Value = script.Checksum } },
            };
            await record.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (PostgresException e)
        {
            throw new CannotStartException($"Migration {script} fails and was undone: {e.MessageText} (line {LineOf(script.Sql, e.Position)})", e);
        }
    }

    private static int LineOf(string sql, int position) => sql.AsSpan(0, Math.Clamp(position, 0, sql.Length)).Count('\n') + 1;

    private static async Task ExecuteAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
