using Fengtai.Platform.Data;
using Fengtai.Platform.Jobs;
using Fengtai.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Fengtai.Tests.Jobs;

public sealed class RecurringWorkerTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Worker_WhoseNoteCannotBeWritten_GoesOn()
    {
        var runs = 0;
        RecurringKind kind = new("test.table", TimeSpan.FromMilliseconds(1), async (_, cancellation) =>
        {
            if (++runs == 1)
            {
                // what an administrator's mistake or a damaged index looks like: no outage, and yet nothing can be noted
                await database.Owner.ExecuteAsync("alter table platform.recurring rename to recurring_away", [], cancellation);
            }
        });
        await using var services = new ServiceCollection().BuildServiceProvider();
        using var worker = new RecurringWorker(database.Source, [kind], services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, NullLogger<RecurringWorker>.Instance);
        await worker.StartAsync(TestContext.Current.CancellationToken);
        await UntilAsync(() => runs == 1);
        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken); // claims fail, too
        await database.Owner.ExecuteAsync("alter table platform.recurring_away rename to recurring", []);
        await UntilAsync(() => runs > 1);
        Assert.False(worker.ExecuteTask!.IsCompleted);
        await worker.StopAsync(CancellationToken.None);
        Assert.True(worker.ExecuteTask.IsCompletedSuccessfully);
    }

    private static async Task UntilAsync(Func<bool> there)
    {
        for (var tries = 0; !there() && tries < 300; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
        }
        Assert.True(there());
    }
}
