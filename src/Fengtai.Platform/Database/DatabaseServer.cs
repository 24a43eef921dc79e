using System.Reflection;
using Npgsql;

namespace Fengtai.Platform.Database;

/// <summary>The database this process works on: the configured server, or the embedded cluster while this is open.</summary>
public sealed class DatabaseServer : IAsyncDisposable
{
    private readonly IAsyncDisposable? _cluster;
    private readonly string _owner;
    private readonly string? _application;

    private DatabaseServer(string owner, string? application, IAsyncDisposable? cluster) => (_owner, _application, _cluster) = (owner, application, cluster);

    /// <param name="configured">An Npgsql connection string; null or empty opens the embedded cluster of the data folder.</param>
    /// <param name="configuredOwner">Who migrates, where <paramref name="configured"/> is a user of the application's own.</param>
    /// <exception cref="CannotStartException">The surroundings do not allow it.</exception>
    public static async Task<DatabaseServer> OpenAsync(string? configured, string? configuredOwner, string dataFolder, Action<string> say, CancellationToken cancellation)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return string.IsNullOrWhiteSpace(configuredOwner)
                ? new(Checked(configured, "Fengtai__Database"), null, null)
                : new(Checked(configuredOwner, "Fengtai__DatabaseOwner"), Checked(configured, "Fengtai__Database"), null);
        }
        if (OperatingSystem.IsWindows())
        {
            throw new CannotStartException("On Windows name a PostgreSQL server: Fengtai__Database=Host=…;Username=…;Password=…;Database=…");
        }
        var cluster = await EmbeddedCluster.OpenAsync(dataFolder, say, cancellation: cancellation);
        return new(cluster.ConnectionString, null, cluster);
    }

    /// <summary>Brings the schema forward as its owner; the connection string to serve with, whose role has rights on the rows alone.</summary>
    /// <exception cref="CannotStartException">See <see cref="Migrations"/>, or the application's role is not let in.</exception>
    public async Task<string> MigrateAsync(IEnumerable<Assembly> assemblies, Action<string> say, CancellationToken cancellation)
    {
        var scripts = MigrationScript.In(assemblies);
        var serving = _owner;
        await using var owner = NpgsqlDataSource.Create(_owner);
        await Migrations.ApplyAsync(owner, scripts, cancellation, async connection =>
            serving = await ApplicationRole.PrepareAsync(connection, _owner, _application, MigrationScript.SchemasOf(scripts), say, cancellation));
        return serving;
    }

    private static string Checked(string connectionString, string setting)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString) is { Host.Length: > 0 }
                ? connectionString
                : throw new CannotStartException($"{setting} names no server: Host=…;Username=…;Password=…;Database=…");
        }
        catch (ArgumentException e)
        {
            throw new CannotStartException($"{setting} is not a connection string such as Host=…;Username=…;Password=…;Database=…: {e.Message}", e);
        }
    }

    public ValueTask DisposeAsync() => _cluster?.DisposeAsync() ?? ValueTask.CompletedTask;
}
