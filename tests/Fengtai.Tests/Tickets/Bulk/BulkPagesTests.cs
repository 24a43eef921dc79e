using System.Globalization;
using System.Net;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Desk;
using Xunit;

namespace Fengtai.Tests.Tickets.Bulk;

/// <summary>From the picked rows over the form and its preview to the report, as a person goes.</summary>
public sealed class BulkPagesTests(QueueDesk desk) : IClassFixture<QueueDesk>
{
    [Fact]
    public async Task Picked_ArePreviewed_Run_Reported_AndUndone()
    {
        var agent = desk.In("agent");
        var form = await agent.OpenAsync($"/desk/bulk/assign?{Tickets("accepted", "second's", "cancelled")}&list=view%3Dall");
        var preview = await agent.SubmitAsync(form, "#bulk-assign", ("assignee", "mate"));
        Assert.Contains("还没有做任何改动", preview.Text, StringComparison.Ordinal);
        Assert.Contains("工程师无mate", Outcome(preview, "accepted"), StringComparison.Ordinal);
        Assert.Contains("取消", Outcome(preview, "cancelled"), StringComparison.Ordinal);
        Assert.Null(await AssigneeAsync("accepted"));

        var report = await agent.SubmitAsync(preview, "form[action$='/run']");
        Assert.Equal(preview.Path, report.Path);
        Assert.Contains("已执行 2 张 · 未通过 1 张", report.Text, StringComparison.Ordinal);
        Assert.Equal("mate", await AssigneeAsync("accepted"));
        Assert.Single((await agent.OpenAsync(report.Path + "?show=refused")).All("tr[data-row]"));
        var file = await (await agent.GetAsync(report.Path + "/report.csv")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(4, file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        // started a second time, nothing more happens
        Assert.Equal(HttpStatusCode.SeeOther, (await agent.PostFormAsync(report.Path + "/run")).StatusCode);
        var undone = await agent.SubmitAsync(report, "form[action$='/undo']");
        Assert.Contains("撤销：批量派单", undone.Text, StringComparison.Ordinal);
        Assert.Null(await AssigneeAsync("accepted"));
        Assert.Empty((await agent.OpenAsync(report.Path)).All("form[action$='/undo']"));
        Assert.Contains(undone.Path, (await agent.OpenAsync("/desk/bulk")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WholeList_IsMeant_WhereItIsChosen()
    {
        var lead = desk.In("lead");
        var form = await lead.OpenAsync($"/desk/bulk/notes?{Tickets("waiting")}&list=view%3Dall%26status%3Dopen");
        Assert.Contains("此列表全部 9 张", form.Text, StringComparison.Ordinal);
        var preview = await lead.SubmitAsync(form, "#bulk-notes", ("scope", "list"), ("text", "周末停电"));
        Assert.Equal(9, preview.All("tr[data-row]").Count);
        Assert.Contains("不能撤销", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsWrongWithTheInput_IsSaidInTheForm_AndWhatWasTypedStays()
    {
        var agent = desk.In("agent");
        var form = await agent.OpenAsync($"/desk/bulk/wait?{Tickets("engineer's", "mate's")}");
        var again = await agent.SubmitAsync(form, "#bulk-wait", ("reason", "user"), ("note", "等用户"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal("等用户", again.One("textarea[name=note]").TextContent);
        Assert.NotEmpty(again.All("[name=question][aria-invalid]"));
        Assert.Equal(2, again.All("input[name=tickets]").Count);
    }

    [Fact]
    public async Task Buttons_AreThoseTheActorMayUse()
    {
        Assert.Equal(9, (await desk.In("agent").OpenAsync("/desk?view=all")).All("#picked button").Count);
        Assert.Equal(["wait", "resume", "notes", "link", "macro"], (await desk.In("engineer").OpenAsync("/desk?view=mine")).All("#picked button").Select(b => b.GetAttribute("formaction")!.Split('/')[^1]));
        Assert.Empty((await desk.In("auditor").OpenAsync("/desk?view=all")).All("#picked button"));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.In("engineer").GetAsync($"/desk/bulk/close?{Tickets("engineer's")}")).StatusCode);
    }

    [Fact]
    public async Task Batch_IsItsOwners()
    {
        var agent = desk.In("agent");
        var form = await agent.OpenAsync($"/desk/bulk/accept?{Tickets("fresh")}");
        var preview = await agent.SubmitAsync(form, "#bulk-accept");
        var second = desk.In("second");
        await second.OpenAsync("/desk/tickets/new");
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync(preview.Path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await second.PostFormAsync(preview.Path + "/run")).StatusCode);
    }

    private string Tickets(params string[] names) => string.Join('&', names.Select(n => $"tickets={desk.Number(n).ToString(CultureInfo.InvariantCulture)}"));

    private string Outcome(Page page, string name) =>
        string.Join(' ', page.One($"#row-{desk.Number(name)} .outcome").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<string?> AssigneeAsync(string name) =>
        (await Api.ServiceDesk.GetAsync(desk.As("agent"), $"/api/v1/tickets/{desk.Number(name)}")).GetProperty("assignee").GetString();
}
