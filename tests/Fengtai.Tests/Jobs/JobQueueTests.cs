using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Jobs;
using Fengtai.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Jobs;

public sealed class JobQueueTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private JobQueue Queue => app.Services.GetRequiredService<JobQueue>();

    public async ValueTask InitializeAsync() => await app.Database.ExecuteAsync("delete from platform.jobs", []);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task ManyWorkers_TakeEachJobOnce()
    {
        await AddAsync(60);
        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            var mine = new List<Guid>();
            while (await Queue.TakeAsync(default) is { } job)
            {
                mine.Add(job.Id);
                await Queue.FinishAsync(job);
            }
            return mine;
        }));
        Assert.Equal(60, taken.Sum(t => t.Count));
        Assert.Equal(60, taken.SelectMany(t => t).Distinct().Count());
        Assert.Empty(await OverviewAsync());
    }

    [Fact]
    public async Task FailedJob_IsTriedAgainLater_AndGivenUpVisibly()
    {
        await AddAsync(1);
        for (var attempt = 1; attempt <= JobQueue.Attempts; attempt++)
        {
            var job = await Queue.TakeAsync(default);
            Assert.Equal(attempt, job!.Attempt);
            await Queue.FailAsync(job, "the printer is on fire");
            Assert.Null(await Queue.TakeAsync(default));
            app.Clock.Advance(TimeSpan.FromHours(1));
        }
        var line = Assert.Single(await OverviewAsync());
        Assert.Equal((JobState.Failed, "the printer is on fire"), (line.State, line.Error));
        Assert.Null(await Queue.TakeAsync(default));

        await app.RunAsync(async s => await s.GetRequiredService<RunJobAgain>().RunAsync(line.Id, Actor.System, default));
        Assert.Equal(1, (await Queue.TakeAsync(default))!.Attempt);
    }

    [Fact]
    public async Task JobOfADeadNode_IsTakenAgainWhenItsLeaseIsOver_AndFinishedByTheNewOneOnly()
    {
        await AddAsync(1);
        var dead = (await Queue.TakeAsync(default))!;
        Assert.Null(await Queue.TakeAsync(default));
        app.Clock.Advance(JobQueue.Lease);
        var again = (await Queue.TakeAsync(default))!;
        Assert.Equal(dead.Id, again.Id);
        await Queue.FinishAsync(dead); // wakes up late: the job is not its any more
        Assert.Single(await OverviewAsync());
        await Queue.FinishAsync(again);
        Assert.Empty(await OverviewAsync());
    }

    [Fact]
    public async Task JobOfTomorrow_Waits()
    {
        await app.RunAsync(async work =>
        {
            work.Enqueue("test", new { }, work.Now.AddDays(1));
            await work.SaveAsync(default);
        });
        Assert.Null(await Queue.TakeAsync(default));
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotNull(await Queue.TakeAsync(default));
    }

    [Fact]
    public async Task UnknownJob_IsNotRunAgain() =>
        Assert.Equal("notFound", (await app.RunAsync(s => s.GetRequiredService<RunJobAgain>().RunAsync(Guid.CreateVersion7(), Actor.System, default))).Refusal?.Code);

    private Task AddAsync(int count) => app.RunAsync(async work =>
    {
        for (var i = 0; i < count; i++)
        {
            work.Enqueue("test", new { i });
        }
        await work.SaveAsync(default);
    });

    private Task<IReadOnlyList<JobLine>> OverviewAsync() => app.Services.GetRequiredService<JobOverview>().JobsAsync(default);
}
