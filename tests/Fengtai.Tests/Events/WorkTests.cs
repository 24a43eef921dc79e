using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;
using Fengtai.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Events;

/// <summary>State, events, what they cause and jobs: all or nothing.</summary>
public sealed class WorkTests(WorkTests.Bakery bakery) : IClassFixture<WorkTests.Bakery>
{
    [Fact]
    public async Task Save_KeepsEventsReactionsAndJobsTogether()
    {
        var subject = new Subject("bread", Guid.CreateVersion7());
        await bakery.RunAsync(async work =>
        {
            work.Record(subject, new Baked("rye"), Actor.System);
            Assert.False((await work.SaveAsync(default)).IsRefused);
        });
        Assert.Equal(["baked", "sold", "counted", "counted"], await KindsAsync(subject));
        Assert.Equal(1, await JobsAsync("bakery.clean", subject));
    }

    [Fact]
    public async Task WhatFails_LeavesNothing()
    {
        var subject = new Subject("bread", Guid.CreateVersion7());
        await Assert.ThrowsAsync<InvalidOperationException>(() => bakery.RunAsync(async work =>
        {
            work.Record(subject, new Baked("poison"), Actor.System);
            await work.SaveAsync(default);
        }));
        Assert.Empty(await KindsAsync(subject));
        Assert.Equal(0, await JobsAsync("bakery.clean", subject));
    }

    [Fact]
    public async Task LargeWork_IsStillOneTransaction()
    {
        var subject = new Subject("bread", Guid.CreateVersion7());
        await Assert.ThrowsAsync<DbUpdateException>(() => bakery.RunAsync(async work =>
        {
            for (var i = 0; i < 300; i++)
            {
                work.Record(subject, new Counted(), Actor.System);
            }
            work.Db.Add(new EventRow { SubjectKind = "bread", SubjectId = subject.Id, Kind = "broken", Data = "{not json" });
            await work.SaveAsync(default);
        }));
        Assert.Empty(await KindsAsync(subject));
    }

    [Fact]
    public async Task Time_IsInWholeMicroseconds_AsTheDatabaseKeepsIt()
    {
        bakery.Clock.Now = bakery.Clock.Now.AddTicks(7);
        var subject = new Subject("bread", Guid.CreateVersion7());
        DateTimeOffset now = default;
        await bakery.RunAsync(async work =>
        {
            now = work.Now;
            work.Record(subject, new Counted(), Actor.System);
            await work.SaveAsync(default);
        });
        Assert.Equal(now, await bakery.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<EventRow>().Where(e => e.SubjectId == subject.Id).Select(e => e.At).SingleAsync()));
    }

    private Task<List<string>> KindsAsync(Subject subject) => bakery.RunAsync(s =>
        s.GetRequiredService<FengtaiDb>().Set<EventRow>().Where(e => e.SubjectId == subject.Id).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync());

    private async Task<long> JobsAsync(string kind, Subject subject)
    {
        await using var command = bakery.Database.Command("select count(*) from platform.jobs where kind = $1 and data ->> 'bread' = $2", kind, subject.Id.ToString());
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public sealed class Bakery(TestCluster cluster) : App(cluster)
    {
        protected override void Adjust(WebApplicationBuilder builder)
        {
            base.Adjust(builder);
            builder.Services.AddReaction<Baked, SellBread>();
            builder.Services.AddReaction<BakeryEvent, CountBread>();
        }
    }

    public abstract record BakeryEvent : Event;

    public sealed record Baked(string Flour) : BakeryEvent
    {
        public override string Kind => "baked";
    }

    public sealed record Sold : BakeryEvent
    {
        public override string Kind => "sold";
    }

    public sealed record Counted : Event
    {
        public override string Kind => "counted";
    }

    public sealed record Clean(Guid Bread);

    public sealed class SellBread : IReaction<Baked>
    {
        public Task ReactAsync(Occurrence<Baked> occurrence, Work work, CancellationToken cancellation)
        {
            work.Enqueue("bakery.clean", new Clean(occurrence.Subject.Id));
            work.Record(occurrence.Subject, new Sold(), occurrence.Actor);
            return occurrence.Event.Flour == "poison" ? throw new InvalidOperationException("nobody sells that") : Task.CompletedTask;
        }
    }

    public sealed class CountBread : IReaction<BakeryEvent>
    {
        public Task ReactAsync(Occurrence<BakeryEvent> occurrence, Work work, CancellationToken cancellation)
        {
            work.Record(occurrence.Subject, new Counted(), occurrence.Actor);
            return Task.CompletedTask;
        }
    }
}
