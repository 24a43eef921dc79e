using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fengtai.Platform.Data;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Nodes;

public sealed class TwoNodesTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private HttpClient OnA => field ??= nodes.A.Client(nodes.Token);

    private HttpClient OnB => field ??= nodes.B.Client(nodes.Token);

    [Fact]
    public async Task FormOfA_IsSentToB_AndTheSessionIsGoodOnBoth()
    {
        var browser = nodes.Browse(nodes.A);
        var form = await browser.OpenAsync("/sign-in");
        var request = form.Filled(null, [("Login", TwoNodes.Login), ("Password", TwoNodes.Password)], []);
        request.RequestUri = new(nodes.B.Address, request.RequestUri!.PathAndQuery);
        var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);

        foreach (var node in new[] { nodes.A, nodes.B })
        {
            var page = await browser.OpenAsync(new Uri(node.Address, "/account").ToString());
            Assert.Equal((HttpStatusCode.OK, "/account"), (page.Status, page.Path));
            Assert.Contains("安娜", page.Text);
        }
    }

    [Fact]
    public async Task KeyUsedOnA_GivesTheSameAnswerOnB()
    {
        var key = Guid.NewGuid().ToString();
        using var first = await OpenAsync(OnA, "打印机卡纸", key);
        using var second = await OpenAsync(OnB, "打印机卡纸", key);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(Now), await second.Content.ReadAsStringAsync(Now));
        Assert.True(second.Headers.Contains("Idempotency-Replayed"));
    }

    [Fact]
    public async Task KeyUsedOnBothAtOnce_OpensOneTicket()
    {
        var key = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => OpenAsync(i % 2 == 0 ? OnA : OnB, $"同时 {key}", key)));

        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.All(answers, a => Assert.Contains(a.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));
        Assert.Equal(1, await CountAsync("select count(*) from tickets.tickets where subject = $1", $"同时 {key}"));
    }

    [Fact]
    public async Task FileUploadedToA_IsServedByB_AndLiesInTheSharedFolder()
    {
        var file = await UploadAsync("text of a log file"u8.ToArray());
        using var opened = await OnB.PostAsJsonAsync("/api/v1/tickets", new { subject = "日志", description = "x", attachments = new[] { file } }, Now);
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);

        foreach (var http in new[] { OnA, OnB })
        {
            Assert.Equal("text of a log file", await http.GetStringAsync(new Uri($"/files/{file}", UriKind.Relative), Now));
        }
        Assert.False(Directory.Exists(nodes.A.Folder.File("files")));
        Assert.NotEmpty(Directory.EnumerateFiles(nodes.Files, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task ChangeOnA_IsToldToAPageThatIsOpenOnB()
    {
        using var opened = await OpenAsync(OnA, "屏幕闪烁", Guid.NewGuid().ToString());
        var ticket = await opened.Content.ReadFromJsonAsync<JsonElement>(Now);
        var (number, id) = (ticket.GetProperty("number").GetInt64(), await ScalarAsync<Guid>("select id from tickets.tickets where number = $1", ticket.GetProperty("number").GetInt64()));
        using var page = await OpenPage.OpenAsync(nodes.B, nodes.Token, Now);
        await page.WatchAsync($"ticket:{id}", Now);
        await page.HearAsync("\"invocationId\":\"1\"", Now);

        using var said = await OnA.PostAsJsonAsync($"/api/v1/tickets/{number}/notes", new { text = "换了一根线", visibility = "internal" }, Now);
        Assert.Equal(HttpStatusCode.OK, said.StatusCode);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Now);
        patience.CancelAfter(TimeSpan.FromSeconds(15));
        await page.HearAsync($"ticket:{id}", patience.Token);
    }

    [Fact]
    public async Task Jobs_AreDoneOnce_ByWhicheverNode()
    {
        const int jobs = 100;
        // nobody knows this kind: an attempt is noted, and the next one is not before ten seconds
        await nodes.Database.ExecuteAsync("""
            insert into platform.jobs (id, kind, data, run_at, created_at)
            select gen_random_uuid(), 'test.unknown', '{}', now(), now()
            from generate_series(1, $1)
            """, [jobs], Now);

        await UntilAsync(async () => await CountAsync("select count(*) from platform.jobs where kind = 'test.unknown' and state = 'waiting' and attempts > 0") == jobs);
        var (a, b) = (await nodes.A.RunsAsync("test.unknown"), await nodes.B.RunsAsync("test.unknown"));
        Assert.Equal(await CountAsync("select sum(attempts) from platform.jobs where kind = 'test.unknown'"), a + b);
        await nodes.Database.ExecuteAsync("delete from platform.jobs where kind = 'test.unknown'", [], Now);
    }

    [Fact]
    public async Task RecurringWork_IsDoneOnce()
    {
        const string hourly = "identity.sweepSignIns";
        await UntilAsync(async () => await RunsAsync() > 0);
        var before = await RunsAsync();
        for (var round = 0; round < 2; round++)
        {
            await nodes.Database.ExecuteAsync("update platform.recurring set next_run = now() where name = $1", [hourly], Now);
            await Task.Delay(TimeSpan.FromSeconds(2.5), Now); // each node looks every second
        }
        Assert.Equal(before + 2, await RunsAsync());

        async Task<int> RunsAsync() => await nodes.A.RunsAsync(hourly) + await nodes.B.RunsAsync(hourly);
    }

    [Fact]
    public async Task NodeWithAnotherSecret_SaysSo_AndDoesNotStart()
    {
        var (code, errors) = await Node.FailAsync(nodes.OwnerString, TwoNodes.SettingsWith(nodes.Files, secret: "another"));

        Assert.Equal(1, code);
        Assert.StartsWith("Fengtai__KeySecret is not the secret that the keys in the database were sealed with.", errors);
        Assert.DoesNotContain("   at ", errors);
    }

    [Fact]
    public async Task NodeWhoseShareIsNotMounted_SaysSo_AndDoesNotStart()
    {
        await UploadAsync("something"u8.ToArray());
        var notMounted = Directory.CreateTempSubdirectory("fengtai-share-");
        try
        {
            var (code, errors) = await Node.FailAsync(nodes.OwnerString, TwoNodes.SettingsWith(notMounted.FullName));
            Assert.Equal(1, code);
            Assert.StartsWith($"{notMounted.FullName} has none of the newest files that the database knows of.", errors);
        }
        finally
        {
            notMounted.Delete(recursive: true);
        }
    }

    private static async Task<HttpResponseMessage> OpenAsync(HttpClient http, string subject, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tickets") { Content = JsonContent.Create(new { subject, description = "x" }) };
        request.Headers.Add("Idempotency-Key", key);
        return await http.SendAsync(request, Now);
    }

    private async Task<Guid> UploadAsync(byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        using var answer = await OnA.PostAsync(new Uri("/api/v1/files?name=log.txt", UriKind.Relative), content, Now);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Now)).GetProperty("id").GetGuid();
    }

    private Task<long> CountAsync(string sql, params object?[] values) => ScalarAsync<long>(sql, values);

    private async Task<T> ScalarAsync<T>(string sql, params object?[] values)
    {
        await using var command = nodes.Database.Command(sql, values);
        return (T)(await command.ExecuteScalarAsync(Now))!;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            Assert.True(tries < 200, "It did not happen.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), Now);
        }
    }
}
