using System.Net;
using Fengtai.Tests.Tickets.Desk;
using Xunit;
using static Fengtai.Tests.Tickets.Desk.TicketDesk;

namespace Fengtai.Tests.Tickets.Work;

/// <summary>Tasks and time on the ticket's page, without script.</summary>
public sealed class TaskPagesTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    [Fact]
    public async Task PastedList_IsTicked_Changed_AndWarnsAtTheSolution()
    {
        var number = await desk.InProgressAsync();
        var page = await desk.Engineer.OpenAsync(Address(number));
        page = await desk.Engineer.SubmitAsync(page, "#add-tasks", ("text", "- 备份数据\n- 重装系统"));
        Assert.Equal(["备份数据", "重装系统"], page.All(".tasks li .what").Select(t => t.TextContent));
        page = await desk.Engineer.SubmitAsync(page, ".tasks li form[action$='/doTask']");
        Assert.Equal("1/2", page.One(".tasks header .numeric").TextContent);
        Assert.Equal("true", page.One(".tasks li.done .tick").GetAttribute("aria-checked"));
        Assert.Contains("完成了任务：备份数据", page.One(".timeline").TextContent, StringComparison.Ordinal);

        var form = await desk.Engineer.OpenAsync(page.One(".tasks li:not(.done) a.what").GetAttribute("href")!);
        var refused = await desk.Engineer.SubmitAsync(form, "#change-task", ("title", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        page = await desk.Engineer.SubmitAsync(refused, "#change-task", ("title", "重装系统"), ("due", "2020-01-31"), ("required", "true"));
        Assert.Contains("已过期", page.One(".tasks").TextContent, StringComparison.Ordinal);
        var solving = await desk.Engineer.OpenAsync($"{Address(number)}/resolve");
        Assert.Contains("还有 1 项必做任务没有完成，暂时不能解决", solving.Text, StringComparison.Ordinal);
        Assert.Contains("重装系统", solving.One(".notice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_IsSavedAsItStands()
    {
        var number = await desk.InProgressAsync();
        await desk.Engineer.SubmitAsync(await desk.Engineer.OpenAsync(Address(number)), "#add-tasks", ("text", "一\n二\n三"));
        var form = await desk.Engineer.OpenAsync($"{Address(number)}/tasks");
        var ids = form.All("input[name=tasks]").Select(i => i.GetAttribute("value")).ToList();
        await desk.Engineer.PostFormAsync($"{Address(number)}/orderTasks", ("tasks", ids[2]), ("tasks", ids[0]), ("tasks", ids[1]));
        Assert.Equal(["三", "一", "二"], (await desk.Engineer.OpenAsync(Address(number))).All(".tasks li .what").Select(t => t.TextContent));
    }

    [Fact]
    public async Task Time_IsEnteredBesideTheTicket_AndWhatWasTypedStays()
    {
        var number = await desk.InProgressAsync();
        var page = await desk.Engineer.OpenAsync(Address(number));
        var refused = await desk.Engineer.SubmitAsync(page, "#enter-time", ("spent", "一会儿"), ("note", "换轮子"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(("一会儿", "换轮子"), (refused.One("#time-spent").GetAttribute("value"), refused.One("#time-note").TextContent));
        page = await desk.Engineer.SubmitAsync(refused, "#enter-time", ("spent", "1h30"), ("work", "onSite"));
        Assert.Equal("1 小时 30 分", page.One(".time-spent header .numeric").TextContent);
        Assert.Contains("登记工时 1 小时 30 分（现场", page.One(".timeline").TextContent, StringComparison.Ordinal);

        Assert.Empty((await desk.Agent.OpenAsync(Address(number))).All(".time-spent li a"));
        var form = await desk.Engineer.OpenAsync(page.One(".time-spent li a").GetAttribute("href")!);
        page = await desk.Engineer.SubmitAsync(form, "#change-time", ("spent", "45"));
        Assert.Equal("45 分", page.One(".time-spent header .numeric").TextContent);
        page = await desk.Engineer.SubmitAsync(await desk.Engineer.OpenAsync(page.One(".time-spent li a").GetAttribute("href")!), "#remove-time");
        Assert.Empty(page.All(".time-spent li"));
    }
}
