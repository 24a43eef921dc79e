using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Fengtai.Platform.Data;
using Fengtai.Tests.Support;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.Tickets.Api;

/// <summary>What the API promises beyond the rules: strict input, versions, idempotency, pages of lists.</summary>
public sealed class TicketApiTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    private static readonly object Sample = new { subject = "鼠标坏了", description = "左键不灵" };

    [Theory]
    [InlineData("""{"subject":"x","description":"y","colour":"red"}""", 400, "jsonMemberIsUnknown", "$.colour")]
    [InlineData("""{"subject":"x","description":"y" """, 400, "jsonIsBroken", "$")]
    [InlineData("""[]""", 400, "jsonIsBroken", "$")]
    [InlineData("""{"subject":7,"description":"y"}""", 400, "jsonIsBroken", "$.subject")]
    [InlineData("""{"subject":"x","description":"y","type":"complaint"}""", 400, "jsonIsBroken", "$.type")]
    [InlineData("""{"description":"y"}""", 422, "missing", "subject")]
    [InlineData("""{"subject":"\u0000\u202e ","description":"y"}""", 422, "missing", "subject")]
    [InlineData("""{"subject":"x","description":"y","category":"no.such"}""", 422, "unknownValue", "category")]
    [InlineData("""{"subject":"x","description":"y","requester":"nobody"}""", 422, "unknownValue", "requester")]
    [InlineData("""{"subject":"x","description":"y","requester":"colleague"}""", 403, "onlyTheDeskFilesForOthers", "requester")]
    [InlineData("""{"subject":"x","description":"y","occurredAt":"2099-01-01T00:00:00Z"}""", 422, "timeIsInTheFuture", "occurredAt")]
    [InlineData("""{"subject":"x","description":"y","fields":{"a":1}}""", 422, "missing", "category")]
    public async Task BadInput_IsRefusedByItsPlace(string json, int status, string code, string field)
    {
        var answer = await PostAsync(desk.User, "/api/v1/tickets", json);
        var problem = await ReadAsync(answer);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal((status, code, field), ((int)answer.StatusCode, problem.GetProperty("code").GetString(), problem.GetProperty("errors")[0].GetProperty("field").GetString()));
    }

    [Theory]
    [InlineData("department=%00")]
    [InlineData("site=a%00")]
    public async Task Nul_WhereNothingHasOne_IsTheSendersMistake(string filter) =>
        Assert.Equal(400, (int)(await desk.Agent.GetAsync($"/api/v1/tickets?{filter}")).StatusCode);

    [Fact]
    public async Task AllThatIsWrong_IsSaidAtOnce()
    {
        var problem = await ReadAsync(await desk.User.PostJsonAsync("/api/v1/tickets", new { subject = new string('长', 201), description = "", contact = new string('x', 300) }));
        Assert.Equal(["textIsTooLong", "missing", "textIsTooLong"], problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    public async Task OtherContentTypes_AreRefused(string type, int status)
    {
        var answer = await desk.User.SendAsync(new(HttpMethod.Post, "/api/v1/tickets") { Content = new StringContent("{}", Encoding.UTF8, type) });
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task HugeBody_IsRefused() =>
        Assert.Equal(413, (int)(await desk.User.PostJsonAsync("/api/v1/tickets", new { subject = "x", description = new string('y', 1_100_000) })).StatusCode);

    [Fact]
    public async Task Script_IsKeptAsText()
    {
        var ticket = await desk.OpenAsync(desk.User, new { subject = "<script>alert(1)</script>", description = "a\u0000b\u202ec" });
        Assert.Equal(("<script>alert(1)</script>", "abc"), (ticket.GetProperty("subject").GetString(), ticket.GetProperty("description").GetString()));
    }

    [Fact]
    public async Task Nobody_IsAskedForAToken()
    {
        var answer = await (await desk.Browse()).GetAsync("/api/v1/tickets");
        Assert.Equal((401, "notSignedIn"), await CodeAsync(answer));
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task IncompleteRequest_IsTakenAndMarked()
    {
        var ticket = await desk.OpenAsync(desk.User, new { subject = "打印机", description = "坏了", category = "hardware.printer" });
        Assert.NotEmpty(ticket.GetProperty("missing").EnumerateArray());
    }

    [Fact]
    public async Task SameKeyAndBody_AreDoneOnce_AnotherBodyIsRefused()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var first = await desk.User.SendJsonAsync(HttpMethod.Post, "/api/v1/tickets", Sample, key);
        var second = await desk.User.SendJsonAsync(HttpMethod.Post, "/api/v1/tickets", Sample, key);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal((await ReadAsync(first)).ToString(), (await ReadAsync(second)).ToString());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        var other = await desk.User.SendJsonAsync(HttpMethod.Post, "/api/v1/tickets", new { subject = "键盘坏了", description = "x" }, key);
        Assert.Equal((409, "idempotencyKeyWasUsedForAnotherBody"), await CodeAsync(other));
        // somebody else's key is another key
        Assert.Equal(HttpStatusCode.Created, (await desk.Colleague.SendJsonAsync(HttpMethod.Post, "/api/v1/tickets", Sample, key)).StatusCode);
    }

    [Fact]
    public async Task SameKeyManyTimesAtOnce_MakesOneTicket()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var subject = $"同时 {key.Item2}";
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.User.SendJsonAsync(HttpMethod.Post, "/api/v1/tickets", new { subject, description = "x" }, key)));
        Assert.All(answers, a => Assert.Contains(a.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));
        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Single((await GetAsync(desk.User, $"/api/v1/tickets?q={Uri.EscapeDataString(subject)}")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task AnswerThatWasLostWithItsNode_IsGivenAgain_WithoutDoingTheWorkAgain()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var first = await desk.User.SendJsonAsync(HttpMethod.Post, "/api/v1/tickets", Sample, key);
        var note = ("Idempotency-Key", Guid.NewGuid().ToString());
        var path = $"/api/v1/tickets/{Number(await ReadAsync(first))}/notes";
        await desk.User.SendJsonAsync(HttpMethod.Post, path, new { text = "还有一件事" }, note);
        // as if it had ended between the commit and noting the answer
        await desk.Database.ExecuteAsync("update platform.idempotency set status = null, answer = null, location = null", []);

        var again = await desk.User.SendJsonAsync(HttpMethod.Post, "/api/v1/tickets", Sample, key);
        Assert.Equal((HttpStatusCode.Created, first.Headers.Location), (again.StatusCode, again.Headers.Location));
        Assert.Equal(HttpStatusCode.OK, (await desk.User.SendJsonAsync(HttpMethod.Post, path, new { text = "还有一件事" }, note)).StatusCode);
        var events = await desk.User.GetAsync(path.Replace("/notes", "/events", StringComparison.Ordinal));
        Assert.Equal(2, (await ReadAsync(events)).GetArrayLength());
        // from now on it is kept
        Assert.True((await desk.User.SendJsonAsync(HttpMethod.Post, "/api/v1/tickets", Sample, key)).Headers.Contains("Idempotency-Replayed"));
    }

    [Fact]
    public async Task SecondTryThatOvertookTheFirst_IsNotSaved()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var number = Number(await desk.OpenAsync(desk.User));
        // the first one was slower than its claim, and saved while the second was at work
        await desk.Database.ExecuteAsync("""
            insert into platform.finished_keys (person, key, subject)
            select requester_id, $1, id from tickets.tickets where number = $2
            """, [key.Item2, number]);
        var subject = $"重复 {key.Item2}";
        var body = new { subject, description = "x" };
        Assert.Equal((409, "sameRequestIsStillRunning"), await CodeAsync(await desk.User.SendJsonAsync(HttpMethod.Post, "/api/v1/tickets", body, key)));
        Assert.Empty((await GetAsync(desk.User, $"/api/v1/tickets?q={Uri.EscapeDataString(subject)}")).GetProperty("items").EnumerateArray());
        var answered = await desk.User.SendJsonAsync(HttpMethod.Post, "/api/v1/tickets", body, key);
        Assert.Equal(number, Number(await ReadAsync(answered)));
    }

    [Fact]
    public async Task Edit_NeedsTheVersion_AndIsRefusedWhenStale()
    {
        var number = Number(await desk.OpenAsync(desk.User));
        var path = $"/api/v1/tickets/{number}";
        Assert.Equal((428, "versionIsMissing"), await CodeAsync(await desk.Agent.SendJsonAsync(HttpMethod.Patch, path, new { subject = "新标题" })));
        var tag = (await desk.Agent.GetAsync(path)).Headers.ETag!.Tag;
        Assert.Equal(200, (int)(await desk.Agent.SendJsonAsync(HttpMethod.Patch, path, new { subject = "新标题" }, ("If-Match", tag))).StatusCode);
        Assert.Equal((412, "changedMeanwhile"), await CodeAsync(await desk.Agent.SendJsonAsync(HttpMethod.Patch, path, new { subject = "更新的标题" }, ("If-Match", tag))));
        Assert.Equal((412, "changedMeanwhile"), await CodeAsync(await desk.Agent.SendJsonAsync(HttpMethod.Post, path + "/accept", new { }, ("If-Match", tag))));
        Assert.Equal((412, "changedMeanwhile"), await CodeAsync(await desk.Agent.SendJsonAsync(HttpMethod.Patch, path, new { subject = "x" }, ("If-Match", "\"abc\""))));
    }

    [Fact]
    public async Task TwoAtOnce_OneAccepts_TheOtherIsToldSo()
    {
        var number = Number(await desk.OpenAsync(desk.User));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => desk.Agent.PostJsonAsync($"/api/v1/tickets/{number}/accept")));
        Assert.Single(answers, a => a.IsSuccessStatusCode);
        Assert.Single((await GetAsync(desk.Agent, $"/api/v1/tickets/{number}/events")).EnumerateArray(), e => e.GetProperty("kind").GetString() == "accepted");
    }

    [Fact]
    public async Task NotesAtOnce_AreAllKept()
    {
        var number = await desk.InProgressAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => desk.Engineer.PostJsonAsync($"/api/v1/tickets/{number}/notes", new { text = $"同时 {i}", visibility = "internal" })));
        Assert.All(answers, a => Assert.True(a.IsSuccessStatusCode));
        var texts = (await GetAsync(desk.Engineer, $"/api/v1/tickets/{number}/events")).EnumerateArray().Where(e => e.GetProperty("kind").GetString() == "note").Select(e => e.GetProperty("data").GetProperty("text").GetString()).Order(StringComparer.Ordinal);
        Assert.Equal(["同时 0", "同时 1", "同时 2"], texts);
    }

    [Theory]
    [InlineData("7f3881c92f")]
    [InlineData("打印打印机")]
    public async Task Phrase_InWhichSomethingComesTwice_IsFound(string words)
    {
        var number = Number(await desk.OpenAsync(desk.User, new { subject = words, description = "机打印" }));
        var found = await GetAsync(desk.User, $"/api/v1/tickets?q={words}");
        Assert.Equal([number], found.GetProperty("items").EnumerateArray().Select(Number));
    }

    [Theory]
    [InlineData("openedAt")]
    [InlineData("updatedAt")]
    [InlineData("nextDue")]
    [InlineData("priority")]
    public async Task Pages_LoseNothing_AndRepeatNothing(string sort)
    {
        var mark = Guid.NewGuid().ToString("N")[..10];
        var expected = new List<long>();
        for (var i = 0; i < 7; i++)
        {
            expected.Add(Number(await desk.OpenAsync(desk.User, new { subject = $"分页 {mark}", description = i.ToString(CultureInfo.InvariantCulture) })));
        }
        var seen = new List<long>();
        string? after = "";
        while (after is not null)
        {
            var page = await GetAsync(desk.User, $"/api/v1/tickets?q={mark}&limit=3&sort={sort}&after={after}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(Number));
            after = page.GetProperty("next").GetString();
        }
        Assert.Equal(expected.Order(), seen.Order());
    }

    [Theory]
    [InlineData("status=nonsense", "status")]
    [InlineData("priority=9", "priority")]
    [InlineData("category=no.such", "category")]
    [InlineData("assignee=nobody", "assignee")]
    [InlineData("sort=colour", "sort")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("after=%21%21", "after")]
    [InlineData("after=b3BlbmVkQXR8eHw", "after")]
    public async Task BadQuestions_AreRefused(string query, string field)
    {
        var answer = await desk.Agent.GetAsync($"/api/v1/tickets?{query}");
        var problem = await ReadAsync(answer);
        Assert.Equal((422, field), ((int)answer.StatusCode, problem.GetProperty("errors")[0].GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Lists_ShowOnlyWhatTheActorMayKnow()
    {
        var mark = Guid.NewGuid().ToString("N")[..10];
        var number = Number(await desk.OpenAsync(desk.User, new { subject = $"谁看得到 {mark}", description = "x" }));
        Assert.Equal("1 0 1 0 1", await CountsAsync(mark, desk.User, desk.Colleague, desk.Agent, desk.Engineer, desk.Auditor));
        await DoAsync(desk.Agent, number, "accept");
        await DoAsync(desk.Agent, number, "assign", new { team = "printing" });
        Assert.Equal("1 1 0", await CountsAsync(mark, desk.Engineer, desk.Mate, desk.OtherTeam));
    }

    [Fact]
    public async Task Search_FindsAnyTwoCharacters_AndNumbers()
    {
        var ticket = await desk.OpenAsync(desk.User, new { subject = "财务系统登录报错", description = "提示 ORA-12541" });
        var number = Number(ticket);
        foreach (var words in new[] { "务系", "登录报错", "ora-12541", "12541", number.ToString(CultureInfo.InvariantCulture), $"%23{number}" })
        {
            var found = (await GetAsync(desk.Agent, $"/api/v1/tickets?q={words}&limit=200")).GetProperty("items").EnumerateArray().Select(Number);
            Assert.Contains(number, found);
        }
    }

    [Theory]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/index.html")]
    public async Task Description_IsOpenToAll(string path) => Assert.Equal(200, (int)(await (await desk.Browse()).GetAsync(path)).StatusCode);

    private static async Task<string> CountsAsync(string words, params Browser[] by) =>
        string.Join(' ', await Task.WhenAll(by.Select(async b => (await GetAsync(b, $"/api/v1/tickets?q={words}")).GetProperty("items").GetArrayLength())));

    private static Task<HttpResponseMessage> PostAsync(Browser by, string path, string json) =>
        by.SendAsync(new(HttpMethod.Post, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") });
}
