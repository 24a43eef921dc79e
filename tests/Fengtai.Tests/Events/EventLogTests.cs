using Fengtai.Platform.Data;
using Fengtai.Tests.Support;
using Npgsql;
using Xunit;

namespace Fengtai.Tests.Events;

public sealed class EventLogTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("update platform.events set kind = 'somethingElse'")]
    [InlineData("delete from platform.events")]
    [InlineData("truncate platform.events")]
    public async Task Event_OnceWritten_CanBeNeitherChangedNorRemoved(string change)
    {
        await database.Source.ExecuteAsync(
            "insert into platform.events (at, subject_kind, subject_id, kind, is_public, data) values (now(), 'test', $1, 'happened', false, '{}')",
            [Guid.CreateVersion7()]);

        var application = await Assert.ThrowsAsync<PostgresException>(() => database.Source.ExecuteAsync(change, []));
        var owner = await Assert.ThrowsAsync<PostgresException>(() => database.Owner.ExecuteAsync(change, []));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, application.SqlState);
        Assert.Equal(PostgresErrorCodes.RestrictViolation, owner.SqlState);
    }
}
