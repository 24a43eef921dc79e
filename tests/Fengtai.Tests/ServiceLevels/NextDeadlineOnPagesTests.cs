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
        await SaysAsync(number, "orange", "剩 14 分", "给出处理计划");
        At(75);
        await SaysAsync(number, "red", "超时 15 分", "给出处理计划");
        await DoAsync(desk.Agent, number, "plan", new { text = "下午换一台" });
        await SaysAsync(number, "grey", "剩 4 小时 15 分", "解决");
        await DoAsync(desk.Agent, number, "promise", new { text = "先借您一台", by = Monday.AddHours(2) });
        At(115);
        await SaysAsync(number, "orange", "剩 5 分", "兑现承诺");
        await DoAsync(desk.Agent, number, "notes", new { text = "借给您了", visibility = "public" });
        await DoAsync(desk.Agent, number, "wait", new { reason = "parts", until = Monday.AddDays(1), note = "等硒鼓" });
        At(125);
        await SaysAsync(number, "grey", "到 03-03 09:00", "等备件");
    }

    private async Task SaysAsync(long number, string shade, string time, string what)
    {
        var row = (await desk.Agent.OpenAsync($"/desk?view=all&status=open")).One("tr[data-row] .due");
        Assert.Equal((shade, time + what), (row.QuerySelector(".pill")!.ClassList.First(c => c != "pill"), row.TextContent.Trim()));
        var head = (await desk.Agent.OpenAsync($"/desk/tickets/{number}")).One("main .due");
        Assert.Contains(time.Replace("到 ", "", StringComparison.Ordinal), head.TextContent, StringComparison.Ordinal);
        Assert.Contains(what, head.TextContent, StringComparison.Ordinal);
        Assert.Equal(shade, head.ClassList.Contains("missed") ? "red" : head.ClassList.Contains("soon") ? "orange" : "grey");
    }

    private void At(int minutes) => desk.Clock.Now = Monday.AddMinutes(minutes).ToUniversalTime();
}
