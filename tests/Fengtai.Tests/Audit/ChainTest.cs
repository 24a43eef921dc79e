using System.Globalization;
using Fengtai.Audit;
using Fengtai.Platform.Data;
using Fengtai.Tests.Support;
using Npgsql;
using Xunit;

namespace Fengtai.Tests.Audit;

/// <summary>A database of each test's own, whose chain the test makes and breaks.</summary>
public abstract class ChainTest(TestCluster cluster) : IAsyncLifetime
{
    internal const string Insert = "insert into platform.events (at, subject_kind, subject_id, kind, is_public, data) values ('2026-03-02 08:00', 'test', '0199aa00-0000-7000-8000-000000000001', 'happened', false, $1::jsonb)";

    private readonly TestDatabase _database = new(cluster);
    private readonly FakeClock _clock = new();
    private SealLogs _sealing = null!;

    protected NpgsqlDataSource Application => _database.Source;

    protected string OwnerString => _database.OwnerString;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _sealing = Sealing();
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal SealLogs Sealing() => new(Application, new CompleteUpTo(Application), new Chain(Application), _clock);

    internal Task<Verification> VerifyAsync(string? expected = null) => new VerifyChain(Application, _clock).RunAsync(expected, TestContext.Current.CancellationToken);

    /// <summary>Events with ids 1, 2, 4, 5, … : the third was rolled back, as happens.</summary>
    protected async Task HappenAsync(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            if (i == 3)
            {
                await using var connection = await Application.OpenConnectionAsync();
                await using var transaction = await connection.BeginTransactionAsync();
                await HappenAsync(connection, i);
            }
            await Application.ExecuteAsync(Insert, [Data(i)]);
        }
    }

    protected static async Task HappenAsync(NpgsqlConnection connection, int i)
    {
        await using var command = connection.Command(Insert, Data(i));
        await command.ExecuteNonQueryAsync();
    }

    protected Task LookAsync() => Application.ExecuteAsync(
        "insert into platform.looks (at, viewer, kind, people, page, words) values ('2026-03-02 08:00', gen_random_uuid(), 'listed', array[gen_random_uuid()], '/admin/people', '王')", []);

    /// <summary>A minute later: whatever is complete is sealed.</summary>
    protected async Task SealAsync()
    {
        _clock.Advance(TimeSpan.FromMinutes(2));
        await _sealing.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The superuser, past all triggers and rights.</summary>
    protected async Task TamperAsync(string sql)
    {
        await using var connection = await _database.Owner.OpenConnectionAsync();
        await using var command = connection.Command($"set session_replication_role = replica; {sql}");
        await command.ExecuteNonQueryAsync();
    }

    internal async Task<Seal> NewestAsync() => (await new Chain(Application).NewestAsync(null, TestContext.Current.CancellationToken))!;

    private static string Data(int i) => string.Create(CultureInfo.InvariantCulture, $$"""{"n": {{i}}, "text": "第 {{i}} 件"}""");
}
