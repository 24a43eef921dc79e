using Xunit;
using static Fengtai.Tests.Tickets.Desk.TicketDesk;

namespace Fengtai.Tests.Tickets.Desk;

public sealed class WorkOrderTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    [Fact]
    public async Task OfATicket_IsFilledFromIt_AndTicksItsModule()
    {
        var number = await desk.OpenAsync(category: "hardware.printer");
        var sheet = (await desk.Agent.OpenAsync($"{Address(number)}/work-order")).One(".sheet");
        foreach (var said in new[] { "财务部", "李华", "分机 1024", "lihua", "3 楼 305", "2026-03-02 09:00", "一直卡纸", "打印机卡纸", number.ToString(System.Globalization.CultureInfo.InvariantCulture) })
        {
            Assert.Contains(said, sheet.TextContent, StringComparison.Ordinal);
        }
        Assert.Equal(["打印机"], sheet.QuerySelectorAll(".box.ticked").Select(b => b.TextContent));
    }

    [Fact]
    public async Task Visits_AreOnIt_AndBeginOnTheTicketsPage()
    {
        var number = await desk.InProgressAsync();
        var page = await DoAsync(desk.Engineer, number, "arrive", ("at", ""));
        Assert.Contains("起在现场", page.One(".ticket-head").TextContent, StringComparison.Ordinal);
        Assert.Equal(["2026-03-02 09:00", ""], await VisitsAsync(number));
        await DoAsync(desk.Engineer, number, "leave", ("at", ""));
        await DoAsync(desk.Engineer, number, "arrive", ("at", ""));
        Assert.Equal(["2026-03-02 09:00", "2026-03-02 09:00", "2026-03-02 09:00", ""], await VisitsAsync(number));
        Assert.Contains("到达现场", (await desk.User.OpenAsync($"/requests/{number}")).One(".timeline").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Escalation_SaysToWhomAndWhy_AndKeepsWhatWasTyped()
    {
        var number = await desk.InProgressAsync();
        var refused = await DoAsync(desk.Engineer, number, "escalate", ("to", "manager"), ("reason", "影响多个部门"), ("analysis", " "));
        Assert.Equal("影响多个部门", refused.One("textarea[name=reason]").TextContent);
        // no team above the second line
        Assert.Empty(refused.All("input[name=to][value=nextLine]"));
        var page = await desk.Engineer.SubmitAsync(refused, "form[action$='/escalate']", ("analysis", "需要停机窗口"));
        Assert.Contains("升级：主管与负责人", page.One(".timeline").TextContent, StringComparison.Ordinal);
        Assert.Contains("需要停机窗口", page.One(".timeline").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("需要停机窗口", (await desk.User.OpenAsync($"/requests/{number}")).Text, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> VisitsAsync(long number)
    {
        var row = (await desk.Agent.OpenAsync($"{Address(number)}/work-order")).One(".sheet").QuerySelectorAll("tr").Single(r => r.QuerySelectorAll("th").Any(h => h.TextContent == "离开时间"));
        return [.. row.QuerySelectorAll("td")[0].Children.Zip(row.QuerySelectorAll("td")[1].Children).SelectMany(v => new[] { v.First.TextContent.Trim(), v.Second.TextContent.Trim() })];
    }

    [Fact]
    public async Task Empty_IsForThePen()
    {
        var sheet = (await desk.Engineer.OpenAsync("/desk/work-order")).One(".sheet");
        Assert.Empty(sheet.QuerySelectorAll(".box.ticked"));
        Assert.Equal(13, sheet.QuerySelectorAll(".box").Length);
        Assert.Contains("IT-F-01", sheet.TextContent, StringComparison.Ordinal);
    }
}
