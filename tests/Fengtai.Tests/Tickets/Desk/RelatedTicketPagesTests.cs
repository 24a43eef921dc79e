using System.Net;
using Fengtai.Tests.Support;
using Xunit;
using static Fengtai.Tests.Tickets.Desk.TicketDesk;

namespace Fengtai.Tests.Tickets.Desk;

public sealed class RelatedTicketPagesTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    [Fact]
    public async Task Merge_IsAForm_AndIsUndoneByAButton()
    {
        // not like what other tests of the class open
        var (one, other) = (await desk.OpenAsync("投影仪没有画面"), await desk.OpenAsync("投影仪又没有画面了"));
        var form = await desk.Agent.OpenAsync($"{Address(one)}/merge");
        // what sounds alike is offered
        Assert.Contains(form.All("input[type=radio][name=into]"), r => r.GetAttribute("value") == $"{other}");
        var merged = await desk.Agent.SubmitAsync(form, "form[action$='/merge']", ("into", $"#{other}"));
        Assert.Contains($"已合并到 {other}", merged.Text, StringComparison.Ordinal);
        Assert.Contains("已合并", merged.One(".ticket-head").TextContent, StringComparison.Ordinal);
        Assert.Contains("已合并", (await desk.Agent.OpenAsync(Address(other))).One("aside .recent").TextContent, StringComparison.Ordinal);
        var refused = await desk.Agent.SubmitAsync(await desk.Agent.OpenAsync($"{Address(other)}/merge"), "form[action$='/merge']", ("into", $"{other}"));
        Assert.Equal((HttpStatusCode)422, refused.Status);
        Assert.Contains("不能把工单合并到它自己", refused.Text, StringComparison.Ordinal);

        var alone = await desk.Agent.SubmitAsync(merged, "form[action$='/unmerge']");
        Assert.Contains("待受理", alone.One(".ticket-head").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("已合并到", alone.One("main").QuerySelector(".notice")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Contains("撤销了与", alone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_StandBesideTheTicket_WithTheirState()
    {
        var (one, other) = (await desk.OpenAsync(), await desk.InProgressAsync());
        await DoAsync(desk.Agent, one, "link", ("kind", "blockedBy"), ("to", $"{other}"));
        var card = (await desk.Agent.OpenAsync(Address(one))).One("aside .recent:has(form)");
        Assert.Contains($"{other}", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("处理中", card.TextContent, StringComparison.Ordinal);
        var without = await desk.Agent.SubmitAsync(await desk.Agent.OpenAsync(Address(one)), "form[action$='/unlink']");
        Assert.Null(without.Document.QuerySelector("form[action$='/unlink']"));
        // an engineer is told of no ticket that is not theirs to see
        var found = await desk.Engineer.GetAsync($"/desk/tickets/find?q={one}");
        Assert.DoesNotContain($"{one}", await found.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains($"{other}", (await desk.Engineer.OpenAsync($"/desk/tickets/find?q={other}")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Split_OffersTheConversation()
    {
        var number = await desk.OpenAsync();
        await desk.UsersProgram.PostJsonAsync($"/api/v1/tickets/{number}/notes", new { text = "显示器也坏了" });
        var form = await desk.Agent.OpenAsync($"{Address(number)}/split");
        var message = Assert.Single(form.All("input[name=notes]")).GetAttribute("value");
        var page = await desk.Agent.SubmitAsync(form, "form[action$='/split']", ("subject", "显示器"), ("notes", message));
        Assert.Contains("拆分出", page.Text, StringComparison.Ordinal);
        var part = page.One("aside .recent:has(form) a").GetAttribute("href")!;
        Assert.Contains("显示器也坏了", (await desk.Agent.OpenAsync(part)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MajorIncident_IsOnEveryPage_AndTakesInWhatFits()
    {
        var (number, child, alike) = (await desk.OpenAsync(), await desk.OpenAsync("打印机全都卡纸"), await desk.OpenAsync("打印机卡纸，大家都一样"));
        await DoAsync(desk.Agent, number, "declareMajor", ("title", "打印机卡纸：全楼"), ("reason", "二十个人来电"));
        Assert.Contains("打印机卡纸：全楼", (await desk.Agent.OpenAsync("/desk")).One(".major-strip").TextContent, StringComparison.Ordinal);
        // an engineer reads it too, and is led to no page that is not theirs
        var strip = (await desk.OtherTeam.OpenAsync("/desk")).One(".major-strip");
        Assert.Null(strip.QuerySelector("a"));

        // from the child's page
        var suggested = await desk.Agent.OpenAsync(Address(child));
        Assert.Contains("可能属于重大事件", suggested.Text, StringComparison.Ordinal);
        var joined = await desk.Agent.SubmitAsync(suggested, ".notice form[action$='/link']");
        Assert.Contains("属于重大事件：打印机卡纸：全楼", joined.Text, StringComparison.Ordinal);
        // many at once
        await DoAsync(desk.Agent, number, "attach", ("tickets", $"{alike}，{child}"));
        await desk.RunJobsAsync();
        await DoAsync(desk.Agent, number, "publish", ("text", "厂家已到现场"));
        await desk.RunJobsAsync();
        var page = await desk.Agent.OpenAsync(Address(number));
        var panel = page.One(".major-panel").TextContent;
        Assert.Contains("厂家已到现场", panel, StringComparison.Ordinal);
        Assert.Contains("1 张未能完成", panel, StringComparison.Ordinal);
        Assert.Equal(2, (await desk.Agent.OpenAsync($"{Address(number)}/children")).All("tbody tr").Count);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OtherTeam.GetAsync($"{Address(number)}/children")).StatusCode);
        Assert.Contains("厂家已到现场", (await desk.Agent.OpenAsync(Address(alike))).One(".timeline").TextContent, StringComparison.Ordinal);

        await DoAsync(desk.Agent, number, "withdrawMajor", ("reason", "只是这一台"));
        Assert.Null((await desk.Agent.OpenAsync("/desk")).Document.QuerySelector(".major-strip"));
    }

    [Fact]
    public async Task NewTicket_ShowsWhatMayBeTheSame_ToWhoMaySeeIt()
    {
        var number = await desk.OpenAsync("三楼的打印机卡纸", "hardware.printer");
        const string Asked = "/desk/tickets/new/similar?requester=user&category=hardware.printer&subject=%E6%89%93%E5%8D%B0%E6%9C%BA%E5%8D%A1%E7%BA%B8";
        Assert.Contains($"{number}", (await desk.Agent.OpenAsync(Asked)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{number}", (await desk.OtherTeam.OpenAsync(Asked)).Text, StringComparison.Ordinal);
        var others = await desk.Agent.OpenAsync(Asked.Replace("requester=user", "requester=engineer", StringComparison.Ordinal));
        Assert.Contains("其他用户", others.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.User.GetAsync(Asked)).StatusCode);
        // without script: what is shown with the form
        var form = await desk.Agent.OpenAsync("/desk/tickets/new?requester=user&category=hardware.printer&subject=%E5%8D%A1%E7%BA%B8");
        Assert.Contains($"{number}", form.One("turbo-frame#similar").TextContent, StringComparison.Ordinal);
    }
}
