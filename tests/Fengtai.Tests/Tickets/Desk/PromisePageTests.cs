using System.Net;
using Fengtai.Tests.Support;
using Xunit;
using static Fengtai.Tests.Tickets.Desk.TicketDesk;

namespace Fengtai.Tests.Tickets.Desk;

/// <summary>Plans, promises and urging on the pages of the desk and the portal, without script.</summary>
public sealed class PromisePageTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    [Fact]
    public async Task PlanAndPromise_AreWritten_AndStandOnBothPages()
    {
        var number = await desk.InProgressAsync();
        var page = await DoAsync(desk.Engineer, number, "plan", ("text", "先换**搓纸轮**"));
        Assert.Contains("告知处理计划", page.One(".timeline").TextContent, StringComparison.Ordinal);
        page = await DoAsync(desk.Engineer, number, "promise", ("text", "带零件到场"), ("by", "2099-01-01T10:00"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("最多承诺 365 天", page.Text, StringComparison.Ordinal);
        Assert.Equal("带零件到场", page.One("textarea[name=text]").TextContent);

        var soon = desk.Clock.Now.ToOffset(TimeSpan.FromHours(8)).AddHours(2).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        page = await DoAsync(desk.Engineer, number, "promise", ("text", "带零件到场"), ("by", soon));
        Assert.Contains("带零件到场", page.One(".page-body .notice").TextContent, StringComparison.Ordinal);
        Assert.Contains("兑现承诺", page.One(".ticket-head .due").TextContent, StringComparison.Ordinal);
        Assert.Contains("新的承诺会取代它", (await desk.Agent.OpenAsync($"{Address(number)}/promise")).Text, StringComparison.Ordinal);
        var portal = await desk.User.OpenAsync($"/requests/{number}");
        Assert.Contains("我们答应", portal.One(".standing .notice").TextContent, StringComparison.Ordinal);
        Assert.Equal("搓纸轮", portal.One(".timeline .message strong").TextContent);

        await DoAsync(desk.Engineer, number, "contact", ("note", "说已在路上"));
        Assert.Empty((await desk.User.OpenAsync($"/requests/{number}")).All(".standing .notice"));
        Assert.Contains("按时兑现", (await desk.Engineer.OpenAsync(Address(number))).One(".timeline").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Urging_IsOneButton_AndIsSeenWhereWorkLies()
    {
        var number = await desk.InProgressAsync();
        var portal = await desk.User.SubmitAsync(await desk.User.OpenAsync($"/requests/{number}"), "form[action$='/urge']");
        Assert.Contains("已催办 1 次", portal.One(".standing").TextContent, StringComparison.Ordinal);
        Assert.Contains("可以再次催办", portal.One(".standing").TextContent, StringComparison.Ordinal);
        Assert.Empty(portal.All("form[action$='/urge']"));
        var refused = await desk.User.PostFormAsync($"/requests/{number}/urge");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("30 分钟后可以再次催办", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Assert.Contains("催办 1 次", (await desk.Engineer.OpenAsync(Address(number))).One(".ticket-head").TextContent, StringComparison.Ordinal);
        Assert.Contains("催办 1 次", (await desk.Agent.OpenAsync("/desk?view=all&urged=yes")).One($"#ticket-{number} .mark").GetAttribute("title"), StringComparison.Ordinal);
        Assert.Empty((await desk.Engineer.OpenAsync(Address(number))).All("form[action$='/urge']"));
    }

    [Fact]
    public async Task TheDesk_UrgesForTheUser()
    {
        var number = await desk.InProgressAsync();
        var page = await DoAsync(desk.Agent, number, "urge");
        Assert.Contains("代用户催办（第 1 次）", page.One(".timeline").TextContent, StringComparison.Ordinal);
        page = await DoAsync(desk.Agent, number, "urge");
        Assert.Contains("30 分钟后可以再次催办", page.Text, StringComparison.Ordinal);
    }
}
