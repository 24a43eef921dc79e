using System.Net;
using System.Text.Json;
using Fengtai.Identity;
using Fengtai.Identity.Admin;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Xunit;

namespace Fengtai.Tests.Tickets.Desk;

/// <summary>A ticket on behalf of who calls, without JavaScript.</summary>
public sealed class NewTicketTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    private const string Path = "/desk/tickets/new";
    private const string Form = "main form";
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData("李华")]
    [InlineData("lihua")]
    [InlineData("lh")]
    [InlineData("01055501024")]
    public async Task WhoeverIsTyped_IsFound_AndTheTicketIsAccepted(string typed)
    {
        var ticket = await OpenAsync(desk.Agent, ("person", typed), ("subject", "打印机卡纸"), ("description", "三楼"));
        Assert.Equal("accepted phone user agent", Facts(ticket, "status", "channel", "requester", "owner"));
        // a call that is accepted has been answered
        Assert.NotEqual(JsonValueKind.Null, ticket.GetProperty("firstResponseAt").ValueKind);
    }

    [Fact]
    public async Task SolvedAtOnce_IsClosedWithTheSpokenConfirmation()
    {
        var ticket = await OpenAsync(desk.Agent, ("person", "李华"), ("subject", "忘记密码"), ("description", "进不去"), ("end", "solved"), ("solution", "重置了密码"), ("openedAt", "2020-01-01T08:00"));
        Assert.Equal("closed confirmed True 重置了密码 False", Facts(ticket, "status", "closeCode", "firstContact", "solution", "enteredAfterwards"));
    }

    [Fact]
    public async Task EnteredAfterwards_CarriesItsRealTimes()
    {
        var ticket = await OpenAsync(
            desk.Agent,
            ("person", "李华"), ("channel", "inPerson"), ("subject", "换鼠标"), ("description", "坏了"), ("end", "afterwards"),
            ("openedAt", "2026-03-01T09:00"), ("startedAt", "2026-03-01T09:10"), ("resolvedAt", "2026-03-01T09:30"), ("solution", "换了新的"), ("cause", "磨损"), ("tested", "点击正常"));
        Assert.Equal("resolved inPerson True", Facts(ticket, "status", "channel", "enteredAfterwards"));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(8)), ticket.GetProperty("resolvedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task ReporterAndPersonAffected_AreTwo()
    {
        await desk.AddPersonAsync(new PersonForm { Login = "secretary", Name = "钱秘书" });
        var ticket = await OpenAsync(desk.Agent, ("person", "李华"), ("reporter", "钱秘书"), ("subject", "投影仪"), ("description", "没信号"));
        Assert.Equal("user secretary", Facts(ticket, "requester", "reportedBy"));
    }

    [Fact]
    public async Task ImpactAndUrgencyOfTheDesk_AreAJudgement()
    {
        var ticket = await OpenAsync(desk.Agent, ("person", "李华"), ("subject", "全楼断网"), ("description", "都上不去"), ("impact", "high"), ("urgency", "high"));
        Assert.Equal("urgent high high", Facts(ticket, "priority", "impact", "urgency"));
        var preview = await desk.Agent.OpenAsync($"{Path}/priority?impact=high&urgency=high");
        preview.One("#priority .priority.level-0");
        Assert.Empty((await desk.Agent.OpenAsync($"{Path}/priority?impact=high")).All(".priority"));
    }

    [Fact]
    public async Task BadInput_KeepsAllThatWasTyped_AndTheFiles()
    {
        var page = await desk.Agent.OpenAsync(Path);
        var refused = await desk.Agent.SubmitAsync(
            page, Form, [new Attached("attachments", "现场.png", Png)],
            ("person", "李华"), ("subject", ""), ("description", "<b>三楼</b> 打印机"), ("contact", "分机 99"), ("place", "3 楼"), ("type", "inquiry"), ("impact", "low"), ("end", "solved"), ("solution", "重启"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("标题", refused.One(".error-summary").TextContent, StringComparison.Ordinal);
        Assert.Equal("<b>三楼</b> 打印机", refused.One("textarea[name=description]").TextContent);
        Assert.Equal("user 分机 99 3 楼", $"{Typed("requester")} {Typed("contact")} {Typed("place")}");
        Assert.Equal("inquiry low solved", $"{Chosen("type")} {Chosen("impact")} {Chosen("end")}");
        var kept = refused.One("input[type=checkbox][name=attachments]").GetAttribute("value");

        var opened = await desk.Agent.SubmitAsync(refused, Form, ("subject", "打印机"));
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.Contains($"/files/{kept}", opened.Html, StringComparison.Ordinal);

        string? Typed(string name) => refused.One($"input[name={name}]").GetAttribute("value");
        string? Chosen(string name) => refused.One($"input[name={name}][checked]").GetAttribute("value");
    }

    [Theory]
    [InlineData("person", "没有这个人", "person")]
    [InlineData("person", "", "person")]
    [InlineData("reporter", "没有这个人", "reporter")]
    [InlineData("categoryText", "没有这一类", "categoryText")]
    [InlineData("channel", "pigeon", "channel")]
    [InlineData("impact", "enormous", "impact")]
    [InlineData("openedAt", "gestern", "openedAt")]
    public async Task WhatCannotBe_IsSaidAtItsField(string field, string typed, string at)
    {
        var refused = await SubmitAsync(desk.Agent, ("person", "李华"), ("subject", "x"), ("description", "y"), ("end", "afterwards"), ("openedAt", "2026-03-01T09:00"), (field, typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        refused.One($".error-summary a[href='#field-{at}']");
    }

    [Theory]
    [InlineData("openedAt", null)]
    [InlineData("openedAt", "2099-01-01T09:00")]
    [InlineData("resolvedAt", "2026-02-01T09:00")]
    [InlineData("solution", null)]
    public async Task AfterwardsWithoutItsTimesAndSolution_IsRefused(string field, string? value)
    {
        (string, string?)[] all = [("person", "李华"), ("subject", "x"), ("description", "y"), ("end", "afterwards"), ("openedAt", "2026-03-01T09:00"), ("resolvedAt", "2026-03-01T09:30"), ("solution", "s"), ("cause", "c"), ("tested", "t")];
        var refused = await SubmitAsync(desk.Agent, [.. all.Where(f => f.Item1 != field), (field, value)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        refused.One($"#field-{field}[aria-invalid=true]");
    }

    [Fact]
    public async Task SeveralWhoFit_AreOffered()
    {
        await desk.AddPersonAsync(new PersonForm { Login = "sun1", Name = "孙立" });
        await desk.AddPersonAsync(new PersonForm { Login = "sun2", Name = "孙力" });
        var asked = await SubmitAsync(desk.Agent, ("person", "sunli"), ("subject", "x"), ("description", "y"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Equal(["sun1", "sun2"], asked.All("input[type=radio][name=requester]").Select(i => i.GetAttribute("value")).Order());
        var opened = await desk.Agent.SubmitAsync(asked, Form, ("requester", "sun2"));
        Assert.Equal("sun2", Facts(await TicketAsync(opened), "requester"));
    }

    [Fact]
    public async Task QuestionsOfTheCategory_AreShownOnAsking_AndWhatIsMissingIsMarked()
    {
        var page = await desk.Agent.OpenAsync(Path);
        var shown = await desk.Agent.SubmitAsync(page, Form, ("step", "show"), ("person", "李华"), ("categoryText", "打印机"), ("subject", "卡纸"), ("description", "三楼"));
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Equal("hardware.printer", shown.One("input[name=category]").GetAttribute("value"));
        Assert.NotEmpty(shown.All("[name^='fields.']"));
        Assert.Equal("李华", shown.One("#caller strong").TextContent);
        var opened = await TicketAsync(await desk.Agent.SubmitAsync(shown, Form));
        Assert.Equal("hardware.printer", Facts(opened, "category"));
        Assert.NotEqual(0, opened.GetProperty("missing").GetArrayLength());
    }

    [Fact]
    public async Task FormSentTwice_OpensOneTicket()
    {
        var page = await desk.Agent.OpenAsync(Path);
        (string, string?)[] typed = [("person", "李华"), ("subject", "只要一张"), ("description", "y")];
        var first = await desk.Agent.SubmitAsync(page, Form, typed);
        var second = await desk.Agent.SubmitAsync(page, Form, typed);
        Assert.StartsWith("/desk/tickets/1", first.Path, StringComparison.Ordinal);
        Assert.Equal(first.Path, second.Path);
    }

    [Fact]
    public async Task Engineers_FileInPerson_WithoutTheDesksEnds()
    {
        var page = await desk.Engineer.OpenAsync(Path);
        Assert.Equal(["file", "afterwards"], page.All("input[name=end]").Select(i => i.GetAttribute("value")));
        Assert.Equal("inPerson", page.One("input[name=channel][checked]").GetAttribute("value"));
        var refused = await desk.Engineer.SubmitAsync(page, Form, ("person", "李华"), ("subject", "x"), ("description", "y"), ("end", "accept"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        // the desk takes it up; until it comes back to the engineer there is nothing to see
        var filed = await desk.Engineer.SubmitAsync(refused, Form, ("end", "file"));
        Assert.Equal((HttpStatusCode.OK, "/desk"), (filed.Status, filed.Path));
        Assert.Contains("已提交", filed.One("[data-flash]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallersOpenTickets_AreThoseThatOneMaySee()
    {
        var number = await desk.OpenAsync("只有服务台知道");
        Assert.Contains($"/desk/tickets/{number}", (await desk.Agent.OpenAsync($"{Path}/caller?requester=user")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"/desk/tickets/{number}", (await desk.Engineer.OpenAsync($"{Path}/caller?requester=user")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/people?q=lh", "user")]
    [InlineData("/desk/people?q=1024", "user")]
    [InlineData("/desk/people?q=%00", "")]
    [InlineData("/desk/categories?q=dyj", "hardware.printer")]
    [InlineData("/desk/categories?q=printer", "hardware.printer")]
    [InlineData("/desk/categories?q=no%20such", "")]
    public async Task Comboboxes_FindByWordsAndPinyin(string address, string first) =>
        Assert.Equal(first, (await desk.Agent.OpenAsync(address)).All("[role=option]").Select(o => o.GetAttribute("data-value")).FirstOrDefault(""));

    [Fact]
    public async Task OnlyStaffWhoWork_OpenForOthers()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.User.GetAsync(Path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Auditor.GetAsync(Path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.User.GetAsync("/desk/people?q=lh")).StatusCode);
    }

    private static async Task<Page> SubmitAsync(Browser by, params (string Name, string? Value)[] fields) => await by.SubmitAsync(
        await by.OpenAsync(Path),
        Form,
        // the later of two wins, so that a test can change one of the usual fields
        [.. fields.GroupBy(f => f.Name).Select(g => g.Last())]);

    private async Task<JsonElement> OpenAsync(Browser by, params (string Name, string? Value)[] fields) => await TicketAsync(await SubmitAsync(by, fields));

    private async Task<JsonElement> TicketAsync(Page page)
    {
        Assert.True(page.Path.StartsWith("/desk/tickets/1", StringComparison.Ordinal), page.Text);
        return await ServiceDesk.GetAsync(desk.Agent, $"/api/v1/tickets/{page.Path["/desk/tickets/".Length..]}");
    }

    private static string Facts(JsonElement ticket, params string[] names) => string.Join(' ', names.Select(n => ticket.GetProperty(n).ToString()));
}
