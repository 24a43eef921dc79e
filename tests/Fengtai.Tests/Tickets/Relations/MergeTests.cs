using System.Text.Json;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.Tickets.Relations;

public sealed class MergeTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    [Fact]
    public async Task Merged_IsClosedAsDuplicate_AndSaysWhereItGoesOn()
    {
        var (one, other) = (await OpenAsync(desk.User), await OpenAsync(desk.Colleague));
        var merged = await DoAsync(desk.Agent, one, "merge", new { into = other });
        Assert.Equal(("closed", "duplicate", other), (Word(merged, "status"), Word(merged, "closeCode"), merged.GetProperty("mergedInto").GetInt64()));
        Assert.Equal([("mergedInto", other)], Links(merged));
        Assert.Equal([("merged", one)], Links(await GetAsync(desk.Agent, $"/api/v1/tickets/{other}")));
        Assert.Contains("merged", await KindsAsync(desk.User, one));
        // another's ticket is nothing for the survivor's requester to know of
        Assert.DoesNotContain("absorbed", await KindsAsync(desk.Colleague, other));
        Assert.Contains("absorbed", await KindsAsync(desk.Agent, other));
        Assert.Equal((404, "notFound"), await CodeAsync(await desk.Colleague.GetAsync($"/api/v1/tickets/{one}")));
    }

    [Fact]
    public async Task RequesterOfTheMerged_FollowsThePublicPart_AndNothingElse()
    {
        var one = await OpenAsync(desk.User);
        var other = Number(await desk.OpenAsync(desk.Colleague, new { subject = "打印机卡纸", description = "三楼", contact = "分机 7788", place = "305" }));
        Assert.Equal(404, (int)(await desk.User.GetAsync($"/api/v1/tickets/{other}")).StatusCode);
        await DoAsync(desk.Agent, other, "accept");
        await DoAsync(desk.Agent, other, "notes", new { text = "备件在二号柜", visibility = "internal" });
        await DoAsync(desk.Agent, other, "notes", new { text = "已经安排维修", visibility = "public" });
        await DoAsync(desk.Agent, one, "merge", new { into = other });

        var seen = await GetAsync(desk.User, $"/api/v1/tickets/{other}");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null), (Kind(seen, "contact"), Kind(seen, "place"), Kind(seen, "links")));
        var events = await GetAsync(desk.User, $"/api/v1/tickets/{other}/events");
        Assert.Contains("已经安排维修", events.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("备件", events.ToString(), StringComparison.Ordinal);
        var found = await GetAsync(desk.User, "/api/v1/tickets?q=7788");
        Assert.Empty(found.GetProperty("items").EnumerateArray());
        foreach (var (act, input) in new (string, object)[] { ("cancel", new { reason = "不用了" }), ("confirm", new { }), ("merge", new { into = one }), ("link", new { to = one }) })
        {
            Assert.Equal(403, (await RefusedAsync(desk.User, other, act, input)).Status);
        }
    }

    [Fact]
    public async Task LaterReplies_GoToTheSurvivor_HoweverManyMergesAgo()
    {
        var (one, two, three) = (await OpenAsync(desk.User), await OpenAsync(desk.Colleague), await OpenAsync(desk.Colleague));
        await DoAsync(desk.Agent, one, "merge", new { into = two });
        await DoAsync(desk.Agent, two, "merge", new { into = three });
        await DoAsync(desk.User, one, "notes", new { text = "还是卡纸" });
        Assert.Contains("还是卡纸", (await GetAsync(desk.Agent, $"/api/v1/tickets/{three}/events")).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("还是卡纸", (await GetAsync(desk.Agent, $"/api/v1/tickets/{two}/events")).ToString(), StringComparison.Ordinal);
        Assert.Contains("forwarded", await KindsAsync(desk.User, one));
        // who wrote it reads it, and what follows
        Assert.Contains("还是卡纸", (await GetAsync(desk.User, $"/api/v1/tickets/{three}/events")).ToString(), StringComparison.Ordinal);
        // staff's public word goes there, too; an internal note stays
        await DoAsync(desk.Agent, one, "notes", new { text = "请重启试试" });
        await DoAsync(desk.Agent, one, "notes", new { text = "同一台机器", visibility = "internal" });
        var survivors = (await GetAsync(desk.Agent, $"/api/v1/tickets/{three}/events")).ToString();
        Assert.Contains("请重启试试", survivors, StringComparison.Ordinal);
        Assert.DoesNotContain("同一台机器", survivors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_FollowsAMergedOneToItsSurvivor_AndMakesNoCircle()
    {
        var (one, two, three) = (await OpenAsync(desk.User), await OpenAsync(desk.User), await OpenAsync(desk.User));
        await DoAsync(desk.Agent, one, "merge", new { into = two });
        Assert.Equal(two, (await DoAsync(desk.Agent, three, "merge", new { into = one })).GetProperty("mergedInto").GetInt64());
        Assert.Equal((422, "ticketIsNotMergedIntoItself"), await RefusedAsync(desk.Agent, two, "merge", new { into = one }));
        Assert.Equal((422, "ticketIsNotMergedIntoItself"), await RefusedAsync(desk.Agent, two, "merge", new { into = two }));
        Assert.Equal((409, "ticketWasMerged"), await RefusedAsync(desk.Agent, one, "merge", new { into = two }));
        Assert.Equal((422, "unknownValue"), await RefusedAsync(desk.Agent, two, "merge", new { into = 999_999_999 }));
        Assert.Equal((422, "missing"), await RefusedAsync(desk.Agent, two, "merge", new { }));
        Assert.Equal(403, (await RefusedAsync(desk.User, two, "merge", new { into = one })).Status);
    }

    [Fact]
    public async Task Unmerge_BringsBackEverything_WithWhatWasWrittenMeanwhile()
    {
        var one = await desk.InProgressAsync();
        var other = await OpenAsync(desk.Colleague);
        await DoAsync(desk.Engineer, one, "wait", new { reason = "parts", until = desk.Clock.GetUtcNow().AddDays(3) });
        var before = await GetAsync(desk.Agent, $"/api/v1/tickets/{one}");
        await DoAsync(desk.Agent, one, "merge", new { into = other });
        var file = Guid.Parse(Word(await ReadAsync(await desk.User.SendAsync(new(HttpMethod.Post, "/api/v1/files?name=a.txt") { Content = new StringContent("abc") })), "id")!);
        await DoAsync(desk.User, one, "notes", new { text = "什么时候修好", attachments = new[] { file } });

        var after = await DoAsync(desk.Agent, one, "unmerge");

        foreach (var name in new[] { "status", "owner", "assignee", "team", "closeCode", "closedAt", "wait", "mergedInto", "priority", "reopenCount" })
        {
            Assert.Equal((name, before.GetProperty(name).ToString()), (name, after.GetProperty(name).ToString()));
        }
        Assert.Contains("什么时候修好", (await GetAsync(desk.User, $"/api/v1/tickets/{one}/events")).ToString(), StringComparison.Ordinal);
        Assert.Equal(200, (int)(await desk.User.GetAsync($"/files/{file}")).StatusCode);
        Assert.Equal(404, (int)(await desk.User.GetAsync($"/api/v1/tickets/{other}")).StatusCode);
        Assert.Contains("released", await KindsAsync(desk.Agent, other));
        Assert.Equal((409, "ticketIsNotMerged"), await RefusedAsync(desk.Agent, one, "unmerge"));
        // and it can be merged again
        await DoAsync(desk.Agent, one, "merge", new { into = other });
    }

    [Fact]
    public async Task Unmerge_TakesApartWhatWasMergedLastFirst()
    {
        var (one, two, three) = (await OpenAsync(desk.User), await OpenAsync(desk.Colleague), await OpenAsync(desk.Colleague));
        await DoAsync(desk.Agent, one, "merge", new { into = two });
        await DoAsync(desk.Agent, two, "merge", new { into = three });
        Assert.Equal((409, "survivorWasMergedToo"), await RefusedAsync(desk.Agent, one, "unmerge"));
        await DoAsync(desk.Agent, two, "unmerge");
        Assert.Equal(404, (int)(await desk.User.GetAsync($"/api/v1/tickets/{three}")).StatusCode);
        Assert.Equal(200, (int)(await desk.User.GetAsync($"/api/v1/tickets/{two}")).StatusCode);
        await DoAsync(desk.Agent, one, "unmerge");
        Assert.Equal(404, (int)(await desk.User.GetAsync($"/api/v1/tickets/{two}")).StatusCode);
    }

    [Fact]
    public async Task TwoMergesAgainstEachOther_LeaveOneOpen()
    {
        for (var i = 0; i < 5; i++)
        {
            var (one, two) = (await OpenAsync(desk.User), await OpenAsync(desk.Colleague));
            var answers = await Task.WhenAll(
                desk.Agent.PostJsonAsync($"/api/v1/tickets/{one}/merge", new { into = two }),
                desk.Agent.PostJsonAsync($"/api/v1/tickets/{two}/merge", new { into = one }));
            Assert.Equal([200, 422], answers.Select(a => (int)a.StatusCode).Order());
            var statuses = new[] { Word(await GetAsync(desk.Agent, $"/api/v1/tickets/{one}"), "status"), Word(await GetAsync(desk.Agent, $"/api/v1/tickets/{two}"), "status") };
            Assert.Equal(["closed", "new"], statuses.Order());
        }
    }

    [Fact]
    public async Task ReplyWhileMerging_IsReadWhereItGoesOn_OrStoodThereBefore()
    {
        for (var i = 0; i < 5; i++)
        {
            var (one, two) = (await OpenAsync(desk.User), await OpenAsync(desk.Colleague));
            var answers = await Task.WhenAll(
                desk.Agent.PostJsonAsync($"/api/v1/tickets/{one}/merge", new { into = two }),
                desk.User.PostJsonAsync($"/api/v1/tickets/{one}/notes", new { text = $"赶上了 {i}" }));
            Assert.All(answers, a => Assert.Equal(200, (int)a.StatusCode));
            var events = (await GetAsync(desk.Agent, $"/api/v1/tickets/{one}/events")).EnumerateArray().Select(e => Word(e, "kind")).ToList();
            var stoodBefore = events.IndexOf("note") is >= 0 and var note && note < events.IndexOf("merged");
            var wentOn = events.Contains("forwarded") && (await GetAsync(desk.Agent, $"/api/v1/tickets/{two}/events")).ToString().Contains($"赶上了 {i}", StringComparison.Ordinal);
            Assert.True(stoodBefore != wentOn, string.Join(' ', events));
        }
    }

    private async Task<long> OpenAsync(Browser by) => Number(await desk.OpenAsync(by));

    private static string? Word(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static JsonValueKind Kind(JsonElement of, string name) => of.GetProperty(name).ValueKind;

    private static IEnumerable<(string, long)> Links(JsonElement ticket) =>
        ticket.GetProperty("links").EnumerateArray().Select(l => (l.GetProperty("kind").GetString()!, l.GetProperty("number").GetInt64()));

    private static async Task<List<string?>> KindsAsync(Browser by, long number) =>
        [.. (await GetAsync(by, $"/api/v1/tickets/{number}/events")).EnumerateArray().Select(e => Word(e, "kind"))];
}
