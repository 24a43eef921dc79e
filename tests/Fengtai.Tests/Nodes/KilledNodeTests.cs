using Fengtai.Platform.Data;
using Xunit;

namespace Fengtai.Tests.Nodes;

public sealed class KilledNodeTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NodeThatIsKilledUnderLoad_LosesNothingAcknowledged_DoublesNothing_AndTheOtherGoesOn()
    {
        var load = new LoadOfTickets([nodes.A.Client(nodes.Token), nodes.B.Client(nodes.Token)]);
        await load.RunAsync(800, () =>
        {
            nodes.A.KillHard();
            return Task.CompletedTask;
        }, Now);
        await load.AssertIsThereOnceAsync(nodes.Database, Now);

        var id = Guid.NewGuid();
        await nodes.Database.ExecuteAsync("insert into platform.jobs (id, kind, data, run_at, created_at) values ($1, 'test.unknown', '{}', now(), now())", [id], Now);
        await using var attempts = nodes.Database.Command("select attempts from platform.jobs where id = $1", id);
        for (var tries = 0; await attempts.ExecuteScalarAsync(Now) is 0; tries++)
        {
            Assert.True(tries < 150, "Nobody takes jobs any more.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), Now);
        }
    }
}
