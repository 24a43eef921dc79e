using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.ServiceLevels;

/// <summary>The card on the desk's page of a ticket.</summary>
public sealed class ClocksCardTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    [Fact]
    public async Task Card_SaysHowEachClockStandsAndWhy()
    {
        var start = new DateTimeOffset(2026, 6, 9, 1, 0, 0, TimeSpan.Zero);
        desk.Clock.Now = start;
        var number = (await desk.OpenAsync(desk.User)).GetProperty("number").GetInt64();
        await DoAsync(desk.Agent, number, "accept");
        desk.Clock.Now = start.AddMinutes(50);
        await DoAsync(desk.Agent, number, "wait", new { reason = "parts", until = start.AddDays(2), note = "等硒鼓" });
        desk.Clock.Now = start.AddMinutes(75);
        var page = await desk.Agent.OpenAsync($"/desk/tickets/{number}");
        var card = page.Document.QuerySelector(".clocks")!;
        Assert.Equal(["响应", "处理计划", "解决"], card.QuerySelectorAll("summary strong").Select(s => s.TextContent.Trim()));
        Assert.Equal(["超时 15 分", "等备件", "等备件"], card.QuerySelectorAll("summary .pill").Select(p => p.TextContent.Trim()));
        Assert.Contains("共计入 1 小时 15 分", card.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(card.QuerySelectorAll("svg rect.over"));
        Assert.NotEmpty(card.QuerySelectorAll("svg rect.paused"));
    }
}
