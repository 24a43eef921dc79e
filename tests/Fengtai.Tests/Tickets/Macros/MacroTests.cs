using System.Net;
using System.Text.Json;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Templates;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Templates;
using Npgsql;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.Tickets.Macros;

/// <summary>Macros: who has which, what one would do, and that it does all of it or nothing.</summary>
public sealed class MacroTests(KeptDesk desk) : IClassFixture<KeptDesk>
{
    private static readonly object[] Triage =
    [
        new { act = "accept" },
        new { act = "classify", input = new { type = "incident", category = "hardware.printer", impact = "high", urgency = "high" } },
        new { act = "assign", input = new { team = "printing", assignee = "engineer", note = "{{用户}} 的 {{ticket.number}}" } },
        new { act = "notes", input = new { text = "{{用户}}，您好！已派给{{处理组}}的{{工程师}}，优先级{{优先级}}。", visibility = "public" } },
        new { act = "wait", input = new { reason = "parts" }, inDays = 2 },
    ];

    private static int _names;

    [Fact]
    public async Task Macro_DoesAllItsSteps_InOneAct()
    {
        var id = await SaveAsync("agent", new { name = Name(), steps = Triage });
        var number = await OpenAsync();
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var ticket = await ReadAsync(await desk.As("agent").PostJsonAsync($"/api/v1/tickets/{number}/macros/{id}"));
        Assert.Equal(("waiting", "urgent", "printing", "engineer", "hardware.printer"), (Of(ticket, "status"), Of(ticket, "priority"), Of(ticket, "team"), Of(ticket, "assignee"), Of(ticket, "category")));

        var events = (await EventsAsync(number)).Skip(1).ToArray();
        Assert.Equal(["macro", "accepted", "classified", "assigned", "note", "note", "firstResponse", "waiting"], events.Select(e => Of(e, "kind")));
        Assert.Single(events.Select(e => Of(e, "at")).Distinct());
        Assert.Equal(["user 的 " + number, "user，您好！已派给printing的engineer，优先级紧急。"], events.Where(e => Of(e, "kind") == "note").Select(e => e.GetProperty("data").GetProperty("text").GetString()));

        var page = await desk.In("agent").OpenAsync($"/desk/tickets/{number}");
        var marks = page.All(".timeline .pill").Count(p => p.TextContent.Contains("macro-", StringComparison.Ordinal));
        Assert.Equal(7, marks);
        Assert.DoesNotContain("macro-", (await desk.In("user").OpenAsync($"/requests/{number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_SaysWhatEachStepWouldDo_AndSavesNothing()
    {
        var id = await SaveAsync("agent", new { name = Name(), steps = Triage });
        var number = await OpenAsync();
        var before = await ReadAsync(await desk.As("agent").GetAsync($"/api/v1/tickets/{number}"));
        var preview = await ReadAsync(await desk.As("agent").PostJsonAsync($"/api/v1/tickets/{number}/macros/{id}", new { preview = true }));
        Assert.True(preview.GetProperty("canRun").GetBoolean());
        var steps = preview.GetProperty("steps").EnumerateArray().ToArray();
        Assert.Equal(["new→accepted", "accepted→accepted", "accepted→assigned", "assigned→assigned", "assigned→waiting"], steps.Select(s => $"{Of(s, "from")}→{Of(s, "to")}"));
        Assert.Equal("user，您好！已派给printing的engineer，优先级紧急。", steps[3].GetProperty("input").GetProperty("text").GetString());

        var page = await desk.In("agent").OpenAsync($"/desk/tickets/{number}/macros/{id}");
        Assert.Contains("user，您好！已派给printing的engineer，优先级紧急。", page.Text, StringComparison.Ordinal);
        Assert.Contains("紧急", page.One(".macro-steps li:nth-child(2) .changes").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.All(".notice.red"));

        Assert.Equal(before.GetRawText(), (await ReadAsync(await desk.As("agent").GetAsync($"/api/v1/tickets/{number}"))).GetRawText());
        Assert.Single(await EventsAsync(number));
    }

    [Fact]
    public async Task StepThatIsRefused_UndoesThoseBefore_AndIsNamed()
    {
        var id = await SaveAsync("agent", new { name = Name(), steps = new object[] { new { act = "accept" }, new { act = "notes", input = new { text = "好" } }, new { act = "resume" }, new { act = "start" } } });
        var number = await OpenAsync();
        var answer = await desk.As("agent").PostJsonAsync($"/api/v1/tickets/{number}/macros/{id}");
        var problem = await ReadAsync(answer);
        Assert.Equal((409, "macroStopsAt"), ((int)answer.StatusCode, Of(problem, "code")));
        Assert.Equal(["macroStopsAt", "ticketIsNotWaiting"], problem.GetProperty("errors").EnumerateArray().Select(e => Of(e, "code")));
        Assert.Contains("第 3 步", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Single(await EventsAsync(number));

        var page = await desk.In("agent").OpenAsync($"/desk/tickets/{number}/macros/{id}");
        Assert.Contains("工单没有挂起", page.One(".macro-steps li:nth-child(3) .notice").TextContent, StringComparison.Ordinal);
        Assert.Equal("open", page.One(".macro-steps li:nth-child(4)").ClassName);
        Assert.Null(page.Document.QuerySelector(".macro-steps ~ .actions button"));
    }

    [Fact]
    public async Task WhatOthersDidSince_IsToldBeforeItCounts()
    {
        var id = await SaveAsync("agent", new { name = Name(), steps = new object[] { new { act = "accept" }, new { act = "notes", input = new { text = "马上处理" } } } });
        var number = await OpenAsync();
        var form = await desk.In("agent").OpenAsync($"/desk/tickets/{number}/macros/{id}");
        var version = Of(await ReadAsync(await desk.As("agent").GetAsync($"/api/v1/tickets/{number}")), "version");
        await DoAsync(desk.As("second"), number, "classify", new { impact = "low", urgency = "low" });

        var stale = await desk.As("agent").SendJsonAsync(HttpMethod.Post, $"/api/v1/tickets/{number}/macros/{id}", new { }, ("If-Match", $"\"{version}\""));
        Assert.Equal((412, "changedMeanwhile"), await CodeAsync(stale));
        var told = await desk.In("agent").SubmitAsync(form, "form.form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.DoesNotContain(await EventsAsync(number), e => Of(e, "kind") == "macro");
        var done = await desk.In("agent").SubmitAsync(told, "form.form");
        Assert.Equal($"/desk/tickets/{number}", done.Path);
        Assert.Contains("马上处理", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoAtOnce_DoItOnce()
    {
        var id = await SaveAsync("lead", new { name = Name(), sharedWith = "everybody", steps = new object[] { new { act = "accept" }, new { act = "notes", input = new { text = "收到" } } } });
        var number = await OpenAsync();
        var answers = await Task.WhenAll(
            desk.As("agent").PostJsonAsync($"/api/v1/tickets/{number}/macros/{id}"),
            desk.As("second").PostJsonAsync($"/api/v1/tickets/{number}/macros/{id}"));
        Assert.Equal([200, 409], answers.Select(a => (int)a.StatusCode).Order());
        Assert.Single(await EventsAsync(number), e => Of(e, "kind") == "accepted");
        Assert.Single(await EventsAsync(number), e => Of(e, "kind") == "note");
    }

    [Fact]
    public async Task SameKeyTwice_RunsItOnce()
    {
        var id = await SaveAsync("agent", new { name = Name(), steps = new object[] { new { act = "notes", input = new { text = "收到" } } } });
        var number = await OpenAsync();
        var key = Name();
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await desk.As("agent").SendJsonAsync(HttpMethod.Post, $"/api/v1/tickets/{number}/macros/{id}", new { }, ("Idempotency-Key", key))).StatusCode);
        }
        Assert.Single(await EventsAsync(number), e => Of(e, "kind") == "note");
    }

    [Fact]
    public async Task Gaps_AreFilledInBeforeItRuns()
    {
        var id = await SaveAsync("agent", new { name = Name(), steps = new object[] { new { act = "accept" }, new { act = "notes", input = new { text = "{{用户}}，工程师 {{?时间}} 到" } } } });
        var number = await OpenAsync();
        Assert.Equal((409, "macroStopsAt"), await CodeAsync(await desk.As("agent").PostJsonAsync($"/api/v1/tickets/{number}/macros/{id}")));

        var page = await desk.In("agent").OpenAsync($"/desk/tickets/{number}/macros/{id}");
        Assert.Equal("user，工程师 {{?时间}} 到", page.One("textarea").TextContent);
        var again = await desk.In("agent").SubmitAsync(page, "form.form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        var done = await desk.In("agent").SubmitAsync(again, "form.form", ("text.1.text", "user，工程师 15:00 到"));
        Assert.Contains("user，工程师 15:00 到", done.Text, StringComparison.Ordinal);

        var other = await OpenAsync();
        var ran = await desk.As("agent").PostJsonAsync($"/api/v1/tickets/{other}/macros/{id}", new { texts = new[] { new { step = 1, member = "text", text = "16:00 到" } } });
        Assert.Equal(HttpStatusCode.OK, ran.StatusCode);
    }

    [Fact]
    public async Task WhatIsGone_IsSaidInListAndPreview()
    {
        var leaver = await desk.AddPersonAsync($"leaver{Interlocked.Increment(ref _names)}", Fengtai.Identity.Roles.Engineer);
        var id = await SaveAsync("agent", new { name = Name(), steps = new object[] { new { act = "accept" }, new { act = "assign", input = new { assignee = leaver.Login } } } });
        await using (var leaves = desk.Database.CreateCommand("update identity.people set is_active = false where id = $1"))
        {
            leaves.Parameters.Add(new NpgsqlParameter { Value = leaver.Id });
            await leaves.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        var said = $"第 2 步的工程师「{leaver.Login}」已不存在或已停用";
        Assert.Contains(said, (await desk.In("agent").OpenAsync("/desk/templates/macros")).Text, StringComparison.Ordinal);
        Assert.Contains(said, (await desk.In("agent").OpenAsync($"/desk/tickets/{await OpenAsync()}/macros/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains($"{leaver.Login}（已不存在）", (await desk.In("agent").OpenAsync($"/desk/templates/macros/{id}")).Text, StringComparison.Ordinal);
        var gone = (await FindAsync("agent", id)).GetProperty("gone")[0];
        Assert.Equal((1, "assignee", leaver.Login), (gone.GetProperty("step").GetInt32(), Of(gone, "member"), Of(gone, "value")));
        // another name is given without a word about the steps; the steps themselves are checked anew
        Assert.Equal(HttpStatusCode.OK, (await desk.As("agent").SendJsonAsync(HttpMethod.Patch, $"/api/v1/macros/{id}", new { name = Name() })).StatusCode);
    }

    [Theory]
    [InlineData("engineer", "assign", """{"team":"printing"}""", "notAllowed")]
    [InlineData("auditor", "notes", """{"text":"好"}""", "ticketIsNotYours")]
    [InlineData("engineer", "resume", "{}", "ticketIsNotWaiting")]
    public async Task Steps_NeedTheRightsThatTheyNeedByThemselves(string login, string act, string input, string code)
    {
        var id = await SaveAsync(login, new { name = Name(), steps = new[] { new { act, input = JsonDocument.Parse(input).RootElement } } });
        var answer = await desk.As(login).PostJsonAsync($"/api/v1/tickets/{desk.Number("engineer's")}/macros/{id}");
        Assert.Contains((await ReadAsync(answer)).GetProperty("errors").EnumerateArray(), e => Of(e, "code") == code);
    }

    [Fact]
    public async Task WhoMayNotSeeTicketOrMacro_LearnsOfNeither()
    {
        var own = await SaveAsync("other", new { name = Name(), steps = new object[] { new { act = "start" } } });
        Assert.Equal(404, (int)(await desk.As("other").PostJsonAsync($"/api/v1/tickets/{desk.Number("engineer's")}/macros/{own}")).StatusCode);
        Assert.Equal(404, (int)(await desk.As("agent").PostJsonAsync($"/api/v1/tickets/{desk.Number("fresh")}/macros/{own}")).StatusCode);
        Assert.Equal(404, (int)(await desk.In("agent").GetAsync($"/desk/tickets/{desk.Number("fresh")}/macros/{own}")).StatusCode);
        Assert.Equal(403, (int)(await desk.As("user").PostJsonAsync($"/api/v1/tickets/{desk.Number("fresh")}/macros/{own}")).StatusCode);
        Assert.Equal(404, (int)(await desk.In("other").GetAsync($"/desk/tickets/{desk.Number("engineer's")}/macros")).StatusCode);
        Assert.Equal(404, (int)(await desk.As("agent").SendJsonAsync(HttpMethod.Patch, $"/api/v1/macros/{own}", new { name = "x" })).StatusCode);
        Assert.Equal(404, (int)(await desk.As("lead").SendJsonAsync(HttpMethod.Delete, $"/api/v1/macros/{own}", null)).StatusCode);
    }

    [Theory]
    [InlineData("mate", "team:printing", 403, "onlyLeadsShareWithTheirTeam")]
    [InlineData("agent", "everybody", 403, "notAllowed")]
    [InlineData("engineer", "team:printing", 201, null)]
    [InlineData("manager", "everybody", 201, null)]
    public async Task Sharing_IsAsWithTemplates(string login, string sharedWith, int status, string? code)
    {
        var answer = await desk.As(login).PostJsonAsync("/api/v1/macros", new { name = Name(), sharedWith, steps = new object[] { new { act = "start" } } });
        var body = await ReadAsync(answer);
        Assert.Equal((status, code), ((int)answer.StatusCode, body.TryGetProperty("code", out var why) ? why.GetString() : null));
    }

    [Theory]
    [InlineData("[]", "missing", "steps")]
    [InlineData("""[{"act":"merge"}]""", "unknownValue", "steps[0].act")]
    [InlineData("""[{"act":"accept"},{"act":"notes","input":{"text":"{{客户}}"}}]""", "placeholderIsUnknown", "steps[1].text")]
    [InlineData("""[{"act":"notes"}]""", "missing", "steps[0].text")]
    [InlineData("""[{"act":"notes","input":{"text":"x","attachments":["0199aa00-0000-7000-8000-0000000000de"]}}]""", "unknownValue", "steps[0].attachments")]
    [InlineData("""[{"act":"notes","input":{"words":"x"}}]""", "unknownValue", "steps[0].words")]
    [InlineData("""[{"act":"classify","input":{"impact":"enormous"}}]""", "unknownValue", "steps[0].impact")]
    [InlineData("""[{"act":"assign","input":{"team":"nowhere"}}]""", "unknownValue", "steps[0].team")]
    [InlineData("""[{"act":"wait","input":{"reason":"parts"}}]""", "missing", "steps[0].inDays")]
    [InlineData("""[{"act":"wait","input":{"reason":"parts"},"inDays":400}]""", "waitIsTooLong", null)]
    [InlineData("""[{"act":"start","inDays":4}]""", "unknownValue", "steps[0].inDays")]
    public async Task WhatIsWrong_IsRefusedWithItsPlace(string steps, string code, string? field)
    {
        var answer = await desk.As("agent").PostJsonAsync("/api/v1/macros", new { name = Name(), steps = JsonDocument.Parse(steps).RootElement });
        var problem = await ReadAsync(answer);
        Assert.Equal((422, code), ((int)answer.StatusCode, Of(problem, "code")));
        Assert.Contains(problem.GetProperty("errors").EnumerateArray(), e => field is null || Of(e, "field") == field);
    }

    [Fact]
    public async Task OnManyTickets_DaysAndTimes_AreThoseOfWhoeverRunsIt()
    {
        var id = await SaveAsync("agent", new { name = Name(), steps = new object[] { new { act = "notes", input = new { text = "{{today}} {{now}} {{ticket.status}}" } } } });
        var (alone, among) = (await OpenAsync(), await OpenAsync());
        await ReadAsync(await desk.As("agent").PostJsonAsync($"/api/v1/tickets/{alone}/macros/{id}"));
        await ReadAsync(await desk.As("agent").PostJsonAsync("/api/v1/tickets/bulk", new { act = "macro", input = new { macro = id }, tickets = new[] { among } }));
        Assert.Equal(await SaidAsync(alone), await SaidAsync(among));

        async Task<string?> SaidAsync(long number) => (await EventsAsync(number)).Single(e => Of(e, "kind") == "note").GetProperty("data").GetProperty("text").GetString();
    }

    [Theory]
    [InlineData("""{"name": "x", "steps": [null]}""")]
    [InlineData("""{"name": "x", "steps": [{"act": "notes", "input": {"text": "a", "text": "b"}}]}""")]
    [InlineData("""{"name": "x", "name": "y", "steps": [{"act": "accept"}]}""")]
    public async Task Json_WithGapsOrTheSameTwice_IsBroken(string body) =>
        Assert.Equal((400, "jsonIsBroken"), await CodeAsync(await desk.As("agent").PostJsonAsync("/api/v1/macros", JsonDocument.Parse(body).RootElement)));

    [Fact]
    public async Task Nul_InAText_IsDropped()
    {
        var id = await SaveAsync("agent", new { name = Name(), steps = new object[] { new { act = "notes", input = new { text = "a\0b" } } } });
        Assert.Equal("ab", Of((await FindAsync("agent", id)).GetProperty("steps")[0].GetProperty("input"), "text"));
    }

    [Fact]
    public async Task TooManySteps_AreRefused() => Assert.Equal(
        (422, "tooManySteps"),
        await CodeAsync(await desk.As("agent").PostJsonAsync("/api/v1/macros", new { name = Name(), steps = Enumerable.Repeat(new { act = "start" }, 11) })));

    [Fact]
    public async Task TwoWhoChangeOneAtOnce_TheSecondIsTold()
    {
        var id = await SaveAsync("lead", new { name = Name(), sharedWith = "everybody", steps = new object[] { new { act = "start" } } });
        var version = Of(await FindAsync("manager", id), "version")!;
        Assert.Equal(HttpStatusCode.OK, (await desk.As("lead").SendJsonAsync(HttpMethod.Patch, $"/api/v1/macros/{id}", new { steps = new object[] { new { act = "claim" } } }, ("If-Match", version))).StatusCode);
        Assert.Equal((412, "changedMeanwhile"), await CodeAsync(await desk.As("manager").SendJsonAsync(HttpMethod.Patch, $"/api/v1/macros/{id}", new { name = "x" }, ("If-Match", version))));
    }

    [Fact]
    public async Task Form_AddsMovesAndRemovesSteps_AndKeepsWhatWasTyped()
    {
        var agent = desk.In("agent");
        var (name, form) = (Name(), "form[action='/desk/templates/macros/new']");
        var page = await agent.OpenAsync("/desk/templates/macros/new");
        page = await agent.SubmitAsync(page, form, ("name", name), ("newAct", "accept"), ("do", "add"));
        page = await agent.SubmitAsync(page, form, ("newAct", "notes"), ("do", "add"));
        page = await agent.SubmitAsync(page, form, ("newAct", "start"), ("do", "add"));
        var text = page.One("textarea").GetAttribute("name")!;
        page = await agent.SubmitAsync(page, form, (text, "{{客户}} 您好"), ("do", page.All("button[value^='up:']")[0].GetAttribute("value")));
        Assert.Equal(["1. 答复或备注", "2. 受理", "3. 开始处理"], page.All(".macro-steps h2").Select(h => h.TextContent));
        page = await agent.SubmitAsync(page, form, ("do", page.All("button[value^='remove:']")[2].GetAttribute("value")));
        Assert.Equal("{{客户}} 您好", page.One("textarea").TextContent);
        var refused = await agent.SubmitAsync(page, form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("没有「{{客户}}」这个占位符", refused.One($"#field-{text.Replace('.', '-')}-error").TextContent, StringComparison.Ordinal);
        var saved = await agent.SubmitAsync(refused, form, (text, "{{用户}} 您好"));
        Assert.Equal("/desk/templates/macros", saved.Path);
        Assert.Contains("答复或备注 → 受理", saved.Text, StringComparison.Ordinal);

        var own = (await ListAsync("agent")).Single(m => Of(m, "name") == name);
        Assert.Equal("{{用户}} 您好", own.GetProperty("steps")[0].GetProperty("input").GetProperty("text").GetString());
        var gone = await agent.SubmitAsync(await agent.OpenAsync($"/desk/templates/macros/{Id(own)}"), "form[action$='/delete']");
        Assert.DoesNotContain(await ListAsync("agent"), m => Id(m) == Id(own));
        await agent.SubmitAsync(gone, ".toast form");
        Assert.Contains(await ListAsync("agent"), m => Id(m) == Id(own));
        await desk.As("agent").SendJsonAsync(HttpMethod.Delete, $"/api/v1/macros/{Id(own)}", null);
        desk.Clock.Advance(Sharing.KeptFor + TimeSpan.FromMinutes(1));
        await desk.RunRecurringAsync(SweepTemplates.Name);
        desk.Clock.Advance(-Sharing.KeptFor - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await agent.PostFormAsync($"/desk/templates/macros/{Id(own)}/restore")).StatusCode);
    }

    [Fact]
    public async Task Macro_IsOfferedOnTheTicket_ByMenuAndPalette()
    {
        var name = Name();
        var id = await SaveAsync("agent", new { name, steps = new object[] { new { act = "accept" } } });
        var number = await OpenAsync();
        var page = await desk.In("agent").OpenAsync($"/desk/tickets/{number}");
        var menu = await desk.In("agent").OpenAsync(page.One("a[href$='/macros'][data-keys='.']").GetAttribute("href")!);
        Assert.Contains(menu.All("a.list-row"), a => a.GetAttribute("href") == $"/desk/tickets/{number}/macros/{id:n}");
        var found = await desk.In("agent").OpenAsync($"/palette?q={name}&at=/desk/tickets/{number}");
        Assert.Equal($"/desk/tickets/{number}/macros/{id:n}", found.One("[role=option]").GetAttribute("data-href"));
        Assert.Empty((await desk.In("agent").OpenAsync($"/palette?q={name}&at=/desk")).All("[role=option]"));
        Assert.Empty((await desk.In("auditor").OpenAsync($"/desk/tickets/{number}")).All("a[data-keys='.']"));
    }

    [Fact]
    public async Task OnManyTickets_ItIsWholeOnEach_OrNotAtAll()
    {
        var id = await SaveAsync("agent", new { name = Name(), steps = new object[] { new { act = "accept" }, new { act = "notes", input = new { text = "{{ticket.number}} 已受理" } } } });
        var (fresh, accepted) = (await OpenAsync(), await OpenAsync());
        await DoAsync(desk.As("agent"), accepted, "accept");
        var wanted = new { act = "macro", input = new { macro = id }, tickets = new[] { fresh, accepted } };
        var preview = await ReadAsync(await desk.As("agent").PostJsonAsync("/api/v1/tickets/bulk", new { wanted.act, wanted.input, wanted.tickets, preview = true }));
        Assert.Equal(["would", "refused"], preview.GetProperty("rows").EnumerateArray().Select(r => Of(r, "state")));
        Assert.Single(await EventsAsync(fresh));

        var batch = await ReadAsync(await desk.As("agent").PostJsonAsync("/api/v1/tickets/bulk", wanted));
        var rows = batch.GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal(["done", "refused"], rows.Select(r => Of(r, "state")));
        Assert.Equal("ticketIsAlreadyAccepted", Of(rows[1].GetProperty("refusal"), "code"));
        Assert.Equal(["opened", "macro", "accepted", "note", "firstResponse"], (await EventsAsync(fresh)).Select(e => Of(e, "kind")));
        Assert.Equal(["opened", "accepted"], (await EventsAsync(accepted)).Select(e => Of(e, "kind")));

        Assert.Equal((422, "unknownValue"), await CodeAsync(await desk.As("second").PostJsonAsync("/api/v1/tickets/bulk", wanted)));
        var form = await desk.In("agent").OpenAsync($"/desk/bulk/macro?tickets={fresh}");
        Assert.Contains(form.All("select[name=macro] option"), o => o.GetAttribute("value") == id.ToString());
    }

    private static string Name() => $"macro-{Interlocked.Increment(ref _names)}";

    private static Guid Id(JsonElement macro) => macro.GetProperty("id").GetGuid();

    private static string? Of(JsonElement of, string member) => of.GetProperty(member) is { ValueKind: JsonValueKind.String } text ? text.GetString() : of.GetProperty(member).ToString();

    private async Task<long> OpenAsync()
    {
        var answer = await desk.As("user").PostJsonAsync("/api/v1/tickets", new { subject = "打印机卡纸", description = "三楼" });
        return Number(await ReadAsync(answer));
    }

    private async Task<JsonElement[]> EventsAsync(long number) => [.. (await GetAsync(desk.As("agent"), $"/api/v1/tickets/{number}/events")).EnumerateArray()];

    private async Task<Guid> SaveAsync(string login, object macro)
    {
        var answer = await desk.As(login).PostJsonAsync("/api/v1/macros", macro);
        var body = await ReadAsync(answer);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{body}");
        return Id(body);
    }

    private async Task<JsonElement[]> ListAsync(string login) => [.. (await GetAsync(desk.As(login), "/api/v1/macros")).GetProperty("items").EnumerateArray()];

    private async Task<JsonElement> FindAsync(string login, Guid id) => (await ListAsync(login)).Single(m => Id(m) == id);
}
