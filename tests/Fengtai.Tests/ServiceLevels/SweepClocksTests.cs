using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.ServiceLevels;
using Fengtai.Tests.ServiceLevels.Rules;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.ServiceLevels;

/// <summary>What time does: warnings, deadlines, escalations, each once.</summary>
public sealed class SweepClocksTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    private static readonly DateTimeOffset Tuesday = new(2026, 6, 9, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Deadline_IsWarnedOfAndMissed_EachOnce()
    {
        var number = await AcceptedAsync(Tuesday);
        await SweepAsync(Tuesday.AddMinutes(44));
        Assert.Empty(await ToldAsync("agent", number));
        await SweepAsync(Tuesday.AddMinutes(45));
        await SweepAsync(Tuesday.AddMinutes(46));
        Assert.Equal(["levels.told.soon.firstResponse"], await ToldAsync("agent", number));
        Assert.Equal("running", await StateAsync(number));
        await SweepAsync(Tuesday.AddMinutes(60).AddTicks(10));
        await SweepAsync(Tuesday.AddMinutes(61));
        Assert.Equal(["levels.told.soon.firstResponse", "levels.told.due.firstResponse"], await ToldAsync("agent", number));
        Assert.Equal("missed", await StateAsync(number));
    }

    [Fact]
    public async Task AnsweredInTime_NobodyIsTold()
    {
        var number = await AcceptedAsync(Tuesday);
        await DoAsync(desk.Agent, number, "notes", new { text = "马上来", visibility = "public" });
        await SweepAsync(Tuesday.AddMinutes(90));
        Assert.Empty(await ToldAsync("agent", number));
    }

    [Fact]
    public async Task Standstill_IsToldInOneSum()
    {
        var numbers = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            numbers.Add(await AcceptedAsync(Tuesday.AddDays(7)));
        }
        await SweepAsync(Tuesday.AddDays(8));
        var keys = await desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Database.SqlQuery<string>($"select text_key as \"Value\" from notifications.notices n join identity.people p on p.id = n.person_id where p.login = 'agent' and n.text_key = 'levels.told.many'").ToListAsync());
        Assert.Single(keys);
        Assert.Empty(await ToldAsync("agent", numbers[0]));
    }

    [Fact]
    public async Task TwoNodesAtOnce_DoEachStepOnce()
    {
        var number = await AcceptedAsync(Tuesday.AddDays(14));
        desk.Clock.Now = Tuesday.AddDays(14).AddMinutes(50);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.RunRecurringAsync(SweepClocks.Name)));
        Assert.Equal(["levels.told.soon.firstResponse"], await ToldAsync("agent", number));
    }

    [Fact]
    public async Task ActAtTheMomentOfTheDeadline_ThatMovesIt_LeavesTheClockRunning()
    {
        var at = Tuesday.AddDays(35);
        var number = await AcceptedAsync(at);
        var due = (await ResolutionAsync(number)).DueAt!.Value;
        desk.Clock.Now = due.AddMinutes(-1);
        Assert.False((await desk.RunAsync(async s =>
        {
            var (work, acts) = (s.GetRequiredService<Work>(), s.GetRequiredService<TicketActs>());
            var ticket = await work.Db.Set<Ticket>().SingleAsync(t => t.Number == number);
            await s.GetRequiredService<TicketClocks>().OfAsync(ticket, default);
            await SweepAsync(due.AddMinutes(1));
            acts.Happen(ticket, [ClockRulesTests.Classified(Priority.Low)], Actor.System);
            return await work.SaveAsync(default);
        })).IsRefused);
        var moved = await ResolutionAsync(number);
        Assert.Equal((ClockState.Running, true), (moved.State, moved.DueAt > due));
    }

    [Fact]
    public async Task Priority_IsRaisedByItselfOnce() => await UnderAsync(
        [new("up", [ClockKind.FirstResponse], StepMoment.MinutesAfter, 5, [StepAct.RaisePriority, StepAct.InternalNote]), new("again", [ClockKind.FirstResponse], StepMoment.EveryMinutesAfter, 10, [StepAct.RaisePriority])],
        async () =>
        {
            var number = await AcceptedAsync(Tuesday.AddDays(21));
            await SweepAsync(Tuesday.AddDays(21).AddMinutes(66));
            await desk.RunJobsAsync();
            await SweepAsync(Tuesday.AddDays(21).AddMinutes(90));
            await desk.RunJobsAsync();
            Assert.Equal("high", (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}")).GetProperty("priority").GetString());
            Assert.Single((await GetAsync(desk.Agent, $"/api/v1/tickets/{number}/events")).EnumerateArray(), e => e.GetProperty("kind").GetString() == "note");
        });

    [Fact]
    public async Task LateTicket_MovesToTheNextLine_AndItsManagersAreTold()
    {
        await desk.AddPersonAsync("manager", Roles.Manager);
        await desk.AddTeamAsync("specialists", TeamLine.Third, await desk.AddPersonAsync("specialist", Roles.Engineer));
        await UnderAsync([new("over", [ClockKind.FirstResponse], StepMoment.MinutesAfter, 5, [StepAct.NextLine, StepAct.TellManager])], async () =>
        {
            var number = await AcceptedAsync(Tuesday.AddDays(28));
            await DoAsync(desk.Agent, number, "assign", new { team = "printing" });
            await SweepAsync(Tuesday.AddDays(28).AddMinutes(66));
            await desk.RunJobsAsync();
            Assert.Equal("specialists", (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}")).GetProperty("team").GetString());
            Assert.Equal(["levels.told.late.firstResponse"], await ToldAsync("manager", number));
        });
    }

    private async Task UnderAsync(IReadOnlyList<EscalationStep> steps, Func<Task> what)
    {
        var policy = await PolicyAsync(steps);
        try
        {
            await what();
        }
        finally
        {
            await desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<Policy>().Where(p => p.Id == policy).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsActive, false)));
            await ForgetAsync();
        }
    }

    /// <summary>After all that others have left to be told.</summary>
    private async Task<long> AcceptedAsync(DateTimeOffset at)
    {
        await SweepAsync(at);
        var number = (await desk.OpenAsync(desk.User)).GetProperty("number").GetInt64();
        await DoAsync(desk.Agent, number, "accept");
        return number;
    }

    private Task SweepAsync(DateTimeOffset at)
    {
        desk.Clock.Now = at;
        return desk.RunRecurringAsync(SweepClocks.Name);
    }

    private Task<Clock> ResolutionAsync(long number) => desk.RunAsync(async s =>
    {
        var db = s.GetRequiredService<FengtaiDb>();
        var ticket = await db.Set<Ticket>().Where(t => t.Number == number).Select(t => t.Id).SingleAsync();
        return await db.Set<Clock>().AsNoTracking().SingleAsync(c => c.TicketId == ticket && c.Kind == ClockKind.Resolution);
    });

    private async Task<string?> StateAsync(long number) =>
        (await desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Database.SqlQuery<string>($"select c.state as \"Value\" from service_levels.clocks c join tickets.tickets t on t.id = c.ticket_id where t.number = {number} and c.kind = 'firstResponse'").ToListAsync()))[0];

    private Task<List<string>> ToldAsync(string login, long number)
    {
        var href = $"/desk/tickets/{number}";
        return desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Database.SqlQuery<string>($"select text_key as \"Value\" from notifications.notices n join identity.people p on p.id = n.person_id where p.login = {login} and n.href = {href} and n.text_key like 'levels.%' order by n.id").ToListAsync());
    }

    /// <summary>One that comes before all others.</summary>
    private async Task<Guid> PolicyAsync(IReadOnlyList<EscalationStep> steps)
    {
        var policy = new Policy
        {
            Position = 0,
            Name = "试验",
            NameEn = "Trial",
            Conditions = PolicyConditions.Of(Priority.Normal),
            CalendarId = Fengtai.Calendars.CalendarIds.AlwaysOpen,
            Targets = [new(ClockKind.FirstResponse, 60, TargetUnit.Minutes)],
            Steps = steps,
        };
        await desk.RunAsync(async work =>
        {
            work.Db.Add(policy);
            work.Record(PolicyEvent.Of(policy.Id), new PolicyAdded(policy.Name, policy.NameEn), Fengtai.Platform.Access.Actor.System);
            await work.SaveAsync(TestContext.Current.CancellationToken);
        });
        return policy.Id;
    }

    private Task ForgetAsync() => desk.RunAsync(async work =>
    {
        work.Record(PolicyEvent.Of(Guid.CreateVersion7()), new PolicyAdded("", ""), Fengtai.Platform.Access.Actor.System);
        await work.SaveAsync(TestContext.Current.CancellationToken);
    });
}
