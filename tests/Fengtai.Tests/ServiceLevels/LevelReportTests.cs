using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Identity.Admin;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.ServiceLevels;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;
using Turn = Fengtai.ServiceLevels.Rules.Turn;

namespace Fengtai.Tests.ServiceLevels;

/// <summary>What a month's figures count. Each test has months of its own.</summary>
public sealed class LevelReportTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    private static long _number = 700_000;

    [Fact]
    public async Task Clock_CountsInTheMonthInWhichItWasDecided()
    {
        // answered in time; due on the next working day, in July, and answered then, too late
        At("2026-06-29 09:00");
        var (prompt, late, cancelled) = (await OpenAsync(), await OpenAsync("2026-06-30 17:00"), await OpenAsync("2026-06-30 17:10"));
        At("2026-06-29 09:20");
        await SayAsync(prompt);
        At("2026-06-30 17:15");
        await DoAsync(desk.User, cancelled, "cancel", new { reason = "好了" });
        Assert.Equal("2026-06: 1/0 100% 20", await ReportAsync("firstResponse", "2026-06", "2026-07"));
        At("2026-07-01 09:31");
        await desk.RunRecurringAsync(SweepClocks.Name);
        Assert.Equal("2026-06: 1/0 100% 20; 2026-07: 0/1 (1) 0%", await ReportAsync("firstResponse", "2026-06", "2026-07"));
        At("2026-07-01 10:00");
        await SayAsync(late);
        Assert.Equal("2026-06: 1/0 100% 20; 2026-07: 0/1 0% 120", await ReportAsync("firstResponse", "2026-06", "2026-07"));
    }

    [Fact]
    public async Task WhatIsNotSolved_CountsAgainWhenItIs()
    {
        At("2026-03-30 09:00");
        var number = await OpenAsync();
        await DoAsync(desk.Agent, number, "accept");
        await DoAsync(desk.Agent, number, "classify", new { impact = "low", urgency = "low" });
        At("2026-03-31 09:00");
        await DoAsync(desk.Agent, number, "resolve", new { solution = "好了", cause = "卡纸", tested = "打印了" });
        Assert.Equal("2026-03: 1/0 100% 450", await ReportAsync("resolution", "2026-03", "2026-04"));
        At("2026-03-31 10:00");
        await DoAsync(desk.User, number, "notSolved", new { reason = "还是卡" });
        Assert.Equal("", await ReportAsync("resolution", "2026-03", "2026-04"));
        At("2026-04-01 09:30");
        await DoAsync(desk.Agent, number, "resolve", new { solution = "这回好了", cause = "卡纸", tested = "打印了" });
        Assert.StartsWith("2026-03: 0/0; 2026-04: 1/0 100%", await ReportAsync("resolution", "2026-03", "2026-04"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PriorityAndTeam_AreThoseOfTheTicketWhileItRan()
    {
        At("2026-01-06 09:00");
        var number = await OpenAsync();
        await DoAsync(desk.Agent, number, "accept");
        At("2026-01-06 09:10");
        await SayAsync(number);
        At("2026-01-06 09:20");
        await DoAsync(desk.Agent, number, "classify", new { impact = "high", urgency = "medium", priority = "high", reason = "全层" });
        await DoAsync(desk.Agent, number, "assign", new { team = "printing", assignee = "engineer" });
        At("2026-01-06 09:25");
        await DoAsync(desk.Engineer, number, "take");
        await DoAsync(desk.Engineer, number, "passOn", new { team = "network", reason = "是网络" });
        At("2026-01-06 09:30");
        await DoAsync(desk.OtherTeam, number, "claim");
        await DoAsync(desk.OtherTeam, number, "resolve", new { solution = "换了网线", cause = "网线断了", tested = "通了" });
        await DoAsync(desk.Agent, number, "classify", new { impact = "low", urgency = "low", priority = "low", reason = "事后看" });

        var items = (await GetAsync(await LeadAsync(), "/api/v1/service-levels/report?from=2026-01&to=2026-01")).GetProperty("items").EnumerateArray();
        Assert.Equal(
            ["firstResponse normal none", "nextUpdate high network", "plan high network", "resolution high network", "take high network", "take high printing"],
            items.Where(i => i.GetProperty("team").ValueKind == JsonValueKind.String).Select(i => $"{i.GetProperty("kind")} {i.GetProperty("priority")} {i.GetProperty("team")}").Order(StringComparer.Ordinal).Except(["confirmation low network", "confirmation high network"]));
    }

    [Fact]
    public async Task Months_AreThoseOfTheReader()
    {
        var midnight = Utc("2025-08-31 16:00");
        await PlantAsync(ClockState.Met, midnight.AddTicks(-10), minutes: 10);
        await PlantAsync(ClockState.Met, midnight, minutes: 30);
        await PlantAsync(ClockState.Missed, midnight, minutes: 50);
        await PlantAsync(ClockState.Missed, midnight.AddDays(1), minutes: null);
        await PlantAsync(ClockState.Cancelled, midnight.AddDays(1), minutes: 5);
        At("2025-10-09 09:00");
        var berlin = await desk.ProgramAsync(await desk.AddPersonAsync(new PersonForm { Login = $"b{Guid.CreateVersion7():N}", Name = "Berlin", TimeZone = "Europe/Berlin" }, Roles.ServiceLevelManager));

        Assert.Equal("2025-08: 1/0 100% 10; 2025-09: 1/2 (1) 33.3% 40", await ReportAsync("resolution", "2025-08", "2025-09"));
        Assert.Equal("2025-08: 2/1 66.6% 30; 2025-09: 0/1 (1) 0%", await ReportAsync("resolution", "2025-08", "2025-09", berlin));
        var all = (await GetAsync(berlin, "/api/v1/service-levels/report?from=2025-08&to=2025-09&kind=resolution&by=priority")).GetProperty("items")[0];
        Assert.Equal((2, 2, 1, 50m, 30.0, 46.0), (all.GetProperty("all").GetProperty("met").GetInt32(), all.GetProperty("all").GetProperty("missed").GetInt32(), all.GetProperty("all").GetProperty("open").GetInt32(),
            all.GetProperty("all").GetProperty("share").GetDecimal(), all.GetProperty("all").GetProperty("medianMinutes").GetDouble(), all.GetProperty("all").GetProperty("p90Minutes").GetDouble()));
    }

    [Fact]
    public async Task Figures_AreOfTicketsThatTheReaderMaySee()
    {
        var own = await desk.AddPersonAsync($"o{Guid.CreateVersion7():N}");
        await PlantAsync(ClockState.Met, Utc("2025-05-05 10:00"), minutes: 10, requester: own.Id);
        await PlantAsync(ClockState.Met, Utc("2025-05-06 10:00"), minutes: 10);
        var reader = new Actor { Id = own.Id, Permissions = new[] { TicketPermissions.File, ServiceLevelPermissions.Report }.ToFrozenSet() };
        var filter = new DecidedFilter(ReportMonths.Read("2025-05", "2025-05", new(2025, 6, 1)).Value, reader.Zone, null, null, null, ByPriority: false, ByTeam: false);

        Assert.Equal(1, (await desk.RunAsync(s => s.GetRequiredService<LevelReports>().AskAsync(filter, reader, default))).Kinds[0].Groups[0].All.Met);
        Assert.Equal(own.Id, Assert.Single((await desk.RunAsync(s => s.GetRequiredService<DecidedClocks>().PageAsync(filter, null, null, reader, default))).Value.Clocks).Ticket.RequesterId);
        Assert.Equal(2, (await desk.RunAsync(s => s.GetRequiredService<LevelReports>().AskAsync(filter, Actor.System, default))).Kinds[0].Groups[0].All.Met);
    }

    [Theory]
    [InlineData("from=2026-13", "unknownValue")]
    [InlineData("from=2020-01&to=2026-01", "reportIsTooLong")]
    [InlineData("kind=speed", "unknownValue")]
    [InlineData("priority=0", "unknownValue")]
    [InlineData("team=nobody", "unknownValue")]
    [InlineData("by=weather", "unknownValue")]
    public async Task WhatIsNotUnderstood_IsRefused(string query, string code)
    {
        var answer = await (await LeadAsync()).GetAsync($"/api/v1/service-levels/report?{query}");
        Assert.Equal((422, code), await CodeAsync(answer));
    }

    [Fact]
    public async Task WhoWorksOnTickets_DoesNotReadTheReport()
    {
        foreach (var browser in new[] { desk.User, desk.Agent, desk.Engineer })
        {
            Assert.Equal(403, (await CodeAsync(await browser.GetAsync("/api/v1/service-levels/report"))).Status);
        }
        Assert.Equal(200, (int)(await desk.Auditor.GetAsync("/api/v1/service-levels/report")).StatusCode);
    }

    private static DateTimeOffset Utc(string at) => DateTimeOffset.ParseExact(at, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private void At(string beijing) => desk.Clock.Now = Utc(beijing).AddHours(-8);

    private async Task<Browser> LeadAsync() => await desk.ProgramAsync(await desk.AddPersonAsync($"l{Guid.CreateVersion7():N}", Roles.Lead));

    private async Task<long> OpenAsync(string? beijing = null)
    {
        var before = desk.Clock.Now;
        if (beijing is not null)
        {
            At(beijing);
        }
        var number = Number(await desk.OpenAsync(desk.User));
        desk.Clock.Now = before;
        return number;
    }

    private Task SayAsync(long number) => DoAsync(desk.Agent, number, "notes", new { text = "马上来看", visibility = "public" });

    /// <summary>Month by month: met/missed (of them still open), share and median.</summary>
    private async Task<string> ReportAsync(string kind, string from, string to, Browser? by = null)
    {
        var items = (await GetAsync(by ?? await LeadAsync(), $"/api/v1/service-levels/report?from={from}&to={to}&kind={kind}&by=")).GetProperty("items").EnumerateArray().ToList();
        return items.Count == 0 ? "" : string.Join("; ", items[0].GetProperty("months").EnumerateArray().Select(Said));

        static string Said(JsonElement m) => string.Create(CultureInfo.InvariantCulture, $"{m.GetProperty("month")}: {m.GetProperty("met")}/{m.GetProperty("missed")}{(m.GetProperty("open").GetInt32() > 0 ? $" ({m.GetProperty("open")})" : "")} {(m.GetProperty("share").ValueKind == JsonValueKind.Null ? "" : $"{m.GetProperty("share").GetDecimal():0.#}%")} {(m.GetProperty("medianMinutes").ValueKind == JsonValueKind.Null ? "" : m.GetProperty("medianMinutes"))}").TrimEnd();
    }

    private Task PlantAsync(ClockState state, DateTimeOffset at, int? minutes, Guid? requester = null) => desk.RunAsync(async work =>
    {
        var person = requester ?? await work.Db.Set<Person>().Where(p => p.Login == "colleague").Select(p => p.Id).SingleAsync();
        var ticket = new Ticket { Number = Interlocked.Increment(ref _number), RequesterId = person, Subject = "告警", Description = "", OpenedAt = at };
        PlainDeadline.Restore(ticket);
        work.Db.Add(ticket);
        work.Db.Add(new Clock
        {
            TicketId = ticket.Id, Kind = ClockKind.Resolution, Round = 1, PolicyId = (await work.Db.Set<Policy>().OrderBy(p => p.Position).FirstAsync()).Id,
            Turns = [new Turn(at.AddHours(-1), TurnKind.Started, Target: new(60, TargetUnit.Minutes, CalendarIds.AlwaysOpen))],
            State = state, StartedAt = at.AddHours(-1), DueAt = state == ClockState.Met ? at.AddHours(1) : at, StoppedAt = minutes is null ? null : state == ClockState.Missed ? at.AddDays(40) : at,
            ElapsedSeconds = minutes * 60.0, TakenSeconds = minutes * 60.0, Ledger = minutes is null ? null : [],
        });
        await work.SaveAsync(TestContext.Current.CancellationToken);
    });
}
