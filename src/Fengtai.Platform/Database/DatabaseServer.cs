using Npgsql;

namespace Fengtai.Platform.Database;

/// <summary>The database this process works on: the configured server, or the embedded cluster while this is open.</summary>
public sealed class DatabaseServer : IAsyncDisposable
{
    private readonly IAsyncDisposable? _cluster;

    private DatabaseServer(string connectionString, IAsyncDisposable? cluster) => (ConnectionString, _cluster) = (connectionString, cluster);

    public string ConnectionString { get; }

    /// <param name="configured">An Npgsql connection string; null or empty opens the embedded cluster of the data folder.</param>
    /// <exception cref="CannotStartException">The surroundings do not allow it.</exception>
    public static async Task<DatabaseServer> OpenAsync(string? configured, string dataFolder, Action<string> say, CancellationToken cancellation)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return new(Checked(configured), null);
        }
        if (OperatingSystem.IsWindows())
        {
            throw new CannotStartException("On Windows name a PostgreSQL server: Fengtai__Database=Host=…;Username=…;Password=…;Database=…");
        }
        var cluster = await EmbeddedCluster.OpenAsync(dataFolder, say, cancellation: cancellation);
        return new(cluster.ConnectionString, cluster);
    }

    private static string Checked(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString) is { Host.Length: > 0 }
                ? connectionString
                : throw new CannotStartException("Fengtai__Database names no server: Host=…;Username=…;Password=…;Database=…");
        }
        catch (ArgumentException e)
        {
            throw new CannotStartException($"Fengtai__Database is not a connection string such as Host=…;Username=…;Password=…;Database=…: {e.Message}", e);
        }
    }

    public ValueTask DisposeAsync() => _cluster?.DisposeAsync() ?? ValueTask.CompletedTask;
}
