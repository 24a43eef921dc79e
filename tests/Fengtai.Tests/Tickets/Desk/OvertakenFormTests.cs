using System.Net;
using Fengtai.Tests.Support;
using Xunit;
using static Fengtai.Tests.Tickets.Desk.TicketDesk;

namespace Fengtai.Tests.Tickets.Desk;

/// <summary>Two at one ticket: what the other did is told before one's own counts, once, and nothing typed is lost.</summary>
public sealed class OvertakenFormTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    [Fact]
    public async Task Answer_WhenAColleagueAnsweredMeanwhile_IsHeldBackOnce_WithWhatIsNew()
    {
        var number = await desk.InProgressAsync();
        var open = await desk.Agent.OpenAsync(Address(number));
        await DoAsync(desk.Engineer, number, "notes", ("visibility", "public"), ("text", "十点到现场"));
        var held = await desk.Agent.SubmitAsync(open, "form.composer", ("text", "下午派人来"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, held.Status);
        Assert.Equal("下午派人来", held.One("form.composer textarea").TextContent);
        var news = held.One("form.composer .news:not([hidden]) li:not([hidden]) a");
        Assert.StartsWith("engineer", news.TextContent, StringComparison.Ordinal);
        Assert.Contains("十点到现场", held.One(news.GetAttribute("href")!).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("下午派人来", held.One(".timeline").TextContent, StringComparison.Ordinal);
        var sent = await desk.Agent.SubmitAsync(held, "form.composer");
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Contains("下午派人来", sent.One(".timeline").TextContent, StringComparison.Ordinal);
        Assert.Null(sent.Document.QuerySelector("form.composer .news:not([hidden])"));
    }

    [Theory]
    [InlineData("user", "notes", true)]
    [InlineData("engineer", "wait", true)]
    [InlineData("engineer", "internal", false)]
    [InlineData("second", "correct", false)]
    [InlineData("agent", "notes", false)]
    public async Task Answer_IsHeldBackByWordsAndStates_NotByRemarksOrOnesOwn(string who, string what, bool isHeldBack)
    {
        var number = await desk.InProgressAsync();
        var open = await desk.Agent.OpenAsync(Address(number));
        Task done = (who, what) switch
        {
            ("user", _) => desk.UsersProgram.PostJsonAsync($"/api/v1/tickets/{number}/notes", new { text = "更急了" }),
            (_, "wait") => DoAsync(desk.Engineer, number, "wait", ("reason", "parts"), ("until", "2026-03-04T09:00")),
            (_, "internal") => DoAsync(desk.Engineer, number, "notes", ("visibility", "internal"), ("text", "备件在二号柜")),
            (_, "correct") => DoAsync(desk.SecondAgent, number, "correct", ("place", "5 楼")),
            _ => DoAsync(desk.Agent, number, "notes", ("text", "先答一句")),
        };
        await done;
        var sent = await desk.Agent.SubmitAsync(open, "form.composer", ("text", "下午派人来"));
        Assert.Equal(isHeldBack ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK, sent.Status);
    }

    [Fact]
    public async Task RemarkAmongStaff_IsNeverHeldBack()
    {
        var number = await desk.InProgressAsync();
        var open = await desk.Agent.OpenAsync(Address(number));
        await DoAsync(desk.Engineer, number, "notes", ("visibility", "public"), ("text", "十点到现场"));
        Assert.Equal(HttpStatusCode.OK, (await desk.Agent.SubmitAsync(open, "form.composer", ("visibility", "internal"), ("text", "催过了"))).Status);
    }

    [Fact]
    public async Task TwoAnswersAtTheSameMoment_TheSecondIsHeldBack()
    {
        var number = await desk.InProgressAsync();
        var first = await desk.Agent.OpenAsync(Address(number));
        var second = await desk.SecondAgent.OpenAsync(Address(number));
        var both = await Task.WhenAll(
            desk.Agent.SubmitAsync(first, "form.composer", ("text", "甲的答复")),
            desk.SecondAgent.SubmitAsync(second, "form.composer", ("text", "乙的答复")));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], both.Select(p => p.Status).Order());
        var held = both.Single(p => p.Status == HttpStatusCode.UnprocessableEntity).One(".timeline").TextContent;
        Assert.True(held.Contains("甲的答复", StringComparison.Ordinal) ^ held.Contains("乙的答复", StringComparison.Ordinal));
    }

    /// <summary>The forms of a ticket in progress; what is typed into each, and where it must still stand.</summary>
    [Theory]
    [InlineData("resolve", "solution")]
    [InlineData("wait", "note")]
    [InlineData("contact", "note")]
    [InlineData("assign", "note")]
    [InlineData("classify", "reason")]
    [InlineData("correct", "place")]
    [InlineData("close", "note")]
    public async Task StepForm_WhenSomebodyChangedTheTicket_SaysWhoAndFromWhatToWhat_AndKeepsWhatWasTyped(string step, string field)
    {
        var number = await desk.InProgressAsync();
        await AssertToldAsync(desk.Agent, number, step, field);
    }

    [Fact]
    public async Task PassingOn_ByTheEngineer_SaysSoToo() => await AssertToldAsync(desk.Engineer, await desk.InProgressAsync(), "passOn", "reason");

    [Fact]
    public async Task FormsOfASolvedAndOfAClosedTicket_DoSoToo()
    {
        var number = await desk.InProgressAsync();
        await DoAsync(desk.Engineer, number, "resolve", ("solution", "换了搓纸轮"), ("cause", "磨损"), ("tested", "打印"));
        await AssertToldAsync(desk.Agent, number, "call", "note");
        await DoAsync(desk.SecondAgent, number, "call", ("outcome", "solved"));
        var open = await desk.Agent.OpenAsync($"{Address(number)}/reopen");
        await DoAsync(desk.SecondAgent, number, "notes", ("visibility", "internal"), ("text", "用户说好了"));
        var told = await desk.Agent.SubmitAsync(open, "#step-reopen", ("reason", "又卡了"));
        Assert.Contains("用户说好了", told.One(".notice .timeline").TextContent, StringComparison.Ordinal);
        Assert.Equal("又卡了", told.One("textarea[name=reason]").TextContent);
    }

    [Fact]
    public async Task FormWhoseStepIsOver_SaysWhoTookIt()
    {
        var number = await desk.InProgressAsync();
        var open = await desk.Agent.OpenAsync($"{Address(number)}/resolve");
        await DoAsync(desk.Engineer, number, "resolve", ("solution", "换了搓纸轮"), ("cause", "磨损"), ("tested", "打印"));
        var told = await desk.Agent.SubmitAsync(open, "#step-resolve", ("solution", "清了卡纸"), ("cause", "受潮"), ("tested", "打印"));
        Assert.Contains("换了搓纸轮", told.One(".notice .timeline").TextContent, StringComparison.Ordinal);
        var refused = await desk.Agent.SubmitAsync(told, "#step-resolve");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("清了卡纸", refused.One("textarea[name=solution]").TextContent);
    }

    [Fact]
    public async Task ChangeOfOnesOwnInAnotherWindow_IsToldBeforeItIsPutBack()
    {
        var number = await desk.InProgressAsync();
        var open = await desk.Agent.OpenAsync($"{Address(number)}/classify");
        await DoAsync(desk.Agent, number, "classify", ("type", "inquiry"));
        var told = await desk.Agent.SubmitAsync(open, "#step-classify", ("outOfScope", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains("服务咨询", told.One(".notice .timeline").TextContent, StringComparison.Ordinal);
    }

    private async Task AssertToldAsync(Browser by, long number, string step, string field)
    {
        var open = await by.OpenAsync($"{Address(number)}/{step}");
        await DoAsync(desk.SecondAgent, number, "correct", ("place", "5 楼 501"));
        var told = await by.SubmitAsync(open, $"#step-{step}", (field, "打了很久的字"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        var line = told.One(".notice .timeline").TextContent;
        Assert.All(["second", "3 楼 305", "5 楼 501"], expected => Assert.Contains(expected, line, StringComparison.Ordinal));
        var control = told.One($"#step-{step} [name={field}]");
        Assert.Equal("打了很久的字", control.GetAttribute("value") ?? control.TextContent);
        Assert.DoesNotContain("second", (await by.SubmitAsync(told, $"#step-{step}")).Document.QuerySelector(".notice .timeline")?.TextContent ?? "", StringComparison.Ordinal);
    }
}
