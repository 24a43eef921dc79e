using System.Net;
using Fengtai.Platform.Data;
using Fengtai.Platform.Jobs;
using Fengtai.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Fengtai.Tests.Nodes;

public sealed class ClockJumpTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private static readonly TimeSpan Jump = TimeSpan.FromHours(1);

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private JobQueue Queue => app.Services.GetRequiredService<JobQueue>();

    public async ValueTask InitializeAsync() => await app.Database.ExecuteAsync("delete from platform.jobs", []);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task RecurringWork_GoesOnAfterAJump_InBothDirections_ButNotForSecondsBetweenNodes()
    {
        var runs = 0;
        RecurringKind kind = new("test.clock", TimeSpan.FromMinutes(10), (_, _) => Task.FromResult(Interlocked.Increment(ref runs)));
        using var worker = new RecurringWorker(app.Database, [kind], app.Services.GetRequiredService<IServiceScopeFactory>(), app.Clock, NullLogger<RecurringWorker>.Instance);
        await worker.StartAsync(Now);
        await RanAsync(1);
        app.Clock.Advance(Jump);
        await RanAsync(2);
        app.Clock.Advance(-Jump);
        await RanAsync(3);
        app.Clock.Advance(-TimeSpan.FromSeconds(30));
        await Task.Delay(TimeSpan.FromSeconds(2.5), Now);
        Assert.Equal(3, Volatile.Read(ref runs));
        await worker.StopAsync(CancellationToken.None);

        async Task RanAsync(int times)
        {
            for (var tries = 0; Volatile.Read(ref runs) < times; tries++)
            {
                Assert.True(tries < 200, $"It ran {runs} times.");
                await Task.Delay(TimeSpan.FromMilliseconds(50), Now);
            }
        }
    }

    [Fact]
    public async Task JobsOfAClockThatWasAhead_AreDoneNow_WhatWasPlannedStaysPlanned()
    {
        app.Clock.Advance(Jump);
        await AddAsync("now", TimeSpan.Zero);
        await AddAsync("planned", TimeSpan.FromHours(5));
        app.Clock.Advance(-Jump);
        Assert.Null(await Queue.TakeAsync(Now));

        await app.RunRecurringAsync(AfterClockJump.Name);

        Assert.Equal("now", (await Queue.TakeAsync(Now))!.Kind);
        Assert.Null(await Queue.TakeAsync(Now));
    }

    [Fact]
    public async Task LeaseAndPauseOfAClockThatWasAhead_EndAsIfItHadNotBeen()
    {
        app.Clock.Advance(Jump);
        await AddAsync("leased", TimeSpan.Zero);
        await Queue.TakeAsync(Now);
        await AddAsync("failed", TimeSpan.Zero);
        await Queue.FailAsync((await Queue.TakeAsync(Now))!, "the printer is on fire");
        app.Clock.Advance(-Jump);

        await app.RunRecurringAsync(AfterClockJump.Name);

        Assert.Equal("failed", (await Queue.TakeAsync(Now))!.Kind);
        Assert.Null(await Queue.TakeAsync(Now));
        app.Clock.Advance(JobQueue.Lease);
        Assert.NotNull(await Queue.TakeAsync(Now));
    }

    [Fact]
    public async Task LeaseThatAJumpForwardEnded_IsTakenAgain_AndTheFirstOneFinishesNothing()
    {
        await AddAsync("leased", TimeSpan.Zero);
        var first = (await Queue.TakeAsync(Now))!;
        app.Clock.Advance(Jump);
        var second = (await Queue.TakeAsync(Now))!;
        await Queue.FinishAsync(first);
        Assert.Equal((first.Id, 2), (second.Id, second.Attempt));
        await Queue.FinishAsync(second);
        await using var left = app.Database.Command("select count(*) from platform.jobs");
        Assert.Equal(0L, await left.ExecuteScalarAsync(Now));
    }

    [Fact]
    public async Task Session_BearsAJump_InBothDirections()
    {
        var browser = await app.BrowseAsync(await app.AddPersonAsync("anna"));
        foreach (var jump in new[] { Jump, -Jump, -Jump, Jump })
        {
            app.Clock.Advance(jump);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
        }
    }

    private Task AddAsync(string kind, TimeSpan later) => app.Database.ExecuteAsync(
        "insert into platform.jobs (id, kind, data, run_at, created_at) values (gen_random_uuid(), $1, '{}', $2, $3)",
        [kind, app.Clock.Now + later, app.Clock.Now], Now);
}
