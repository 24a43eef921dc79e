using System.Net;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.Tickets.Portal;

/// <summary>What requesters read of their requests and do with them, without script.</summary>
public sealed class RequestTests(PortalDesk desk) : IClassFixture<PortalDesk>
{
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task StrangersNumber_IsNotThere()
    {
        var number = await desk.ClosedAsync();
        foreach (var path in new[] { $"/requests/{number}", $"/requests/{number}/sent", $"/requests/{number}/report", "/requests/1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await desk.Stranger.GetAsync(path)).StatusCode);
        }
        await desk.Stranger.OpenAsync("/");
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Stranger.PostFormAsync($"/requests/{number}/notes", ("text", "x"))).StatusCode);
        Assert.DoesNotContain($"#{number}", (await desk.Stranger.OpenAsync("/requests?state=closed")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_ReadOthersRequestsOnTheDesk_AndTheReportOfWhatIsClosed()
    {
        var number = await desk.ClosedAsync();
        var answer = await desk.AgentAtPortal.GetAsync($"/requests/{number}");
        Assert.Equal((HttpStatusCode.SeeOther, $"/desk/tickets/{number}"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await desk.AgentAtPortal.GetAsync($"/requests/{number}/report")).StatusCode);
    }

    [Fact]
    public async Task Internals_AreOnNoPage()
    {
        var number = await desk.InProgressAsync();
        await DoAsync(desk.Engineer, number, "notes", new { text = "秘密甲", visibility = "internal", attachments = new[] { await UploadAsync("秘密附件.png") } });
        await DoAsync(desk.Agent, number, "classify", new { priority = "urgent", reason = "秘密乙" });
        await DoAsync(desk.Agent, number, "assign", new { team = "printing", note = "秘密丙" });
        await DoAsync(desk.Agent, number, "contact", new { by = "phone", note = "秘密丁" });
        await DoAsync(desk.Agent, number, "resolve", new { solution = "换了搓纸轮", cause = "秘密戊", tested = "秘密己" });
        await DoAsync(desk.Agent, number, "call", new { outcome = "notReached", note = "秘密庚" });
        foreach (var path in new[] { "/", "/requests", "/find?q=秘密", $"/requests/{number}", $"/requests/{number}/sent" })
        {
            var page = await desk.User.OpenAsync(path);
            Assert.DoesNotContain("秘密", page.Html.Replace("/find?q=秘密", "", StringComparison.Ordinal).Replace("秘密”", "", StringComparison.Ordinal).Replace("「秘密」", "", StringComparison.Ordinal).Replace("value=\"秘密\"", "", StringComparison.Ordinal).Replace("return=/find?q=秘密", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
        await desk.ActAsync(number, "confirm");
        Assert.DoesNotContain("秘密", (await desk.User.OpenAsync($"/requests/{number}/report")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_SeeOnlyThePublicPartOfTheirOwnRequests()
    {
        var number = Number(await ReadAsync(await desk.Agent.PostJsonAsync("/api/v1/tickets", new { subject = "我的键盘", description = "坏了" })));
        await DoAsync(desk.Agent, number, "notes", new { text = "秘密", visibility = "internal" });
        var page = await desk.AgentAtPortal.OpenAsync($"/requests/{number}");
        Assert.DoesNotContain("秘密", page.Text, StringComparison.Ordinal);
        await desk.AgentAtPortal.SubmitAsync(page, $"form[action='/requests/{number}/notes']", ("text", "还有鼠标"));
        var ticket = await GetAsync(desk.Agent, $"/api/v1/tickets/{number}");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, ticket.GetProperty("firstResponseAt").ValueKind);
    }

    [Fact]
    public async Task Answer_EndsTheWait_AndCarriesFiles()
    {
        var number = await desk.InProgressAsync();
        await DoAsync(desk.Engineer, number, "wait", new { reason = "user", until = desk.Clock.Now.AddDays(1), question = "什么型号？" });
        var page = await desk.PageOfAsync(number);
        Assert.Contains("等您答复", page.Text, StringComparison.Ordinal);
        Assert.Contains("什么型号？", page.Text, StringComparison.Ordinal);
        Assert.Contains("等您答复", (await desk.User.OpenAsync("/")).Text, StringComparison.Ordinal);
        var after = await desk.User.SubmitAsync(page, $"form[action='/requests/{number}/notes']", [new("files", "铭牌.png", Picture)], ("text", "HP M428"));
        Assert.Contains("HP M428", after.Text, StringComparison.Ordinal);
        Assert.NotEmpty(after.All("a.picture"));
        Assert.Contains("赵工 正在处理", after.Text, StringComparison.Ordinal);
        Assert.Equal("inProgress", (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task EmptyAnswer_IsRefused_AtItsField()
    {
        var number = await desk.ReportAsync();
        var page = await desk.ActAsync(number, "notes", ("text", "   "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("请填写「留言」", page.One(".composer .error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thanks_AreProposedAsNeedingNoReply()
    {
        var number = await desk.InProgressAsync();
        var page = await desk.ActAsync(number, "notes", ("text", "谢谢！"));
        Assert.Contains("您的留言最迟", page.Text, StringComparison.Ordinal);
        page = await desk.User.SubmitAsync(page, $"form[action='/requests/{number}/noReplyNeeded']");
        Assert.DoesNotContain("您的留言最迟", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All($"form[action='/requests/{number}/noReplyNeeded']"));
    }

    [Fact]
    public async Task Solved_CanBeConfirmed_AndThenRated_AndTheRatingChanged()
    {
        var number = await desk.ResolvedAsync();
        Assert.Contains("换了搓纸轮", (await desk.PageOfAsync(number)).Text, StringComparison.Ordinal);
        var closed = await desk.ActAsync(number, "confirm");
        Assert.Contains("已关闭", closed.One(".page-header .pill").TextContent, StringComparison.Ordinal);

        var refused = await desk.ActAsync(number, "rate", ("comment", "还行"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("还行", refused.Text, StringComparison.Ordinal);

        var low = await desk.ActAsync(number, "rate", ("overall", "1"), ("speed", "2"));
        Assert.Contains("非常不满意", low.Text, StringComparison.Ordinal);
        Assert.Contains("告诉我们哪里没做好", low.Text, StringComparison.Ordinal);
        await desk.LaterAsync(TimeSpan.FromHours(11));
        await desk.ActAsync(number, "rate", ("overall", "2"), ("comment", "等太久"));
        var changed = await GetAsync(desk.Agent, $"/api/v1/tickets/{number}");
        Assert.Equal((2, 2, "等太久"), (changed.GetProperty("rating").GetProperty("overall").GetInt32(), changed.GetProperty("rating").GetProperty("speed").GetInt32(), changed.GetProperty("rating").GetProperty("comment").GetString()));

        await desk.LaterAsync(TimeSpan.FromHours(2));
        var final = await desk.PageOfAsync(number);
        Assert.Empty(final.All($"form[action='/requests/{number}/rate']"));
        Assert.Contains("等太久", final.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StalePage_SaysWhatChanged_AndKeepsWhatWasWritten()
    {
        var number = await desk.ResolvedAsync();
        var open = await desk.PageOfAsync(number);
        await desk.ActAsync(number, "confirm");
        var refused = await desk.User.SubmitAsync(open, $"form[action='/requests/{number}/notSolved']", ("reason", "还是卡纸"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("工单已经关闭", refused.One("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("还是卡纸", refused.One("[role=alert]").TextContent, StringComparison.Ordinal);

        await desk.ActAsync(number, "rate", ("overall", "4"));
        await desk.LaterAsync(TimeSpan.FromHours(13));
        await desk.PageOfAsync(number);
        var late = await desk.User.PostFormAsync($"/requests/{number}/rate", ("overall", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("评价已满 12 小时", await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotSolved_NeedsAReason_AndGoesBackToWork()
    {
        var number = await desk.ResolvedAsync();
        var refused = await desk.ActAsync(number, "notSolved");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.One($"details[open] form[action='/requests/{number}/notSolved']"));
        var back = await desk.ActAsync(number, "notSolved", ("reason", "又卡了"));
        Assert.Contains("处理中", back.One(".page-header .pill").TextContent, StringComparison.Ordinal);
        Assert.Contains("又卡了", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_CanBeWithdrawn_BeforeWorkBegan()
    {
        var number = await desk.ReportAsync();
        var page = await desk.ActAsync(number, "cancel", ("reason", "自己好了"));
        Assert.Contains("已撤回", page.One(".page-header .pill").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.All("form[action*='/notes']"));
    }

    [Fact]
    public async Task Withdrawing_AfterWorkBegan_IsRefused_WithWhatCanBeDone()
    {
        var number = await desk.ReportAsync();
        var open = await desk.PageOfAsync(number);
        await DoAsync(desk.Agent, number, "accept");
        await DoAsync(desk.Agent, number, "start");
        Assert.Empty((await desk.PageOfAsync(number)).All("form[action$='/cancel']"));
        var refused = await desk.User.SubmitAsync(open, $"form[action='/requests/{number}/cancel']", ("reason", "不用了"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("工程师已经开始处理，不能撤回", refused.One("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_IsThereOnceClosed_WithProcessTimesAndFeedback()
    {
        var number = await desk.ResolvedAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await desk.User.GetAsync($"/requests/{number}/report")).StatusCode);
        await desk.ActAsync(number, "confirm");
        await desk.ActAsync(number, "rate", ("overall", "5"), ("comment", "很快"));
        var report = await desk.User.OpenAsync($"/requests/{number}/report");
        foreach (var part in new[] { "打印机卡纸", "王晓雨", "开始处理", "换了搓纸轮", "确认已解决", "用户确认", "非常满意", "很快" })
        {
            Assert.Contains(part, report.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task List_KeepsOpenAndClosedApart_Searches_AndPagesWithoutLossOrDoubles()
    {
        var wanted = new List<long>();
        for (var i = 0; i < 23; i++)
        {
            wanted.Add(Number(await ReadAsync(await desk.Agent.PostJsonAsync("/api/v1/tickets", new { subject = $"翻页{i}", description = "列表", requester = "wangxy" }))));
        }
        var seen = new List<string>();
        for (var page = await desk.User.OpenAsync("/requests?q=列表"); ; page = await desk.User.OpenAsync(page.One("a[rel=next]").GetAttribute("href")!))
        {
            seen.AddRange(page.All("a.list-row").Select(a => a.GetAttribute("href")!));
            if (page.Document.QuerySelector("a[rel=next]") is null)
            {
                break;
            }
        }
        Assert.Equal(wanted.Select(n => $"/requests/{n}").Order(), seen.Order());
        var closed = await desk.ClosedAsync("只在已关闭里");
        Assert.Contains($"/requests/{closed}", (await desk.User.OpenAsync("/requests?state=closed")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("只在已关闭里", (await desk.User.OpenAsync("/requests")).Html, StringComparison.Ordinal);
        Assert.Contains("没有找到", (await desk.User.OpenAsync("/requests?q=不存在的词")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodySignedIn_IsAskedToSignIn()
    {
        var answer = await (await desk.Browse()).GetAsync("/");
        Assert.StartsWith("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private async Task<Guid> UploadAsync(string name)
    {
        var answer = await desk.Engineer.SendAsync(new(HttpMethod.Post, $"/api/v1/files?name={Uri.EscapeDataString(name)}") { Content = new ByteArrayContent(Picture) });
        return (await ReadAsync(answer)).GetProperty("id").GetGuid();
    }
}
