using System.Net;
using Fengtai.Tests.Support;
using Xunit;
using static Fengtai.Tests.Tickets.Desk.TicketDesk;

namespace Fengtai.Tests.Tickets.Desk;

public sealed class TicketPageTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    [Fact]
    public async Task Ticket_IsShownToWhoMaySeeItOnTheDesk_AndToNobodyElse()
    {
        var number = await desk.InProgressAsync();
        Assert.Equal(HttpStatusCode.OK, (await desk.Agent.GetAsync(Address(number))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.Engineer.GetAsync(Address(number))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OtherTeam.GetAsync(Address(number))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OtherTeam.GetAsync($"{Address(number)}/resolve")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OtherTeam.GetAsync($"{Address(number)}/work-order")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.User.GetAsync(Address(number))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Agent.GetAsync(Address(number + 1_000_000))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Agent.GetAsync($"{Address(number)}/steal")).StatusCode);
    }

    [Fact]
    public async Task Auditor_ReadsEverything_AndIsOfferedNoAct()
    {
        var number = await desk.InProgressAsync();
        await DoAsync(desk.Engineer, number, "notes", ("visibility", "internal"), ("text", "备件在二号柜"));
        var page = await desk.Auditor.OpenAsync(Address(number));
        Assert.Contains("备件在二号柜", page.Text, StringComparison.Ordinal);
        Assert.Equal([$"{Address(number)}/notes", $"{Address(number)}/watch"], page.All("main form").Select(f => f.GetAttribute("action")).Order(StringComparer.Ordinal));
        Assert.Null(page.Document.QuerySelector("input[name=visibility][value=public]"));
    }

    [Fact]
    public async Task StaffWhoIsOnlyTheRequester_ReadsItInThePortal()
    {
        var number = await desk.OpenByOtherTeamAsync();
        var answer = await desk.OtherTeam.GetAsync(Address(number));
        Assert.Equal((HttpStatusCode.Redirect, $"/requests/{number}"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task WholeLife_GoesByForms_AndEachStepOffersTheNext()
    {
        var number = await desk.OpenAsync();
        Assert.Contains("受理", Primary(await desk.Agent.OpenAsync(Address(number))), StringComparison.Ordinal);
        Assert.Contains("派单", Primary(await DoAsync(desk.Agent, number, "accept")), StringComparison.Ordinal);
        await DoAsync(desk.Agent, number, "classify", ("impact", "low"), ("urgency", "low"), ("priority", "high"), ("reason", "领导在等"));
        await DoAsync(desk.Agent, number, "correct", ("subject", "打印机卡纸（305）"), ("place", "3 楼 306"));
        await DoAsync(desk.Agent, number, "assign", ("team", "printing"), ("assignee", "engineer"), ("note", "带搓纸轮"));
        Assert.Contains("接单", Primary(await desk.Engineer.OpenAsync(Address(number))), StringComparison.Ordinal);
        Assert.Contains("已接单", (await DoAsync(desk.Engineer, number, "take")).One(".ticket-head").TextContent, StringComparison.Ordinal);
        await DoAsync(desk.Engineer, number, "start");
        await DoAsync(desk.Engineer, number, "contact", ("by", "phone"), ("note", "约了下午"));
        Assert.Contains("恢复处理", Primary(await DoAsync(desk.Engineer, number, "wait", ("reason", "parts"), ("until", "2026-03-04T09:00"))), StringComparison.Ordinal);
        await DoAsync(desk.Engineer, number, "resume");
        await DoAsync(desk.Engineer, number, "resolve", ("solution", "换了搓纸轮"), ("cause", "搓纸轮磨损"), ("tested", "连打 20 页"));
        Assert.Contains("回访", Primary(await desk.Agent.OpenAsync(Address(number))), StringComparison.Ordinal);
        var closed = await DoAsync(desk.Agent, number, "call", ("outcome", "solved"));
        Assert.Contains("已关闭", closed.One(".ticket-head").TextContent, StringComparison.Ordinal);
        foreach (var told in new[] { "受理了工单", "领导在等", "3 楼 305", "带搓纸轮", "接单", "约了下午", "等备件", "换了搓纸轮", "搓纸轮磨损", "第 1 次回访：已解决", "关闭：回访确认" })
        {
            Assert.Contains(told, closed.One(".timeline").TextContent, StringComparison.Ordinal);
        }
        var reopened = await DoAsync(desk.Agent, number, "reopen", ("reason", "又卡了"));
        Assert.Contains("处理中", reopened.One(".ticket-head").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedForm_SaysWhyAtTheField_AndKeepsWhatWasTyped()
    {
        var number = await desk.InProgressAsync();
        var refused = await DoAsync(desk.Engineer, number, "resolve", ("solution", "换了 <b>搓纸轮</b>"), ("prevention", "每月清洁"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("换了 <b>搓纸轮</b>", refused.One("textarea[name=solution]").TextContent);
        Assert.Equal("每月清洁", refused.One("textarea[name=prevention]").TextContent);
        Assert.Contains("请写明原因", refused.One("#field-cause-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("测试了什么", refused.One("#field-tested-error").TextContent, StringComparison.Ordinal);
        var done = await desk.Engineer.SubmitAsync(refused, "#step-resolve", ("cause", "磨损"), ("tested", "连打 20 页"));
        Assert.Contains("待确认", done.One(".ticket-head").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assign", "assignee", "nobody", "assignee")]
    [InlineData("wait", "question", "", "question")]
    [InlineData("contact", "note", "", "note")]
    [InlineData("close", "code", "duplicate", "note")]
    [InlineData("classify", "priority", "urgent", "reason")]
    [InlineData("correct", "subject", "", "subject")]
    public async Task EachForm_ComesBackWithItsRefusal(string act, string field, string value, string at)
    {
        var number = await desk.InProgressAsync();
        var refused = await DoAsync(desk.Agent, number, act, (field, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotEmpty(refused.One($"#field-{at}-error").TextContent);
        Assert.Equal(Address(number) + "/" + act, refused.One("main form").GetAttribute("action"));
    }

    [Fact]
    public async Task EmptiedField_IsCleared()
    {
        var number = await desk.InProgressAsync();
        await DoAsync(desk.Engineer, number, "correct", ("place", ""));
        Assert.Contains("3 楼 305无", (await desk.Engineer.OpenAsync(Address(number))).One(".timeline").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StaleForm_SaysWhatChangedMeanwhile_AndGoesThroughTheSecondTime()
    {
        var number = await desk.OpenAsync();
        await DoAsync(desk.Agent, number, "accept");
        var open = await desk.Agent.OpenAsync($"{Address(number)}/classify");
        await DoAsync(desk.SecondAgent, number, "correct", ("place", "5 楼 501"));
        var refused = await desk.Agent.SubmitAsync(open, "#step-classify", ("type", "inquiry"), ("reason", "只是来问"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("5 楼 501", refused.One(".notice .timeline").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("受理了工单", refused.One(".notice .timeline").TextContent, StringComparison.Ordinal);
        Assert.Equal("只是来问", refused.One("textarea[name=reason]").TextContent);
        var saved = await desk.Agent.SubmitAsync(refused, "#step-classify");
        Assert.Contains("服务咨询", saved.One(".ticket-head").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoAgentsAtOnce_TheSecondIsToldAndSeesTheFirst()
    {
        var number = await desk.OpenAsync();
        var first = await desk.Agent.OpenAsync(Address(number));
        var second = await desk.SecondAgent.OpenAsync(Address(number));
        await desk.Agent.SubmitAsync(first, "form[action$='/accept']");
        var refused = await desk.SecondAgent.SubmitAsync(second, "form[action$='/accept']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("工单已经受理", refused.One(".notice.red").TextContent, StringComparison.Ordinal);
        Assert.Contains("agent", refused.One(".timeline").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedAnswer_KeepsTextVisibilityAndFiles()
    {
        var number = await desk.InProgressAsync();
        var page = await desk.Engineer.OpenAsync(Address(number));
        byte[] png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0];
        var long20 = new string('长', 20_001);
        var refused = await desk.Engineer.SubmitAsync(page, $"#answer-{number}", [new("attachments", "错误.png", png)], ("text", long20), ("visibility", "internal"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(long20, refused.One("#composer textarea").TextContent);
        Assert.True(refused.One("#composer input[value=internal]").HasAttribute("checked"));
        Assert.Contains("错误.png", refused.One("#composer").TextContent, StringComparison.Ordinal);
        var sent = await desk.Engineer.SubmitAsync(refused, $"#answer-{number}", ("text", "见截图"));
        Assert.Contains("错误.png", sent.One(".message.internal").OuterHtml, StringComparison.Ordinal);
        var empty = await DoAsync(desk.Engineer, number, "notes", ("text", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
    }

    [Fact]
    public async Task Thanks_AreProposedAsNeedingNoReply()
    {
        var number = await desk.InProgressAsync();
        await desk.UsersProgram.PostJsonAsync($"/api/v1/tickets/{number}/notes", new { text = "谢谢！" });
        var page = await desk.Engineer.OpenAsync(Address(number));
        Assert.Contains("看起来只是道谢", page.Text, StringComparison.Ordinal);
        var marked = await desk.Engineer.SubmitAsync(page, "form[action$='/noReplyNeeded']");
        Assert.DoesNotContain("看起来只是道谢", marked.Text, StringComparison.Ordinal);
        Assert.Contains("解决", Primary(marked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsMissing_IsAskedForInOneClick()
    {
        var number = await desk.OpenAsync(category: "hardware.printer");
        await DoAsync(desk.Agent, number, "accept");
        var page = await desk.Agent.OpenAsync(Address(number));
        Assert.Contains("信息不完整", page.One(".ticket-head").TextContent, StringComparison.Ordinal);
        var asked = await desk.Agent.OpenAsync(page.One("a[href*='ask=missing']").GetAttribute("href")!.Split('#')[0]);
        Assert.Contains("请补充以下信息", asked.One("#composer textarea").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequestersHistory_LeadsToTheirOtherTickets()
    {
        var earlier = await desk.OpenAsync("鼠标坏了");
        var number = await desk.OpenAsync();
        var page = await desk.Agent.OpenAsync(Address(number));
        Assert.NotNull(page.Document.QuerySelector($"aside .recent a[href='{Address(earlier)}']"));
        Assert.Null(page.Document.QuerySelector($"aside .recent a[href='{Address(number)}']"));
        Assert.NotNull(page.Document.QuerySelector("aside a[href='/desk?view=all&status=open&requester=user']"));
        Assert.NotNull(page.Document.QuerySelector("aside a[href='tel:010-55501024'], aside a[href='tel:01055501024']"));
    }

    [Fact]
    public async Task InternalNote_IsOnNoPageOfTheRequester()
    {
        var number = await desk.InProgressAsync();
        await DoAsync(desk.Engineer, number, "notes", ("visibility", "internal"), ("text", "用户又忘了开电源"));
        var events = await desk.UsersProgram.GetAsync($"/api/v1/tickets/{number}/events");
        Assert.Equal(HttpStatusCode.OK, events.StatusCode);
        Assert.DoesNotContain("电源", await events.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("用户又忘了开电源", (await desk.Agent.OpenAsync(Address(number))).One(".message.internal").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConversationAlone_LeavesOutWhatWasDone()
    {
        var number = await desk.InProgressAsync();
        var page = await desk.Engineer.OpenAsync($"{Address(number)}?show=conversation");
        Assert.Contains("一直卡纸", page.One(".timeline").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("派单", page.One(".timeline").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostileWords_AreShownAsText()
    {
        var number = await desk.OpenAsync("<script>alert(1)</script>\u202e\"'><img src=x onerror=1>");
        var page = await desk.Agent.OpenAsync(Address(number));
        Assert.Contains("<script>alert(1)</script>\"'><img src=x onerror=1>", page.One(".timeline .message").TextContent, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector(".timeline script, .timeline img"));
    }

    private static string Primary(Page page) => page.One(".ticket-head .button.primary").TextContent;
}
