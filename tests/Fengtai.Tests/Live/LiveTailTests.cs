using Fengtai.Platform.Data;
using Fengtai.Platform.Live;
using Fengtai.Tests.Support;
using Npgsql;
using Xunit;

namespace Fengtai.Tests.Live;

public sealed class LiveTailTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task FirstLook_TellsNothing_LaterOnesWhatBecameVisible()
    {
        await InsertAsync(database.Source.CreateConnection(), Guid.CreateVersion7());
        var tail = new LiveTail(database.Source);
        Assert.Empty(await tail.NextAsync(default));
        var bread = Guid.CreateVersion7();
        await InsertAsync(database.Source.CreateConnection(), bread);
        Assert.Equal([new Hint("bread", bread, true)], await tail.NextAsync(default));
        Assert.Empty(await tail.NextAsync(default));
    }

    [Fact]
    public async Task LateCommit_IsToldOnce_AndHoldsNobodyUp()
    {
        var tail = new LiveTail(database.Source);
        await tail.NextAsync(default);
        var (late, early) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var slow = await database.Source.OpenConnectionAsync();
        await using var transaction = await slow.BeginTransactionAsync();
        await InsertAsync(slow, late);
        await InsertAsync(database.Source.CreateConnection(), early);
        Assert.Equal([early], (await tail.NextAsync(default)).Select(h => h.SubjectId));
        Assert.Empty(await tail.NextAsync(default));
        await transaction.CommitAsync();
        Assert.Equal([late], (await tail.NextAsync(default)).Select(h => h.SubjectId));
        Assert.Empty(await tail.NextAsync(default));
    }

    [Fact]
    public async Task ManyWritersAtOnce_NothingIsMissedOrToldTwice()
    {
        var tail = new LiveTail(database.Source);
        await tail.NextAsync(default);
        var written = Enumerable.Range(0, 400).Select(_ => Guid.CreateVersion7()).ToList();
        var writing = Parallel.ForEachAsync(written, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (id, _) => await InsertAsync(database.Source.CreateConnection(), id));
        var told = new List<Guid>();
        while (!writing.IsCompleted)
        {
            told.AddRange((await tail.NextAsync(default)).Select(h => h.SubjectId));
        }
        await writing;
        told.AddRange((await tail.NextAsync(default)).Select(h => h.SubjectId));
        Assert.Equal(written.Order(), told.Order());
    }

    private static async Task InsertAsync(NpgsqlConnection connection, Guid subject)
    {
        var own = connection.State != System.Data.ConnectionState.Open;
        if (own)
        {
            await connection.OpenAsync();
        }
        await using var command = new NpgsqlCommand("insert into platform.events (at, subject_kind, subject_id, kind, is_public, data) values (now(), 'bread', $1, 'baked', true, '{}')", connection);
        command.Parameters.Add(new() { Value = subject });
        await command.ExecuteNonQueryAsync();
        if (own)
        {
            await connection.DisposeAsync();
        }
    }
}
