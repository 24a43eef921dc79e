using Fengtai.Tests.Tickets.Portal;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.ServiceLevels;

/// <summary>The row of the queue and the head of the ticket say what comes next and how long there is for it, in the shade that this deserves.</summary>
public sealed class NextDeadlineOnPagesTests(PortalDesk desk) : IClassFixture<PortalDesk>
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task RowAndHead_SayTheNextDeadline_WhateverItIs()
    {
        At(0);
        var number = await desk.ReportAsync();
        await DoAsync(desk.Agent, number, "accept");
        await DoAsync(desk.Agent, number, "classify", new { impact = "high", urgency = "high", priority = "high", reason = "整层都打不了" });
        await DoAsync(desk.Agent, number, "notes", new { text = "马上来看", visibility = "public" });
        At(44);
        await SaysAsync(number, "grey", "剩 16 分", "给出处理计划");
        At(46);
        await SaysAsync(number, "orange", "仅剩 14 分", "给出处理计划");
        await IsListedAsync(number, "running", "soon=yes&-due=missed", "due=missed");
        At(75);
        await SaysAsync(number, "red", "超时 15 分", "给出处理计划");
        await IsListedAsync(number, "missed", "due=missed", "soon=yes&-due=missed");
        Assert.Contains("已经超过承诺的时间", await ListedAsync(number), StringComparison.Ordinal);
        await DoAsync(desk.Agent, number, "plan", new { text = "下午换一台" });
        await SaysAsync(number, "grey", "剩 4 小时 15 分", "解决");
        await DoAsync(desk.Agent, number, "promise", new { text = "先借您一台", by = Monday.AddHours(2) });
        At(115);
        await SaysAsync(number, "orange", "仅剩 5 分", "兑现承诺");
        Assert.Contains("答应您的事 11:00 前办到", await ListedAsync(number), StringComparison.Ordinal);
        await DoAsync(desk.Agent, number, "notes", new { text = "借给您了", visibility = "public" });
        await DoAsync(desk.Agent, number, "wait", new { reason = "parts", until = Monday.AddDays(1), note = "等硒鼓" });
        At(125);
        await SaysAsync(number, "grey", "到 03-03 09:00", "等备件");
        await IsListedAsync(number, "paused", "status=waiting", "due=none");
    }

    [Fact]
    public async Task OnAnotherDay_TheMomentIsSaid_AndTheCardCountsWorkingTime()
    {
        // half past four: an hour of this day and two of the next
        At(7 * 60 + 30);
        var number = await desk.ReportAsync();
        await DoAsync(desk.Agent, number, "accept");
        await DoAsync(desk.Agent, number, "classify", new { impact = "high", urgency = "high", priority = "high", reason = "整层都打不了" });
        await DoAsync(desk.Agent, number, "plan", new { text = "明天换一台" });
        await SaysAsync(number, "grey", "03-03 11:30 前", "解决");
        Assert.Contains("剩 4 小时工作时间", (await desk.Agent.OpenAsync($"/desk/tickets/{number}")).One(".clocks").TextContent, StringComparison.Ordinal);
        Assert.Contains("我们承诺 03-03 11:30 前解决", await ListedAsync(number), StringComparison.Ordinal);
        At(24 * 60 + 100);
        await SaysAsync(number, "orange", "仅剩 50 分", "解决");
        Assert.Contains("仅剩 50 分", (await desk.Agent.OpenAsync($"/desk/tickets/{number}")).One(".clocks").TextContent, StringComparison.Ordinal);
    }

    private async Task SaysAsync(long number, string shade, string time, string what)
    {
        var row = (await desk.Agent.OpenAsync($"/desk?view=all&status=open")).One($"#ticket-{number} .due");
        Assert.Equal((shade, time + what), (row.QuerySelector(".pill")!.ClassList.First(c => c != "pill"), row.TextContent.Trim()));
        var head = (await desk.Agent.OpenAsync($"/desk/tickets/{number}")).One("main .due");
        Assert.Contains(time.Replace("到 ", "", StringComparison.Ordinal), head.TextContent, StringComparison.Ordinal);
        Assert.Contains(what, head.TextContent, StringComparison.Ordinal);
        Assert.Equal(shade, head.ClassList.Contains("missed") ? "red" : head.ClassList.Contains("soon") ? "orange" : "grey");
    }

    /// <summary>The state that programs are told, a filter that finds the ticket, and one that does not.</summary>
    private async Task IsListedAsync(long number, string state, string by, string notBy)
    {
        var found = (await GetAsync(desk.Agent, $"/api/v1/tickets?{by}&sort=nextDue")).GetProperty("items").EnumerateArray().Single(t => Number(t) == number);
        Assert.Equal(state, found.GetProperty("nextDue").GetProperty("state").GetString());
        Assert.DoesNotContain((await GetAsync(desk.Agent, $"/api/v1/tickets?{notBy}")).GetProperty("items").EnumerateArray(), t => Number(t) == number);
    }

    /// <summary>What stands on the user's list.</summary>
    private async Task<string> ListedAsync(long number) => (await desk.User.OpenAsync("/requests")).One($".request[href$='/{number}']").TextContent;

    private void At(int minutes) => desk.Clock.Now = Monday.AddMinutes(minutes).ToUniversalTime();
}
