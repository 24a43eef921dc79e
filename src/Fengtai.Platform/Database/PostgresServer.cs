using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Npgsql;

namespace Fengtai.Platform.Database;

/// <summary>One PostgreSQL on its own folder: make it, start it, ask it, stop it. Callers hold the cluster's lock.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class PostgresServer(PostgresInstallation installation, ClusterFolders folders, IReadOnlyDictionary<string, string> settings)
{
    private const string Owner = "fengtai";

    /// <summary>A server that was killed replays its log before it answers.</summary>
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(5);

    private string PidFile => Path.Combine(folders.Files, "postmaster.pid");

    private string StartLog => Path.Combine(folders.Files, "start.log");

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = folders.Socket,
        Username = Owner,
        Database = database,
        ApplicationName = "fengtai",
        Timeout = 5,
        MaxPoolSize = 20,
    }.ConnectionString;

    /// <summary>Made beside its place and moved there when complete: a start that is killed leaves no half cluster.</summary>
    public async Task InitialiseAsync()
    {
        var unfinished = folders.Files + ".new";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }
        await ClusterFolders.OwnAsync(unfinished);
        string[] durability = settings.GetValueOrDefault("fsync") == "off" ? ["--no-sync"] : [];
        await SystemProgram.MustRunAsync(
            installation.Program("initdb"),
            [
                "-D", unfinished, "-U", Owner, "-E", "UTF8", "--locale=" + (OperatingSystem.IsLinux() ? "C.UTF-8" : "C"),
                "--auth-local=trust", "--auth-host=reject", "--data-checksums", "--no-instructions", .. durability,
            ],
            SystemProgram.UserForPostgres);
        await File.AppendAllTextAsync(Path.Combine(unfinished, "postgresql.conf"), ClusterConfiguration.Text);
        Directory.Move(unfinished, folders.Files);
    }

    public async Task StartAsync()
    {
        RemoveForeignPidFile();
        await ClusterFolders.OwnAsync(folders.Socket);
        var options = new Dictionary<string, string>(settings)
        {
            ["listen_addresses"] = "",
            ["unix_socket_directories"] = folders.Socket,
            ["unix_socket_permissions"] = "0700",
        };
        var ending = await SystemProgram.RunAsync(
            installation.Program("pg_ctl"),
            [
                "start", "-w", "-t", Recovery.TotalSeconds.ToString(CultureInfo.InvariantCulture), "-D", folders.Files, "-l", StartLog,
                "-o", string.Join(' ', options.Select(o => $"-c {o.Key}='{o.Value}'")),
            ],
            SystemProgram.UserForPostgres);
        if (ending.Code != 0)
        {
            throw new CannotStartException($"PostgreSQL does not start. {ending.Printed} {LastLines()}");
        }
        await CreateDatabaseAsync();
    }

    public async Task StopAsync()
    {
        await SystemProgram.MustRunAsync(installation.Program("pg_ctl"), ["stop", "-w", "-m", "fast", "-t", "60", "-D", folders.Files], SystemProgram.UserForPostgres);
        folders.RemoveSocketElsewhere();
    }

    /// <summary>Whether the postmaster lives; it may still be replaying its log.</summary>
    public bool IsRunning() => Postmaster() is { } pid && IsPostgres(pid);

    /// <summary>Waits until a living server answers.</summary>
    public async Task AwaitAnswerAsync(CancellationToken cancellation)
    {
        for (var started = Stopwatch.GetTimestamp(); ; await Task.Delay(100, cancellation))
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
                await connection.OpenAsync(cancellation);
                return;
            }
            catch (NpgsqlException) when (IsRunning() && Stopwatch.GetElapsedTime(started) < Recovery)
            {
                // it is starting up
            }
        }
    }

    private async Task CreateDatabaseAsync()
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var exists = new NpgsqlCommand("select exists (select from pg_database where datname = 'fengtai')", connection);
        if (await exists.ExecuteScalarAsync() is false)
        {
            await using var create = new NpgsqlCommand("create database fengtai", connection);
            await create.ExecuteNonQueryAsync();
        }
    }

    private int? Postmaster() =>
        File.Exists(PidFile) && int.TryParse(File.ReadLines(PidFile).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid) ? pid : null;

    /// <summary>After a restart of the machine another program may have the number in the file; PostgreSQL would take it for itself.</summary>
    private void RemoveForeignPidFile()
    {
        if (Postmaster() is { } pid && Directory.Exists($"/proc/{pid}") && !IsPostgres(pid))
        {
            File.Delete(PidFile);
        }
    }

    private static bool IsPostgres(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.ProcessName is "postgres" or "postmaster" && !process.HasExited && !IsZombie(pid);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsZombie(int pid)
    {
        try
        {
            return OperatingSystem.IsLinux() && File.ReadAllText($"/proc/{pid}/stat") is var stat && stat[(stat.LastIndexOf(')') + 1)..].StartsWith(" Z", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return true;
        }
    }

    private string LastLines() => File.Exists(StartLog) ? string.Join(' ', File.ReadLines(StartLog).TakeLast(5)) : "";
}
