using Npgsql;
using Xunit;

namespace Fengtai.Tests.Support;

/// <summary>A migrated database of the test class's own, without the application: <c>IClassFixture&lt;TestDatabase&gt;</c>.</summary>
public sealed class TestDatabase(TestCluster cluster) : IAsyncLifetime
{
    public string ConnectionString { get; private set; } = "";

    /// <summary>As the application connects.</summary>
    public NpgsqlDataSource Source { get; private set; } = null!;

    /// <summary>As whom the tables belong to: may do anything.</summary>
    public NpgsqlDataSource Owner { get; private set; } = null!;

    public string OwnerString => cluster.OwnerOf(ConnectionString);

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await cluster.CloneAsync();
        Source = NpgsqlDataSource.Create(ConnectionString);
        Owner = NpgsqlDataSource.Create(OwnerString);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await Owner.DisposeAsync();
        await cluster.DropAsync(ConnectionString);
    }
}
