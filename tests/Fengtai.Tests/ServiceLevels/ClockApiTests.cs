using System.Globalization;
using System.Text.Json;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.ServiceLevels;

/// <summary>Clocks as programs see them: they follow the acts at the desk in the same transaction.</summary>
public sealed class ClockApiTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    /// <summary>Tuesday 9 June 2026, 09:00 in Beijing.</summary>
    private static readonly DateTimeOffset Tuesday = new(2026, 6, 9, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Life_IsToldByItsClocks()
    {
        var number = await OpenAsync(Tuesday);
        Assert.Equal("firstResponse running → 06-09 10:00; plan running → 06-10 17:30; resolution running → 06-12 17:30", await SayAsync(number));
        await DoAsync(desk.Agent, number, "accept");
        At(Tuesday.AddMinutes(20));
        await DoAsync(desk.Agent, number, "notes", new { text = "马上来看", visibility = "public" });
        Assert.Equal("firstResponse met → 06-09 10:00; plan running → 06-10 17:30; resolution running → 06-12 17:30; nextUpdate running → 06-10 09:20", await SayAsync(number));
        At(Tuesday.AddMinutes(30));
        await DoAsync(desk.Agent, number, "classify", new { impact = "high", urgency = "high", priority = "urgent", reason = "全楼都打不了" });
        Assert.Contains("resolution running → 06-09 10:30", await SayAsync(number), StringComparison.Ordinal);
        await DoAsync(desk.Agent, number, "wait", new { reason = "parts", until = Tuesday.AddDays(1), note = "等硒鼓" });
        At(Tuesday.AddMinutes(90));
        await DoAsync(desk.Agent, number, "resume");
        Assert.Contains("resolution running → 06-09 11:30", await SayAsync(number), StringComparison.Ordinal);
        At(Tuesday.AddMinutes(100));
        await DoAsync(desk.Agent, number, "resolve", new { solution = "换了硒鼓", cause = "硒鼓坏了", tested = "打印测试页" });
        Assert.Contains("resolution met → 06-09 11:30", await SayAsync(number), StringComparison.Ordinal);
        Assert.Contains("confirmation running → 06-11 10:40", await SayAsync(number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Segments_TileTheLifeAndAddUp()
    {
        var number = await OpenAsync(Tuesday.AddHours(8));
        At(Tuesday.AddHours(26));
        var clock = (await ClocksAsync(desk.Agent, number)).First(c => c.GetProperty("kind").GetString() == "firstResponse");
        var segments = clock.GetProperty("segments").EnumerateArray().ToList();
        Assert.Equal("missed", clock.GetProperty("state").GetString());
        Assert.Equal(["+", "outsideHours", "+"], segments.Select(s => s.GetProperty("counted").GetBoolean() ? "+" : s.GetProperty("reason").GetString()));
        Assert.Equal(Tuesday.AddHours(8), segments[0].GetProperty("from").GetDateTimeOffset());
        Assert.Equal(Tuesday.AddHours(26), segments[^1].GetProperty("to").GetDateTimeOffset());
        Assert.All(segments.Zip(segments.Skip(1)), p => Assert.Equal(p.First.GetProperty("to").GetDateTimeOffset(), p.Second.GetProperty("from").GetDateTimeOffset()));
        Assert.Equal(clock.GetProperty("elapsedMinutes").GetDouble(), segments.Where(s => s.GetProperty("counted").GetBoolean()).Sum(s => (s.GetProperty("to").GetDateTimeOffset() - s.GetProperty("from").GetDateTimeOffset()).TotalMinutes));
    }

    [Fact]
    public async Task NextDeadline_StandsOnTheTicket()
    {
        var number = await OpenAsync(Tuesday);
        var due = (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}")).GetProperty("nextDue");
        Assert.Equal(("accept", Tuesday.AddHours(1)), (due.GetProperty("kind").GetString(), due.GetProperty("dueAt").GetDateTimeOffset()));
        await DoAsync(desk.Agent, number, "accept");
        await DoAsync(desk.Agent, number, "plan", new { text = "明天换一台" });
        due = (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}")).GetProperty("nextDue");
        Assert.Equal(("nextUpdate", Tuesday.AddDays(1)), (due.GetProperty("kind").GetString(), due.GetProperty("dueAt").GetDateTimeOffset()));
    }

    [Fact]
    public async Task CallTakenByTelephone_IsAnsweredByBeingTaken()
    {
        At(Tuesday);
        var ticket = await desk.OpenAsync(desk.Agent, new { subject = "电话报修", description = "没有声音", requester = "user", channel = "phone" });
        Assert.Contains("firstResponse met", await SayAsync(ticket.GetProperty("number").GetInt64()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsAmongStaff_TheRequesterDoesNotSee()
    {
        var number = await OpenAsync(Tuesday);
        await DoAsync(desk.Agent, number, "accept");
        await DoAsync(desk.Agent, number, "assign", new { assignee = "engineer" });
        Assert.Contains("take", await SayAsync(number), StringComparison.Ordinal);
        Assert.DoesNotContain("take", await SayAsync(number, desk.User), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await desk.Colleague.GetAsync($"/api/v1/tickets/{number}/clocks")).StatusCode);
    }

    [Fact]
    public async Task TwoAtOnce_LeaveOneLife()
    {
        var number = await OpenAsync(Tuesday);
        await DoAsync(desk.Agent, number, "accept");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => desk.Agent.PostJsonAsync($"/api/v1/tickets/{number}/notes", new { text = $"在看 {i.ToString(CultureInfo.InvariantCulture)}", visibility = "public" })));
        var clocks = await ClocksAsync(desk.Agent, number);
        Assert.Single(clocks, c => c.GetProperty("kind").GetString() == "firstResponse");
        Assert.Single(clocks, c => c.GetProperty("kind").GetString() == "nextUpdate" && c.GetProperty("state").GetString() == "running");
        Assert.Equal(clocks.Count, clocks.Select(c => (c.GetProperty("kind").GetString(), c.GetProperty("round").GetInt32())).Distinct().Count());
    }

    private void At(DateTimeOffset at) => desk.Clock.Now = at.ToUniversalTime();

    private async Task<long> OpenAsync(DateTimeOffset at)
    {
        At(at);
        return (await desk.OpenAsync(desk.User)).GetProperty("number").GetInt64();
    }

    private static async Task<IReadOnlyList<JsonElement>> ClocksAsync(Browser by, long number) => [.. (await GetAsync(by, $"/api/v1/tickets/{number}/clocks")).EnumerateArray()];

    private async Task<string> SayAsync(long number, Browser? by = null) => string.Join("; ", (await ClocksAsync(by ?? desk.Agent, number)).Select(c =>
        $"{c.GetProperty("kind").GetString()} {c.GetProperty("state").GetString()} → {c.GetProperty("dueAt").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8)).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)}"));
}
