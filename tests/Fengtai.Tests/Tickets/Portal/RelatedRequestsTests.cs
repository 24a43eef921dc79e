using System.Net;
using Fengtai.Tests.Tickets.Api;
using Xunit;

namespace Fengtai.Tests.Tickets.Portal;

public sealed class RelatedRequestsTests(PortalDesk desk) : IClassFixture<PortalDesk>
{
    [Fact]
    public async Task MergedRequest_LeadsToWhereItGoesOn()
    {
        var mine = await desk.ReportAsync();
        var theirs = ServiceDesk.Number(await ServiceDesk.ReadAsync(await desk.Agent.PostJsonAsync("/api/v1/tickets", new { subject = "打印机卡纸", description = "三楼", requester = "stranger", contact = "分机 7788" })));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.User.GetAsync($"/requests/{theirs}")).StatusCode);
        await ServiceDesk.DoAsync(desk.Agent, mine, "merge", new { into = theirs });

        var page = await desk.PageOfAsync(mine);
        Assert.Contains("已合并", page.One(".page-header").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/requests/{theirs}", page.One("main .notice a.button").GetAttribute("href"));
        Assert.Contains("并入另一条", (await desk.User.OpenAsync("/notices")).Text, StringComparison.Ordinal);
        var wrote = await desk.ActAsync(mine, "notes", ("text", "还是卡纸"));
        Assert.Contains($"写的消息已转到 #{theirs}", wrote.Text, StringComparison.Ordinal);

        var followed = await desk.User.OpenAsync($"/requests/{theirs}");
        Assert.Contains("还是卡纸", followed.Text, StringComparison.Ordinal);
        Assert.Contains("这是别人的申告", followed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("7788", followed.Text, StringComparison.Ordinal);
        Assert.Null(followed.Document.QuerySelector("form[action$='/cancel']"));
        await desk.User.SubmitAsync(followed, "form[action$='/notes']", ("text", "直接写在这里"));
        var agents = await ServiceDesk.GetAsync(desk.Agent, $"/api/v1/tickets/{theirs}");
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, agents.GetProperty("nextDue").ValueKind);
        Assert.Contains("直接写在这里", (await desk.Stranger.OpenAsync($"/requests/{theirs}")).Text, StringComparison.Ordinal);
        // whose request it is hears nothing of the other's
        var owners = await desk.Stranger.OpenAsync($"/requests/{theirs}");
        Assert.DoesNotContain($"{mine}", owners.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Stranger.GetAsync($"/requests/{mine}")).StatusCode);
    }

    [Fact]
    public async Task Check_ShowsOwnSimilarRequests_AndMajorIncidents_AndNobodyElses()
    {
        var mine = await desk.ReportAsync("会议室投影仪没有信号");
        var theirs = await ReportByAgentAsync("会议室投影仪没有信号");
        var major = await ReportByAgentAsync("机房停电");
        await ServiceDesk.DoAsync(desk.Agent, major, "accept");
        await ServiceDesk.DoAsync(desk.Agent, major, "declareMajor", new { title = "会议室投影仪全部无信号", reason = "内部：交换机坏了" });
        await ServiceDesk.DoAsync(desk.Agent, major, "publish", new { text = "正在更换设备" });

        var form = await desk.User.OpenAsync("/requests/new/describe");
        var check = await desk.User.SubmitAsync(form, null, ("subject", "投影仪没有信号"), ("description", "会议室 301"));
        Assert.Contains($"#{mine}", check.Text, StringComparison.Ordinal);
        Assert.Contains("是不是这个问题：会议室投影仪全部无信号", check.Text, StringComparison.Ordinal);
        foreach (var secret in new[] { $"{theirs}", $"{major}", "机房停电", "交换机" })
        {
            Assert.DoesNotContain(secret, check.Html, StringComparison.Ordinal);
        }
        // it hinders nobody
        PortalDesk.NumberOf(await desk.User.SubmitAsync(check, null));

        var banner = (await desk.Stranger.OpenAsync("/")).One(".major-banner");
        Assert.Contains("正在更换设备", banner.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain($"{major}", banner.OuterHtml, StringComparison.Ordinal);
        Assert.Empty((await (await desk.Browse()).OpenAsync("/sign-in")).All(".major-banner"));
        await ServiceDesk.DoAsync(desk.Agent, major, "resolve", new { solution = "换了设备", cause = "交换机", tested = "有信号" });
        Assert.Empty((await desk.Stranger.OpenAsync("/")).All(".major-banner"));
    }

    [Fact]
    public async Task SplitRequest_IsFoundFromBothEnds()
    {
        var number = await desk.ReportAsync();
        await ServiceDesk.DoAsync(desk.Agent, number, "split", new { subject = "显示器花屏", text = "另外提到显示器" });
        var page = await desk.PageOfAsync(number);
        var part = page.All("dd a").Select(a => a.GetAttribute("href")!).Single(h => h.StartsWith("/requests/", StringComparison.Ordinal));
        Assert.Contains($"拆分出新的申告 #{part.Split('/')[^1]}", page.Text, StringComparison.Ordinal);
        Assert.Contains($"#{number}", (await desk.User.OpenAsync(part)).Text, StringComparison.Ordinal);
    }

    private async Task<long> ReportByAgentAsync(string subject) =>
        ServiceDesk.Number(await ServiceDesk.ReadAsync(await desk.Agent.PostJsonAsync("/api/v1/tickets", new { subject, description = subject, requester = "stranger" })));
}
