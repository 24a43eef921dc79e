using System.Text.Json;
using Fengtai.Identity;
using Fengtai.Platform.Data;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Fengtai.Tickets.Bulk;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.Tickets.Bulk;

public sealed class BulkApiTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    private const string Path = "/api/v1/tickets/bulk";

    private static readonly long[] Nobodys = [999_999];
    private static readonly long[] Zero = [0];
    private static readonly string[] Aside = ["updatedAt", "version", "links"];

    [Fact]
    public async Task Preview_SaysWhatWouldChange_OrWhyNot_AndChangesNothing()
    {
        var (fresh, cancelled) = (await OpenAsync(), await OpenAsync());
        await DoAsync(desk.User, cancelled, "cancel", new { reason = "不用了" });
        var before = await VersionAsync(fresh);

        var preview = await BulkAsync(desk.Agent, new { act = "accept", tickets = new[] { fresh, cancelled }, preview = true });
        Assert.Equal(("preview", "would", "refused"), (Word(preview, "state"), State(preview, fresh), State(preview, cancelled)));
        Assert.Equal("status new → accepted, owner  → agent", Changes(preview, fresh));
        Assert.Equal("ticketWasCancelled", Word(Row(preview, cancelled).GetProperty("refusal"), "code"));
        Assert.Equal((before, "new"), (await VersionAsync(fresh), Word(await TicketAsync(fresh), "status")));
        Assert.Equal(JsonValueKind.Null, preview.GetProperty("id").ValueKind);
    }

    [Fact]
    public async Task EachTicket_IsDecidedByItsOwnRules_AndTheReportSaysSo()
    {
        var (one, other, cancelled) = (await AcceptedAsync(), await AcceptedAsync(), await OpenAsync());
        await DoAsync(desk.User, cancelled, "cancel", new { reason = "不用了" });
        var batch = await BulkAsync(desk.Agent, new { act = "assign", input = new { team = "printing", assignee = "engineer" }, tickets = new[] { one, other, cancelled } });
        Assert.Equal(("finished", 2, 1), (Word(batch, "state"), batch.GetProperty("done").GetInt32(), batch.GetProperty("refused").GetInt32()));
        Assert.Equal("status accepted → assigned, team  → printing, assignee  → engineer", Changes(batch, one));
        Assert.Equal("engineer", Word(await TicketAsync(other), "assignee"));
        Assert.Equal(["opened", "accepted", "assigned"], await KindsAsync(one));
        Assert.Equal(batch.ToString(), (await GetAsync(desk.Agent, $"{Path}/{Word(batch, "id")}")).ToString());
    }

    [Fact]
    public async Task TicketAtWhichTheSystemFails_IsReported_AndTheOthersGoOn()
    {
        var (broken, sound) = (await AcceptedAsync(), await AcceptedAsync());
        await AsOwnerAsync($"""
            create function tickets.fails() returns trigger language plpgsql as $$ begin if new.number = {broken} then raise exception 'broken'; end if; return new; end $$;
            create trigger fails before update on tickets.tickets for each row execute function tickets.fails();
            """);
        var batch = await BulkAsync(desk.Agent, new { act = "classify", input = new { category = "hardware.printer" }, tickets = new[] { broken, sound } });
        Assert.Equal(("finished", "refused", "done"), (Word(batch, "state"), State(batch, broken), State(batch, sound)));
        await AsOwnerAsync("drop trigger fails on tickets.tickets");
        Assert.Equal("ticketFailed", Word(Row(batch, broken).GetProperty("refusal"), "code"));
    }

    [Fact]
    public async Task Undo_PutsBackWhatStandsAsItWasLeft_AndReportsTheRest()
    {
        var (one, taken) = (await AcceptedAsync(), await AcceptedAsync());
        var batch = await BulkAsync(desk.Agent, new { act = "assign", input = new { assignee = "engineer" }, tickets = new[] { one, taken } });
        await DoAsync(desk.Engineer, taken, "take");

        var undo = await UndoAsync(desk.Agent, batch);
        Assert.Equal((Word(batch, "id"), "done", "refused"), (Word(undo, "undoOf"), State(undo, one), State(undo, taken)));
        Assert.Equal("ticketHasChangedSince", Word(Row(undo, taken).GetProperty("refusal"), "code"));
        var back = await TicketAsync(one);
        Assert.Equal(("accepted", null, null), (Word(back, "status"), Word(back, "assignee"), Word(back, "team")));
        Assert.Equal("engineer", Word(await TicketAsync(taken), "assignee"));
        Assert.Equal(["opened", "accepted", "assigned", "actUndone"], await KindsAsync(one));

        Assert.Equal((409, "batchWasUndoneAlready"), await CodeAsync(await desk.Agent.PostJsonAsync($"{Path}/{Word(batch, "id")}/undo")));
        Assert.Equal((409, "batchIsAnUndo"), await CodeAsync(await desk.Agent.PostJsonAsync($"{Path}/{Word(undo, "id")}/undo")));
        Assert.Equal(Word(undo, "id"), Word(await GetAsync(desk.Agent, $"{Path}/{Word(batch, "id")}"), "undoneBy"));
    }

    [Theory]
    [InlineData("accept", "{}", "new")]
    [InlineData("classify", """{"priority": "high", "reason": "领导要求"}""", "accepted")]
    [InlineData("wait", """{"reason": "parts", "until": "2027-01-04T09:00:00Z"}""", "accepted")]
    [InlineData("close", """{"code": "notIt", "note": "请找行政"}""", "waiting")]
    [InlineData("resume", "{}", "waiting")]
    [InlineData("link", """{"kind": "parent"}""", "accepted")]
    public async Task EveryAct_ThatCanBe_IsPutBackWholly(string act, string input, string from)
    {
        var number = from == "new" ? await OpenAsync() : await AcceptedAsync();
        if (from == "waiting")
        {
            await DoAsync(desk.Agent, number, "wait", new { reason = "supplier", until = desk.Clock.Now.AddDays(3) });
        }
        var parent = act == "link" ? await AcceptedAsync() : 0;
        var given = JsonSerializer.Deserialize<Dictionary<string, object>>(input)!;
        if (act == "link")
        {
            given["to"] = parent;
        }
        if (act == "wait")
        {
            given["until"] = desk.Clock.Now.AddDays(2);
        }
        var before = Told(await TicketAsync(number));
        var batch = await BulkAsync(desk.Agent, new { act, input = given, tickets = new[] { number } });
        Assert.Equal("done", State(batch, number));
        Assert.NotEqual(before, Told(await TicketAsync(number)));
        Assert.Equal("done", State(await UndoAsync(desk.Agent, batch), number));
        Assert.Equal(before, Told(await TicketAsync(number)));
    }

    [Fact]
    public async Task Notes_AreWritten_AndStay()
    {
        var number = await AcceptedAsync();
        var batch = await BulkAsync(desk.Agent, new { act = "notes", input = new { text = "机房今晚停电", visibility = "public" }, tickets = new[] { number } });
        Assert.Equal("not", Word(batch, "undoable"));
        Assert.Contains("机房今晚停电", (await GetAsync(desk.User, $"/api/v1/tickets/{number}/events")).ToString(), StringComparison.Ordinal);
        Assert.Equal((409, "wordsAreNotTakenBack"), await CodeAsync(await desk.Agent.PostJsonAsync($"{Path}/{Word(batch, "id")}/undo")));
    }

    [Fact]
    public async Task Nul_InAPastedText_IsDropped()
    {
        var number = await AcceptedAsync();
        var batch = await BulkAsync(desk.Agent, new { act = "notes", input = new { text = @"C:\u0000" + "\0\0日志", visibility = "internal" }, tickets = new[] { number } });
        Assert.Equal("done", State(batch, number));
        Assert.Equal(@"C:\u0000日志", Word(batch.GetProperty("input"), "text"));
    }

    [Fact]
    public async Task Undo_ComesTooLate_AfterADay()
    {
        var batch = await BulkAsync(desk.Agent, new { act = "accept", tickets = new[] { await OpenAsync() } });
        desk.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal((409, "undoCameTooLate"), await CodeAsync(await desk.Agent.PostJsonAsync($"{Path}/{Word(batch, "id")}/undo")));
    }

    [Fact]
    public async Task Many_AreDoneByAJob_OnceEach_EvenWhereItIsDoneAgain()
    {
        var numbers = new List<long>();
        for (var i = 0; i < 70; i++)
        {
            numbers.Add(await OpenAsync());
        }
        var batch = await BulkAsync(desk.Agent, new { act = "notes", input = new { text = "统一处理", visibility = "internal" }, tickets = numbers });
        var id = Guid.Parse(Word(batch, "id")!);
        Assert.Equal(("running", 0), (Word(batch, "state"), batch.GetProperty("done").GetInt32()));
        // one node did a part and died; another takes the job, while the first is only slow
        await RunPartAsync(id, 7);
        await Task.WhenAll(RunPartAsync(id, 40), RunPartAsync(id, 40));
        await desk.RunJobsAsync();
        await RunPartAsync(id, 50);
        var done = await GetAsync(desk.Agent, $"{Path}/{id}");
        Assert.Equal(("finished", 70, 0), (Word(done, "state"), done.GetProperty("done").GetInt32(), done.GetProperty("refused").GetInt32()));
        foreach (var number in numbers)
        {
            Assert.Equal(["opened", "note"], await KindsAsync(number));
        }
    }

    [Fact]
    public async Task WhoIsGivenMany_IsToldOnce()
    {
        var numbers = new List<long>();
        for (var i = 0; i < 12; i++)
        {
            numbers.Add(await AcceptedAsync());
        }
        var before = await NoticesAsync("other");
        await BulkAsync(desk.Agent, new { act = "assign", input = new { assignee = "other" }, tickets = numbers });
        await desk.RunJobsAsync();
        Assert.Equal("other", Word(await TicketAsync(numbers[^1]), "assignee"));
        Assert.Equal(["tickets.news.batchAssigned"], (await NoticesAsync("other")).Except(before));
        Assert.Equal(before.Length + 1, (await NoticesAsync("other")).Length);
        await BulkAsync(desk.Agent, new { act = "assign", input = new { assignee = "other" }, tickets = new[] { await AcceptedAsync() } });
        Assert.Equal(before.Length + 2, (await NoticesAsync("other")).Length);
    }

    [Fact]
    public async Task WhoMayNoLongerAct_DoesNot_ThoughTheBatchWasStarted()
    {
        var person = await desk.AddPersonAsync("leaving", Roles.Agent);
        var program = await desk.ProgramAsync(person);
        var numbers = new List<long>();
        for (var i = 0; i < 12; i++)
        {
            numbers.Add(await OpenAsync());
        }
        var batch = await BulkAsync(program, new { act = "accept", tickets = numbers });
        await desk.Database.ExecuteAsync("update identity.people set roles = '{user}' where login = 'leaving'", []);
        await desk.RunJobsAsync();
        var counted = await CountAsync(Guid.Parse(Word(batch, "id")!), "refused");
        Assert.Equal((12L, "new"), (counted, Word(await TicketAsync(numbers[0]), "status")));
    }

    [Fact]
    public async Task Filter_IsTheLists_AndWhatItDoesNotKnowIsRefused()
    {
        var other = await desk.OpenAsync(desk.Colleague, new { subject = "空调滴水", description = "会议室空调滴水不止" });
        var preview = await BulkAsync(desk.Agent, new { act = "accept", filter = "requester=colleague&q=空调滴水", preview = true });
        Assert.Equal([Number(other)], preview.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("number").GetInt64()));
        Assert.Equal((422, "unknownValue"), await CodeAsync(await desk.Agent.PostJsonAsync(Path, new { act = "accept", filter = "requster=colleague" })));
        Assert.Equal((422, "eitherTicketsOrAFilter"), await CodeAsync(await desk.Agent.PostJsonAsync(Path, new { act = "accept", filter = "status=new", tickets = Nobodys })));
    }

    [Fact]
    public async Task TooMany_AreRefused_NamingHowManyAndTheCap()
    {
        var answer = await desk.Agent.PostJsonAsync(Path, new { act = "accept", tickets = Enumerable.Range(100_001, 501) });
        Assert.Equal(422, (int)answer.StatusCode);
        var problem = await ReadAsync(answer);
        Assert.Equal("tooManyTicketsAtOnce", Word(problem, "code"));
        Assert.Contains("501", Word(problem, "title"), StringComparison.Ordinal);
        Assert.Contains("500", Word(problem, "title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadInput_IsRefusedBeforeAnythingHappens()
    {
        var number = await AcceptedAsync();
        Assert.Equal((422, "missing"), await RefusedAsync(new { tickets = new[] { number } }));
        Assert.Equal((422, "missing"), await RefusedAsync(new { act = "accept" }));
        Assert.Equal((400, "jsonIsBroken"), await RefusedAsync(new { act = "resolve", tickets = new[] { number } }));
        Assert.Equal((400, "jsonMemberIsUnknown"), await RefusedAsync(new { act = "assign", input = new { teem = "printing" }, tickets = new[] { number } }));
        Assert.Equal((422, "unknownValue"), await RefusedAsync(new { act = "assign", input = new { team = "nobody" }, tickets = new[] { number } }));
        Assert.Equal((422, "unknownValue"), await RefusedAsync(new { act = "accept", tickets = Nobodys }));
        Assert.Equal((422, "unknownValue"), await RefusedAsync(new { act = "accept", tickets = Zero }));
        Assert.Equal((422, "unknownValue"), await RefusedAsync(new { act = "assign", input = new { assignee = "a\0" }, tickets = new[] { number } }));
        Assert.Equal((400, "jsonMemberIsUnknown"), await RefusedAsync(new { act = "notes", input = new { text = "x", attachments = new[] { Guid.NewGuid() } }, tickets = new[] { number } }));
        Assert.Equal((422, "picturesHangOnOneTicket"), await RefusedAsync(new { act = "notes", input = new { text = $"![图](/files/{Guid.NewGuid()})" }, tickets = new[] { number, await OpenAsync() } }));
        Assert.Equal((422, "textHasGaps"), await RefusedAsync(new { act = "notes", input = new { text = "请拨 {{?用户电话}}" }, tickets = new[] { number } }));
        Assert.Equal(["opened", "accepted"], await KindsAsync(number));
    }

    [Fact]
    public async Task Rights_AreTheActorsOwn_AndABatchIsItsOwnersAlone()
    {
        var (printing, network) = (await AcceptedAsync(), await AcceptedAsync());
        await DoAsync(desk.Agent, printing, "assign", new { team = "printing" });
        await DoAsync(desk.Agent, network, "assign", new { team = "network" });
        var wait = new { reason = "parts", until = desk.Clock.Now.AddDays(1) };
        Assert.Equal((422, "unknownValue"), await CodeAsync(await desk.Engineer.PostJsonAsync(Path, new { act = "wait", input = wait, tickets = new[] { printing, network } })));
        Assert.Equal((403, "notAllowed"), await CodeAsync(await desk.Engineer.PostJsonAsync(Path, new { act = "close", input = new { code = "spam" }, tickets = new[] { printing } })));
        Assert.Equal((403, "notAllowed"), await CodeAsync(await desk.User.PostJsonAsync(Path, new { act = "notes", input = new { text = "x" }, tickets = new[] { printing } })));
        var batch = await BulkAsync(desk.Engineer, new { act = "wait", input = wait, tickets = new[] { printing } });
        Assert.Equal("done", State(batch, printing));
        foreach (var stranger in new[] { desk.Agent, desk.Mate })
        {
            Assert.Equal(404, (int)(await stranger.GetAsync($"{Path}/{Word(batch, "id")}")).StatusCode);
            Assert.Equal(404, (int)(await stranger.PostJsonAsync($"{Path}/{Word(batch, "id")}/undo")).StatusCode);
        }
        var admin = await desk.ProgramAsync(await desk.AddPersonAsync("bulk.admin", Roles.Administrator));
        var foreign = await GetAsync(admin, $"{Path}/{Word(batch, "id")}");
        Assert.Equal(("engineer", JsonValueKind.Null), (Word(foreign, "by"), foreign.GetProperty("input").ValueKind));
        Assert.Contains((await GetAsync(desk.Engineer, Path)).GetProperty("items").EnumerateArray(), b => Word(b, "id") == Word(batch, "id"));
    }

    [Fact]
    public async Task SameKey_DoesItOnce()
    {
        var number = await AcceptedAsync();
        var body = new { act = "notes", input = new { text = "一次", visibility = "internal" }, tickets = new[] { number } };
        var first = await ReadAsync(await desk.Agent.SendJsonAsync(HttpMethod.Post, Path, body, ("Idempotency-Key", "bulk-1")));
        var again = await ReadAsync(await desk.Agent.SendJsonAsync(HttpMethod.Post, Path, body, ("Idempotency-Key", "bulk-1")));
        Assert.Equal(Word(first, "id"), Word(again, "id"));
        Assert.Equal(["opened", "accepted", "note"], await KindsAsync(number));
    }

    [Fact]
    public async Task ChangedBetweenPreviewAndRun_IsDecidedOnItsPresentState()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        var body = new { act = "accept", tickets = new[] { one, other }, preview = true };
        Assert.Equal("would", State(await BulkAsync(desk.Agent, body), other));
        await DoAsync(desk.User, other, "cancel", new { reason = "好了" });
        var batch = await BulkAsync(desk.Agent, new { act = "accept", tickets = new[] { one, other } });
        Assert.Equal(("done", "refused"), (State(batch, one), State(batch, other)));
    }

    private async Task<long> OpenAsync() => Number(await desk.OpenAsync(desk.User));

    private async Task AsOwnerAsync(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(desk.OwnerString);
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<long> AcceptedAsync()
    {
        var number = await OpenAsync();
        await DoAsync(desk.Agent, number, "accept");
        return number;
    }

    private static async Task<JsonElement> BulkAsync(Browser by, object body)
    {
        var answer = await by.PostJsonAsync(Path, body);
        var read = await ReadAsync(answer);
        Assert.True(answer.IsSuccessStatusCode, read.ToString());
        return read;
    }

    private static async Task<JsonElement> UndoAsync(Browser by, JsonElement batch)
    {
        var answer = await by.PostJsonAsync($"{Path}/{Word(batch, "id")}/undo");
        var read = await ReadAsync(answer);
        Assert.True(answer.IsSuccessStatusCode, read.ToString());
        return read;
    }

    private async Task<(int, string?)> RefusedAsync(object body) => await CodeAsync(await desk.Agent.PostJsonAsync(Path, body));

    private Task<JsonElement> TicketAsync(long number) => GetAsync(desk.Agent, $"/api/v1/tickets/{number}");

    private async Task<uint> VersionAsync(long number) => (await TicketAsync(number)).GetProperty("version").GetUInt32();

    private async Task<string[]> KindsAsync(long number) => [.. (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}/events")).EnumerateArray().Select(e => Word(e, "kind")!)];

    private Task RunPartAsync(Guid id, int most) => desk.RunAsync(services => services.GetRequiredService<RunBatch>().RunAsync(id, most, default));

    private async Task<string[]> NoticesAsync(string login)
    {
        await using var command = desk.Database.Command("select n.text_key from notifications.notices n join identity.people p on p.id = n.person_id where p.login = $1", login);
        return [.. await command.ListAsync(row => row.GetString(0), TestContext.Current.CancellationToken)];
    }

    private async Task<long> CountAsync(Guid batch, string state)
    {
        await using var command = desk.Database.Command("select count(*) from tickets.batch_rows where batch_id = $1 and state = $2", batch, state);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>What undoing brings back: everything but when and how often it was saved.</summary>
    private static string Told(JsonElement ticket) => string.Join('\n', ticket.EnumerateObject().Where(p => !Aside.Contains(p.Name)).Select(p => $"{p.Name} {p.Value}"));

    private static JsonElement Row(JsonElement batch, long number) => batch.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("number").GetInt64() == number);

    private static string? State(JsonElement batch, long number) => Word(Row(batch, number), "state");

    private static string Changes(JsonElement batch, long number) =>
        string.Join(", ", Row(batch, number).GetProperty("changes").EnumerateArray().Select(c => $"{Word(c, "field")} {c.GetProperty("from")} → {c.GetProperty("to")}"));

    private static string? Word(JsonElement json, string name) => json.GetProperty(name).GetString();
}
