using System.Globalization;
using System.Net;
using Fengtai.Calendars;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Http;
using Fengtai.ServiceLevels;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.ServiceLevels;

/// <summary>What a changed calendar or policy does to clocks that run. Each test has a policy for a type of its own, by a calendar of its own.</summary>
public sealed class RecomputeClocksTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    /// <summary>Tuesday 9 June 2026, 09:00 in Beijing.</summary>
    private static readonly DateTimeOffset Tuesday = new(2026, 6, 9, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Calendar_MovesOpenDeadlines_AndLeavesWhatHasEnded()
    {
        var (policy, calendar) = await PlantAsync(TicketType.Inquiry);
        var (open, ended) = (await OpenAsync("inquiry"), await OpenAsync("inquiry"));
        await DoAsync(desk.Agent, ended, "accept");
        await DoAsync(desk.Agent, ended, "resolve", new { solution = "已答复", cause = "不会用", tested = "已确认" });
        var frozen = await SayAsync(ended);
        Assert.Equal("firstResponse 06-09 10:00; resolution 06-09 13:00", await SayAsync(open));
        var edited = (await DraftAsync(calendar)) with { Week = WeekHours.EveryDay(OpenHours.Read("10:00", "18:00")!.Value) };

        var moved = await MeasureAsync(calendar, edited);
        Assert.Equal(
            [("levels.clock.firstResponse", 1, 0, 1, TimeSpan.FromHours(1)), ("levels.clock.resolution", 1, 0, 1, TimeSpan.FromHours(1))],
            moved.Where(m => m.TextKey != "levels.clock.confirmation").Select(m => (m.TextKey, m.All, m.Earlier, m.Later, m.MostLater)));
        Assert.Equal("firstResponse 06-09 10:00; resolution 06-09 13:00", await SayAsync(open));

        await desk.RunAsync(async s => (await s.GetRequiredService<EditCalendar>().RunAsync(calendar, edited, Fingerprint.Of(await DraftAsync(calendar)), Actor.System, default)).Value);
        await SeeProgressAsync(calendar);
        await FollowAsync();

        Assert.Equal("firstResponse 06-09 11:00; resolution 06-09 14:00", await SayAsync(open));
        Assert.Equal(frozen, await SayAsync(ended));
        Assert.Equal(Tuesday.AddHours(2), (await GetAsync(desk.Agent, $"/api/v1/tickets/{open}")).GetProperty("nextDue").GetProperty("dueAt").GetDateTimeOffset());
        Assert.DoesNotContain(await MeasureAsync(calendar, edited), m => m.Earlier + m.Later > 0);
        var done = await LastAsync(calendar);
        Assert.Equal((done.Total, 2, true), (done.Done, done.Moved, done.FinishedAt is not null));
        Assert.Equal((done.Done, 2), await desk.RunAsync(async s =>
        {
            var recorded = System.Text.Json.JsonDocument.Parse((await s.GetRequiredService<FengtaiDb>().Set<EventRow>().AsNoTracking().SingleAsync(e => e.SubjectId == done.Id)).Data).RootElement;
            return (recorded.GetProperty("clocks").GetInt32(), recorded.GetProperty("moved").GetInt32());
        }));
    }

    [Fact]
    public async Task AnActMeanwhile_AndTheRecalculation_BothHold()
    {
        var policy = await desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<Policy>().Where(p => p.Name == "一般").Select(p => p.Id).SingleAsync());
        var numbers = new List<long>();
        for (var i = 0; i < 12; i++)
        {
            numbers.Add(await OpenAsync("incident"));
        }
        await EditAsync(policy, d => d with { Targets = [.. d.Targets.Where(t => t.Kind != ClockKind.Resolution), new(ClockKind.Resolution, 360, TargetUnit.Minutes)] });
        var id = (await LastAsync(policy)).Id;
        var acts = numbers.Select(n => DoAsync(desk.Agent, n, "accept")).ToList();
        await desk.RunAsync(async s =>
        {
            await s.GetRequiredService<RecomputeClocks>().RunAsync(new(id), TestContext.Current.CancellationToken);
            return true;
        });
        await Task.WhenAll(acts);
        foreach (var number in numbers)
        {
            Assert.Contains("resolution 06-09 16:30", await SayAsync(number), StringComparison.Ordinal);
            Assert.Equal("accepted", (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}")).GetProperty("status").GetString());
        }
        await FollowAsync();
    }

    [Fact]
    public async Task Policy_PromisesAnew_WithWhatPassedAndWasPaused()
    {
        var (policy, _) = await PlantAsync(TicketType.ServiceRequest);
        var number = await OpenAsync("serviceRequest");
        await DoAsync(desk.Agent, number, "accept");
        await DoAsync(desk.Agent, number, "wait", new { reason = "parts", until = Tuesday.AddDays(1), note = "等硒鼓" });
        At(Tuesday.AddMinutes(30));
        await DoAsync(desk.Agent, number, "resume");
        Assert.Contains("resolution 06-09 13:30", await SayAsync(number), StringComparison.Ordinal);
        var later = await OpenAsync("serviceRequest", Tuesday.AddMinutes(30));

        await EditAsync(policy, d => d with { Targets = [new(ClockKind.Resolution, 360, TargetUnit.Minutes)] });
        await FollowAsync();
        // the response is promised no more and ends
        Assert.Equal("resolution 06-09 15:30", await SayAsync(number));
        Assert.Equal("resolution 06-09 15:30", await SayAsync(later));
        var turns = await desk.RunAsync(async s => (await s.GetRequiredService<FengtaiDb>().Set<Clock>().AsNoTracking().Where(c => c.PolicyId == policy && c.Kind == ClockKind.Resolution).OrderBy(c => c.StartedAt).FirstAsync()).Turns.Count);

        // the same again turns nothing
        await AgainAsync(policy);
        Assert.Equal(turns, await desk.RunAsync(async s => (await s.GetRequiredService<FengtaiDb>().Set<Clock>().AsNoTracking().Where(c => c.PolicyId == policy && c.Kind == ClockKind.Resolution).OrderBy(c => c.StartedAt).FirstAsync()).Turns.Count));
        Assert.Equal("resolution 06-09 15:30", await SayAsync(number));
    }

    [Fact]
    public async Task WhatAnEditMoves_IsSaidBeforeItIsSaved()
    {
        var (policy, _) = await PlantAsync(TicketType.ChangeRequest);
        await OpenAsync("changeRequest");
        var keeper = await desk.BrowseAsync(await desk.AddPersonAsync($"k{Guid.CreateVersion7():N}", Roles.ServiceLevelManager));
        var path = $"/admin/service-levels/{policy}";
        var form = $"form[action='{path}']";

        var asked = await keeper.SubmitAsync(await keeper.OpenAsync(path), form, ("resolution.value", "300"), ("firstResponse.value", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("1 个中有 1 个会变，其中 1 个推后，最多 1 小时", asked.One(".notice[role=alert]").TextContent);
        Assert.Contains("1 个时限不再承诺", asked.Text);
        Assert.Contains("请填写 1 到", (await keeper.SubmitAsync(asked, form, ("plan.value", "0"))).Text);
        // another change than the one that was shown is shown again
        var confirmed = asked.One("[name=confirmed]").GetAttribute("value");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await keeper.SubmitAsync(asked, form, ("resolution.value", "310"), ("confirmed", confirmed))).Status);
        var saved = await keeper.SubmitAsync(asked, form, ("confirmed", confirmed));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        // what moves nothing is not asked
        Assert.Equal(HttpStatusCode.OK, (await keeper.SubmitAsync(saved, form, ("nameEn", "Changes"))).Status);
        await desk.RunAsync(work => work.Db.Set<Recomputation>().Where(r => r.PolicyId == policy).ExecuteUpdateAsync(r => r.SetProperty(x => x.Total, 100_000).SetProperty(x => x.Done, 12_000)));
        Assert.Contains("12000 / 100000", (await keeper.OpenAsync("/admin/service-levels")).Text);
        await FollowAsync();
        Assert.DoesNotContain("正在重新计算", (await keeper.OpenAsync("/admin/service-levels")).Text);
    }

    [Fact]
    public async Task TwoAtOnce_AndInParts_DoEachClockOnce()
    {
        var (policy, _) = await PlantAsync(TicketType.Alert);
        await desk.RunAsync(work =>
        {
            var turn = new Fengtai.ServiceLevels.Rules.Turn(Tuesday, Fengtai.ServiceLevels.Rules.TurnKind.Started, Target: new(240, TargetUnit.Minutes, CalendarIds.AlwaysOpen));
            return PlantClocksAsync(work, policy, turn);
        });
        await EditAsync(policy, d => d with { Targets = [new(ClockKind.Resolution, 360, TargetUnit.Minutes, CalendarIds.AlwaysOpen)] });
        var id = (await LastAsync(policy)).Id;

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => desk.RunAsync(async s =>
        {
            await s.GetRequiredService<RecomputeClocks>().RunAsync(new(id), TestContext.Current.CancellationToken);
            return true;
        })));

        var done = await LastAsync(policy);
        Assert.Equal((550, 550, 550, true), (done.Total, done.Done, done.Moved, done.FinishedAt is not null));
        Assert.All(await desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<Clock>().AsNoTracking().Where(c => c.PolicyId == policy).ToListAsync()), c => Assert.Equal((2, Tuesday.AddHours(6)), (c.Turns.Count, c.DueAt)));
        await FollowAsync();
    }

    /// <summary>Wherever time is edited, and it moves by itself.</summary>
    private async Task SeeProgressAsync(Guid calendar)
    {
        var keeper = await desk.BrowseAsync(await desk.AddPersonAsync($"k{Guid.CreateVersion7():N}", Roles.Administrator));
        foreach (var path in new[] { "/admin/calendars", $"/admin/calendars/{calendar}", $"/admin/calendars/{calendar}/days", "/admin/service-levels" })
        {
            var page = await keeper.OpenAsync(path);
            Assert.Contains("正在重新计算", page.One("[data-controller=again]").TextContent, StringComparison.Ordinal);
        }
    }

    /// <summary>More than go into one part.</summary>
    private static async Task PlantClocksAsync(Work work, Guid policy, Fengtai.ServiceLevels.Rules.Turn turn)
    {
        var person = await work.Db.Set<Person>().OrderBy(p => p.Id).Select(p => p.Id).FirstAsync();
        for (var i = 0; i < 550; i++)
        {
            var ticket = new Ticket { Number = 900_000 + i, RequesterId = person, Subject = "告警", Description = "", Type = TicketType.Alert, OpenedAt = Tuesday };
            PlainDeadline.Restore(ticket);
            work.Db.Add(ticket);
            work.Db.Add(new Clock { TicketId = ticket.Id, Kind = ClockKind.Resolution, Round = 1, PolicyId = policy, Turns = [turn], State = ClockState.Running, StartedAt = Tuesday, DueAt = Tuesday.AddHours(4) });
        }
        await work.SaveAsync(TestContext.Current.CancellationToken);
    }

    private async Task<(Guid Policy, Guid Calendar)> PlantAsync(TicketType type)
    {
        At(Tuesday.AddDays(-1));
        var calendar = await desk.RunAsync(async s => (await s.GetRequiredService<AddCalendar>().RunAsync(new($"为 {type}", "", "Asia/Shanghai", WeekHours.EveryDay(OpenHours.Read("09:00", "18:00")!.Value), [], []), Actor.System, default)).Value);
        var policy = await desk.RunAsync(async s => (await s.GetRequiredService<AddPolicy>().RunAsync(
            new($"为 {type}", "", PolicyConditions.None with { Types = [type] }, calendar, [new(ClockKind.FirstResponse, 60, TargetUnit.Minutes), new(ClockKind.Resolution, 240, TargetUnit.Minutes)], [WaitReason.Parts], []), null, Actor.System, default)).Value);
        At(Tuesday);
        return (policy, calendar);
    }

    private async Task EditAsync(Guid id, Func<PolicyDraft, PolicyDraft> change) => await desk.RunAsync(async s =>
    {
        var draft = PolicyDraft.Of(await s.GetRequiredService<FengtaiDb>().Set<Policy>().AsNoTracking().SingleAsync(p => p.Id == id));
        return (await s.GetRequiredService<EditPolicy>().RunAsync(id, change(draft), Fingerprint.Of(draft), Actor.System, default)).Value;
    });

    private Task AgainAsync(Guid policy) => desk.RunAsync(async work =>
    {
        RecomputeClocks.Begin(work, policy: policy);
        await work.SaveAsync(TestContext.Current.CancellationToken);
    }).ContinueWith(_ => FollowAsync(), TaskScheduler.Default).Unwrap();

    private Task<Recomputation> LastAsync(Guid of) => desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<Recomputation>().AsNoTracking().Where(r => r.PolicyId == of || r.CalendarId == of).OrderByDescending(r => r.Id).FirstAsync());

    private Task<CalendarDraft> DraftAsync(Guid calendar) => desk.RunAsync(async s => CalendarDraft.Of(await s.GetRequiredService<FengtaiDb>().Set<StoredCalendar>().AsNoTracking().SingleAsync(c => c.Id == calendar)));

    private Task<IReadOnlyList<CalendarImpact>> MeasureAsync(Guid calendar, CalendarDraft edited) => desk.RunAsync(async s =>
    {
        var book = s.GetRequiredService<CalendarBook>();
        var changed = await book.CompileAsync(edited.Definition((await book.FindAsync(calendar, default))!.Time.Definition), null, default);
        return await s.GetServices<ICalendarImpact>().Single().MeasureAsync(calendar, changed.Value, default);
    });

    /// <summary>The jobs that wait for other nodes to have heard of the change.</summary>
    private Task FollowAsync()
    {
        desk.Clock.Now += TimeSpan.FromSeconds(3);
        return desk.RunJobsAsync();
    }

    private void At(DateTimeOffset at) => desk.Clock.Now = at;

    private async Task<long> OpenAsync(string type, DateTimeOffset? at = null)
    {
        At(at ?? Tuesday);
        return Number(await desk.OpenAsync(desk.User, new { subject = "请看一下", description = "有件事", type }));
    }

    /// <summary>Response and solution that are not cancelled.</summary>
    private async Task<string> SayAsync(long number) => string.Join("; ", (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}/clocks")).EnumerateArray()
        .Where(c => c.GetProperty("kind").GetString() is "firstResponse" or "resolution" && c.GetProperty("state").GetString() != "cancelled")
        .Select(c => $"{c.GetProperty("kind").GetString()} {c.GetProperty("dueAt").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8)).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)}"));
}
