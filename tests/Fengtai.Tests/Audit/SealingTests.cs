using Fengtai.Audit;
using Fengtai.Platform.Data;
using Fengtai.Tests.Support;
using Npgsql;
using Xunit;

namespace Fengtai.Tests.Audit;

public sealed class SealingTests(TestCluster cluster) : ChainTest(cluster)
{
    [Fact]
    public async Task LateCommit_IsWaitedFor_AndNeverLost()
    {
        await HappenAsync(2);
        await SealAsync();
        await using var slow = await Application.OpenConnectionAsync();
        await using var transaction = await slow.BeginTransactionAsync();
        await HappenAsync(slow, 100);
        await HappenAsync(3);

        await SealAsync();
        await SealAsync();
        Assert.Equal(2, (await NewestAsync()).ToId);
        var meanwhile = await VerifyAsync();
        Assert.True(meanwhile.IsIntact);
        Assert.Equal((2, 3), (meanwhile.Events, meanwhile.UnsealedEvents));

        await transaction.CommitAsync();
        await SealAsync();
        await SealAsync();
        var found = await VerifyAsync();
        Assert.True(found.IsIntact);
        Assert.Equal((6, 0), (found.Events, found.UnsealedEvents));
    }

    [Fact]
    public async Task LateRollback_LeavesAGap_AndIsNotWaitedForAnyLonger()
    {
        await using var slow = await Application.OpenConnectionAsync();
        await using (await slow.BeginTransactionAsync())
        {
            await HappenAsync(slow, 100);
            await HappenAsync(2);
            await SealAsync();
            Assert.Equal(0, (await VerifyAsync()).Seals);
        }

        await SealAsync();

        Assert.Equal(2, (await VerifyAsync()).Events);
    }

    [Fact]
    public async Task LongTransactions_ElsewhereOrReading_HoldNothingUp()
    {
        await HappenAsync(2);
        await using var writing = await Application.OpenConnectionAsync();
        await using var one = await writing.BeginTransactionAsync();
        await using (var command = writing.Command("insert into platform.recurring (name, next_run) values ('slow', now())"))
        {
            await command.ExecuteNonQueryAsync();
        }
        await using var reading = await Application.OpenConnectionAsync();
        await using var two = await reading.BeginTransactionAsync();
        await using (var command = reading.Command("select count(*) from platform.events"))
        {
            await command.ExecuteScalarAsync();
        }

        await SealAsync();

        Assert.Equal(2, (await VerifyAsync()).Events);
    }

    [Fact]
    public async Task ManyWritersWhileItIsSealed_NothingIsLeftOutOrSealedTooEarly()
    {
        var writing = Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            await using var connection = await Application.OpenConnectionAsync(_);
            await using var transaction = await connection.BeginTransactionAsync(_);
            await HappenAsync(connection, i);
            await Task.Delay(i % 7, _);
            await (i % 10 == 0 ? transaction.RollbackAsync(_) : transaction.CommitAsync(_));
        });
        while (!writing.IsCompleted)
        {
            await SealAsync();
        }
        await writing;
        await SealAsync();
        await SealAsync();

        var found = await VerifyAsync();

        Assert.True(found.IsIntact);
        Assert.Equal((360, 0), (found.Events, found.UnsealedEvents));
        Assert.True(found.Seals > 1);
    }

    [Fact]
    public async Task SeveralNodes_MakeOneChain()
    {
        for (var i = 0; i < 5; i++)
        {
            await HappenAsync(2);
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Sealing().RunAsync(TestContext.Current.CancellationToken)).Append(SealAsync()));
        }
        await SealAsync();

        var found = await VerifyAsync();

        Assert.True(found.IsIntact);
        Assert.Equal(10, found.Events);
    }

    [Fact]
    public async Task LogThatWasThereBefore_IsCaughtUpWith_InFullStretches()
    {
        await Application.ExecuteAsync(
            "insert into platform.events (at, subject_kind, subject_id, kind, is_public, data) select now(), 'test', gen_random_uuid(), 'happened', false, '{}' from generate_series(1, $1)",
            [2 * SealLogs.Full + 1]);

        await SealAsync();
        await SealAsync(); // on a slow machine the first run may have given others their turn

        Assert.Equal(
            [SealLogs.Full, SealLogs.Full, 1],
            await Application.Command("select count from audit.seals order by number").ListAsync(r => r.GetInt32(0), default));
        Assert.True((await VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task ShortStretches_AreSealedOnceAMinute()
    {
        await HappenAsync(2);
        await SealAsync();
        await HappenAsync(2);

        await Sealing().RunAsync(default);
        Assert.Equal(1, (await NewestAsync()).Number);

        await SealAsync();
        Assert.Equal(2, (await NewestAsync()).Number);
    }

    [Theory]
    [InlineData("update audit.seals set count = 0")]
    [InlineData("delete from audit.seals")]
    [InlineData("truncate audit.seals")]
    [InlineData("update platform.looks set page = ''")]
    [InlineData("delete from platform.looks")]
    [InlineData("delete from audit.verifications")]
    public async Task Application_HasNoRightTo(string change)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Application.ExecuteAsync(change, []));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
