using System.Runtime.Versioning;
using Fengtai.Platform.Database;
using Fengtai.Shell;
using Fengtai.Tests.Support;
using Npgsql;
using Xunit;

[assembly: UnsupportedOSPlatform("windows")]
[assembly: AssemblyFixture(typeof(TestCluster))]

namespace Fengtai.Tests.Support;

/// <summary>One PostgreSQL for the whole run, with a migrated template from which each test class gets its own database in milliseconds.</summary>
public sealed class TestCluster : IAsyncLifetime
{
    private const string Template = "fengtai_template";

    /// <summary>Nothing here need survive a power cut.</summary>
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
        ["max_connections"] = "300",
        ["shared_buffers"] = "128MB",
        ["wal_compression"] = "off",
        ["max_wal_size"] = "64MB",
    };

    private readonly string _folder = Path.Combine(Place(), $"fengtai-tests-{Environment.ProcessId}");
    private readonly Lazy<Task> _open;
    private EmbeddedCluster? _cluster;
    private int _databases;

    public TestCluster() => _open = new(OpenAsync);

    // rule tests need no database: it starts with the first who asks
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Creates a database of its own for the caller, migrated; as the application connects to it.</summary>
    public async Task<string> CloneAsync() => ApplicationRole.Derived(await CreateAsync($"template {Template}"));

    /// <summary>Creates a database without any schema; as its owner.</summary>
    public Task<string> EmptyAsync() => CreateAsync("");

    /// <summary>The same database as the owner of its tables (and the server's superuser) sees it.</summary>
    public string OwnerOf(string connectionString) => ConnectionString(new NpgsqlConnectionStringBuilder(connectionString).Database!);

    public async Task DropAsync(string connectionString)
    {
        await using var pool = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(pool);
        await ExecuteAsync($"drop database if exists {pool.Database} with (force)");
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>In memory where there is room: each database is hundreds of files, and a disk takes longer to find places for them than to keep them.</summary>
    private static string Place()
    {
        const string memory = "/dev/shm";
        const long enough = 2L << 30;
        return Directory.Exists(memory) && new DriveInfo(memory).AvailableFreeSpace > enough ? memory : Path.GetTempPath();
    }

    private async Task<string> CreateAsync(string how)
    {
        await _open.Value;
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"create database {name} {how}");
        return ConnectionString(name);
    }

    private async Task OpenAsync()
    {
        await LeftOvers.RemoveAsync(_folder);
        _cluster = await EmbeddedCluster.OpenAsync(_folder, Console.Error.WriteLine, Settings);
        await ExecuteAsync($"create database {Template}");
        await using (var template = await DatabaseServer.OpenAsync(ConnectionString(Template), null, _folder, Console.Error.WriteLine, CancellationToken.None))
        {
            await template.MigrateAsync(Composition.Assemblies, Console.Error.WriteLine, CancellationToken.None);
        }
        await ExecuteAsync($"alter database {Template} with is_template true allow_connections false");
    }

    private string ConnectionString(string database) => new NpgsqlConnectionStringBuilder(_cluster!.ConnectionString) { Database = database }.ConnectionString;

    /// <summary>As the superuser, outside the databases of the tests.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
