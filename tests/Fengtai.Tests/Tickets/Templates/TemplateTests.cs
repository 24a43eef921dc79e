using System.Net;
using System.Text.Json;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Templates;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.Tickets.Templates;

/// <summary>Templates: who has which, who may change them, and what becomes of them on a ticket.</summary>
public sealed class TemplateTests(KeptDesk desk) : IClassFixture<KeptDesk>
{
    private static int _names;

    [Theory]
    [InlineData("agent", "me", "", "second lead user")]
    [InlineData("engineer", "team:printing", "mate", "other agent lead")]
    [InlineData("lead", "team:network", "other", "engineer manager")]
    [InlineData("manager", "everybody", "agent engineer other auditor", "user")]
    public async Task Template_IsThereForThoseItIsFor(string owner, string sharedWith, string readers, string others)
    {
        var id = await SaveAsync(owner, new { name = Name(), text = "您好", sharedWith });
        foreach (var login in readers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(owner))
        {
            Assert.Contains(await ListAsync(login), t => Id(t) == id);
            Assert.Equal(HttpStatusCode.OK, (await desk.In(login).GetAsync($"/desk/templates/{id}")).StatusCode);
        }
        foreach (var login in others.Split(' '))
        {
            var answer = await desk.As(login).GetAsync("/api/v1/templates");
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden || (await ReadAsync(answer)).GetProperty("items").EnumerateArray().All(t => Id(t) != id));
            Assert.True((await desk.As(login).GetAsync($"/desk/templates/{id}")).StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound);
        }
    }

    [Theory]
    [InlineData("mate", "team:printing", 403, "onlyLeadsShareWithTheirTeam")]
    [InlineData("engineer", "team:network", 403, "onlyLeadsShareWithTheirTeam")]
    [InlineData("agent", "everybody", 403, "notAllowed")]
    [InlineData("engineer", "everybody", 403, "notAllowed")]
    [InlineData("lead", "team:nowhere", 422, "unknownValue")]
    [InlineData("lead", "some", 422, "unknownValue")]
    public async Task Sharing_NeedsARight(string login, string sharedWith, int status, string code) =>
        Assert.Equal((status, code), await CodeAsync(await desk.As(login).PostJsonAsync("/api/v1/templates", new { name = Name(), text = "您好", sharedWith })));

    [Theory]
    [InlineData("me", "second", 404)]
    [InlineData("me", "lead", 404)]
    [InlineData("me", "user", 403)]
    [InlineData("team:printing", "mate", 403)]
    [InlineData("team:printing", "other", 404)]
    [InlineData("everybody", "second", 403)]
    public async Task OthersTemplate_CannotBeChangedOrDeleted(string sharedWith, string login, int status)
    {
        var owner = sharedWith == "everybody" ? "lead" : sharedWith == "me" ? "agent" : "engineer";
        var id = await SaveAsync(owner, new { name = Name(), text = "您好", sharedWith });
        Assert.Equal(status, (int)(await desk.As(login).SendJsonAsync(HttpMethod.Patch, $"/api/v1/templates/{id}", new { text = "mine now" })).StatusCode);
        Assert.Equal(status, (int)(await desk.As(login).SendJsonAsync(HttpMethod.Delete, $"/api/v1/templates/{id}", null)).StatusCode);
        await desk.In(login).OpenAsync("/account");
        foreach (var act in new[] { "", "/delete" })
        {
            Assert.Equal(status, (int)(await desk.In(login).PostFormAsync($"/desk/templates/{id}{act}", ("text", "mine now"))).StatusCode);
        }
        Assert.Equal("您好", (await FindAsync(owner, id)).GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("""{"text":"您好"}""", "missing", "name")]
    [InlineData("""{"name":"x"}""", "missing", "text")]
    [InlineData("""{"name":"x","text":"您好 {{客户}}"}""", "placeholderIsUnknown", "text")]
    [InlineData("""{"name":"x","text":"您好 {{用户"}""", "placeholderDoesNotEnd", "text")]
    [InlineData("""{"name":"x","text":"您好","owner":"y"}""", "jsonMemberIsUnknown", "$.owner")]
    public async Task WhatIsWrong_IsRefusedWithItsPlace(string json, string code, string field)
    {
        var answer = await desk.As("agent").PostJsonAsync("/api/v1/templates", JsonDocument.Parse(json).RootElement);
        var problem = await ReadAsync(answer);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Contains(problem.GetProperty("errors").EnumerateArray(), e => e.GetProperty("field").GetString() == field);
    }

    [Fact]
    public async Task UnknownPlaceholder_IsSaidAtTheForm_AndWhatWasTypedStays()
    {
        var agent = desk.In("agent");
        var form = await agent.OpenAsync("/desk/templates/new");
        var again = await agent.SubmitAsync(form, "form[action='/desk/templates/new']", ("name", Name()), ("text", "第一行\n您好 {{客户}}"), ("sharedWith", "me"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("没有「{{客户}}」这个占位符（第 2 行第 4 个字）", again.Text, StringComparison.Ordinal);
        Assert.Equal("第一行\n您好 {{客户}}", again.One("textarea[name=text]").TextContent.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task SameNameTwice_IsRefused_ButOthersMayHaveIt()
    {
        var name = Name();
        await SaveAsync("agent", new { name, text = "一" });
        Assert.Equal((409, "templateNameIsTaken"), await CodeAsync(await desk.As("agent").PostJsonAsync("/api/v1/templates", new { name = name.ToUpperInvariant(), text = "二" })));
        await SaveAsync("second", new { name, text = "三" });
    }

    [Fact]
    public async Task TwoWhoChangeOneAtOnce_TheSecondIsTold()
    {
        var id = await SaveAsync("lead", new { name = Name(), text = "一", sharedWith = "everybody" });
        var version = (await FindAsync("manager", id)).GetProperty("version").GetString()!;
        var form = await desk.In("manager").OpenAsync($"/desk/templates/{id}");
        Assert.Equal(HttpStatusCode.OK, (await desk.As("lead").SendJsonAsync(HttpMethod.Patch, $"/api/v1/templates/{id}", new { text = "二" }, ("If-Match", version))).StatusCode);
        Assert.Equal((412, "changedMeanwhile"), await CodeAsync(await desk.As("manager").SendJsonAsync(HttpMethod.Patch, $"/api/v1/templates/{id}", new { text = "三" }, ("If-Match", version))));
        var again = await desk.In("manager").SubmitAsync(form, $"form[action$='{id:n}']", ("text", "四"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal("四", again.One("textarea[name=text]").TextContent);
        Assert.Equal("二", (await FindAsync("manager", id)).GetProperty("text").GetString());
    }

    [Fact]
    public async Task DeletedTemplate_CanBeHadBack_ForAWhile()
    {
        var name = Name();
        var id = await SaveAsync("agent", new { name, text = "您好" });
        var agent = desk.In("agent");
        var gone = await agent.SubmitAsync(await agent.OpenAsync($"/desk/templates/{id}"), "form[action$='/delete']");
        Assert.DoesNotContain(await ListAsync("agent"), t => Id(t) == id);
        Assert.Equal("/desk/templates", gone.Path);
        var back = await agent.SubmitAsync(gone, ".toast form");
        Assert.Contains(name, back.Text, StringComparison.Ordinal);
        Assert.Contains(await ListAsync("agent"), t => Id(t) == id);

        await desk.As("agent").SendJsonAsync(HttpMethod.Delete, $"/api/v1/templates/{id}", null);
        desk.Clock.Advance(Sharing.KeptFor + TimeSpan.FromMinutes(1));
        await desk.RunRecurringAsync(SweepTemplates.Name);
        desk.Clock.Advance(-Sharing.KeptFor - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await agent.PostFormAsync($"/desk/templates/{id}/restore")).StatusCode);
    }

    [Fact]
    public async Task Menu_IsFilledForTheTicket_AndWhatHasNoValueIsAGap()
    {
        var id = await SaveAsync("engineer", new { name = Name(), text = "{{用户}} 您好，工单 {{ticket.number}}「{{主题}}」由 {{处理组}} 的 {{assignee}} 处理，{{客服}}。电话 {{用户电话}}，{{今天}}" });
        var number = desk.Number("engineer's");
        var menu = await desk.In("engineer").OpenAsync($"/desk/tickets/{number}/templates");
        var text = menu.One($"[data-id='{id}']").GetAttribute("data-text")!;
        Assert.StartsWith($"user 您好，工单 {number}「engineer's」由 printing 的 engineer 处理，engineer。电话 {{{{?用户电话}}}}，", text, StringComparison.Ordinal);
        var filled = (await ReadAsync(await desk.As("engineer").GetAsync($"/api/v1/templates?ticket={number}"))).GetProperty("items").EnumerateArray().Single(t => Id(t) == id);
        Assert.Equal(text, filled.GetProperty("filled").GetString());
    }

    [Fact]
    public async Task Menu_IsNotForThoseWhoSeeNoInternals()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.In("user").GetAsync($"/desk/tickets/{desk.Number("fresh")}/templates")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.In("other").GetAsync($"/desk/tickets/{desk.Number("engineer's")}/templates")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.As("other").GetAsync($"/api/v1/templates?ticket={desk.Number("engineer's")}")).StatusCode);
    }

    [Fact]
    public async Task WhatWasUsedLast_ComesFirst_AndWordsNarrow()
    {
        var word = Name();
        var first = await SaveAsync("second", new { name = $"甲 {word}", text = "打印机重启步骤" });
        var second = await SaveAsync("second", new { name = $"乙 {word}", text = "密码自助重置" });
        async Task<IEnumerable<Guid>> OrderAsync(string q) =>
            (await desk.In("second").OpenAsync($"/desk/tickets/{desk.Number("fresh")}/templates?q={Uri.EscapeDataString(q)}")).All("[role=option]").Select(o => Guid.Parse(o.GetAttribute("data-id")!));
        Assert.Equal(HttpStatusCode.NoContent, (await desk.In("second").SendAsync(new(HttpMethod.Put, $"/desk/templates/{first}/used"))).StatusCode);
        Assert.Equal([first, second], await OrderAsync(word));
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await desk.In("second").SendAsync(new(HttpMethod.Put, $"/desk/templates/{second}/used"));
        Assert.Equal([second, first], await OrderAsync(word));
        Assert.Equal([second], await OrderAsync($"{word} 自助"));
        Assert.Empty(await OrderAsync($"{word} 无关"));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.In("agent").SendAsync(new(HttpMethod.Put, $"/desk/templates/{first}/used"))).StatusCode);
    }

    [Theory]
    [InlineData("notes", """{"text":"请在 {{?时间}} 回电"}""", "text")]
    [InlineData("notes", """{"text":"{{用户}} 您好","visibility":"internal"}""", "text")]
    [InlineData("resolve", """{"solution":"{{?}}","cause":"c","tested":"t"}""", "solution")]
    public async Task TextWithGaps_IsNotSent(string act, string json, string field)
    {
        var number = desk.Number("engineer's");
        var answer = await desk.As("engineer").PostJsonAsync($"/api/v1/tickets/{number}/{act}", JsonDocument.Parse(json).RootElement);
        var problem = await ReadAsync(answer);
        Assert.Equal((422, "textHasGaps"), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal(field, problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task TextWithGaps_ComesBackToTheComposerAsItWas()
    {
        var number = desk.Number("accepted");
        var agent = desk.In("agent");
        var page = await agent.OpenAsync($"/desk/tickets/{number}");
        var again = await agent.SubmitAsync(page, "form[action$='/notes']", ("text", "请在 {{?时间}} 回电"), ("visibility", "public"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("还有空缺没有填：时间", again.Text, StringComparison.Ordinal);
        Assert.Equal("请在 {{?时间}} 回电", again.One("textarea[name=text]").TextContent);
        var sent = await agent.SubmitAsync(again, "form[action$='/notes']", ("text", "请在 15:00 回电"), ("visibility", "public"));
        Assert.Contains("请在 15:00 回电", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UsersMayWriteBraces_AndSeeNoTemplates()
    {
        var number = desk.Number("fresh");
        var user = desk.In("user");
        var page = await user.OpenAsync($"/requests/{number}");
        Assert.DoesNotContain("templates", page.Html, StringComparison.Ordinal);
        var sent = await user.SubmitAsync(page, "form[action$='/notes']", ("text", "页面上写着 {{用户}}"));
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Contains("页面上写着 {{用户}}", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameKeyTwice_MakesOneTemplate()
    {
        var body = new { name = Name(), text = "您好" };
        var first = await desk.As("agent").SendJsonAsync(HttpMethod.Post, "/api/v1/templates", body, ("Idempotency-Key", body.name));
        var second = await desk.As("agent").SendJsonAsync(HttpMethod.Post, "/api/v1/templates", body, ("Idempotency-Key", body.name));
        Assert.Equal(Id(await ReadAsync(first)), Id(await ReadAsync(second)));
    }

    private static string Name() => $"template-{Interlocked.Increment(ref _names)}";

    private static Guid Id(JsonElement template) => template.GetProperty("id").GetGuid();

    private async Task<Guid> SaveAsync(string login, object template)
    {
        var answer = await desk.As(login).PostJsonAsync("/api/v1/templates", template);
        var body = await ReadAsync(answer);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{body}");
        return Id(body);
    }

    private async Task<JsonElement[]> ListAsync(string login) => [.. (await GetAsync(desk.As(login), "/api/v1/templates")).GetProperty("items").EnumerateArray()];

    private async Task<JsonElement> FindAsync(string login, Guid id) => (await ListAsync(login)).Single(t => Id(t) == id);
}
