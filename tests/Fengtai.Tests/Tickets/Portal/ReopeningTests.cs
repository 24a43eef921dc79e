using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.Tickets.Portal;

public sealed class ReopeningTests(PortalDesk desk) : IClassFixture<PortalDesk>
{
    [Fact]
    public async Task Closed_ReopensWithinSevenDays_LaterOpensALinkedRequest()
    {
        var number = await desk.ClosedAsync();
        var reopened = await desk.ActAsync(number, "reopen", ("reason", "又坏了"));
        Assert.Equal($"/requests/{number}", reopened.Path);
        Assert.Contains("处理中", reopened.One(".page-header .pill").TextContent, StringComparison.Ordinal);

        await DoAsync(desk.Engineer, number, "resolve", new { solution = "换新机器", cause = "老化", tested = "打印正常" });
        await desk.ActAsync(number, "confirm");
        await desk.LaterAsync(TimeSpan.FromDays(8));
        var late = await desk.PageOfAsync(number);
        Assert.Contains("会开一张新的申告", late.Text, StringComparison.Ordinal);
        var after = await desk.ActAsync(number, "reopen", ("reason", "第三次坏了"));
        var link = after.All("aside a").Select(a => a.GetAttribute("href")!).Single(h => h.StartsWith("/requests/", StringComparison.Ordinal));
        Assert.Contains($"#{number}", (await desk.User.OpenAsync(link)).Text, StringComparison.Ordinal);
    }
}
