using System.Text.Json;
using Fengtai.Tickets;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.Tickets.Api;

/// <summary>The life of a ticket through the API, as a program sees it.</summary>
public sealed class TicketLifeTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    [Fact]
    public async Task WholeLife_FromRequestToRating()
    {
        var opened = await desk.OpenAsync(desk.User, new { subject = "打印机卡纸", description = "一直卡纸", impact = "high", urgency = "high", place = "主楼 3F" });
        var number = Number(opened);
        AssertTicket(opened, ("status", "new"), ("type", "incident"), ("channel", "api"), ("requester", "user"), ("owner", null), ("impact", null), ("claimedImpact", "high"), ("priority", "normal"));

        AssertTicket(await DoAsync(desk.Agent, number, "accept"), ("status", "accepted"), ("owner", "agent"));
        AssertTicket(await DoAsync(desk.Agent, number, "classify", new { impact = "low", urgency = "high", category = "hardware.printer" }), ("impact", "low"), ("category", "hardware.printer"));
        AssertTicket(await DoAsync(desk.Agent, number, "assign", new { team = "printing", assignee = "engineer", note = "带搓纸轮" }), ("status", "assigned"), ("team", "printing"), ("assignee", "engineer"));
        AssertTicket(await DoAsync(desk.Engineer, number, "take"), ("status", "assigned"));
        AssertTicket(await DoAsync(desk.Engineer, number, "start"), ("status", "inProgress"));
        var told = await DoAsync(desk.Engineer, number, "contact", new { by = "phone", note = "十分钟后到" });
        Assert.Equal(desk.Clock.Now, told.GetProperty("firstResponseAt").GetDateTimeOffset());

        AssertTicket(await DoAsync(desk.Engineer, number, "wait", new { reason = "user", until = desk.Clock.Now.AddDays(1), question = "机器是什么型号？" }), ("status", "waiting"));
        await DoAsync(desk.User, number, "notes", new { text = "HP M428", visibility = "public" });
        AssertTicket(await GetAsync(desk.User, $"/api/v1/tickets/{number}"), ("status", "inProgress"));

        AssertTicket(await DoAsync(desk.Engineer, number, "resolve", new { solution = "换了搓纸轮", cause = "磨损", tested = "连打 20 页", outcome = "solved" }), ("status", "resolved"));
        AssertTicket(await DoAsync(desk.User, number, "notSolved", new { reason = "又卡了" }), ("status", "inProgress"), ("reopenCount", 1));
        await DoAsync(desk.Engineer, number, "resolve", new { solution = "清洁了进纸道", cause = "纸屑", tested = "连打 50 页" });
        AssertTicket(await DoAsync(desk.User, number, "confirm"), ("status", "closed"), ("closeCode", "confirmed"));
        AssertTicket(await DoAsync(desk.User, number, "rate", new { overall = 5, speed = 4, comment = "谢谢" }), ("status", "closed"));

        var kinds = (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}/events")).EnumerateArray().Select(e => e.GetProperty("kind").GetString());
        Assert.Equal(
            "opened accepted classified assigned note taken started contacted firstResponse note waiting note resumed diagnosed resolved notSolved diagnosed resolved confirmed closed rated",
            string.Join(' ', kinds));
    }

    [Fact]
    public async Task Requester_NeverSeesWhatIsInternal()
    {
        var number = await desk.InProgressAsync();
        await DoAsync(desk.Engineer, number, "notes", new { text = "秘密甲", visibility = "internal" });
        await DoAsync(desk.Agent, number, "assign", new { team = "printing", assignee = "mate", note = "秘密乙" });
        await DoAsync(desk.Agent, number, "classify", new { priority = "urgent", reason = "秘密丙" });
        await DoAsync(desk.Mate, number, "passOn", new { assignee = "engineer", reason = "秘密丁" });
        await DoAsync(desk.Engineer, number, "wait", new { reason = "parts", until = desk.Clock.Now.AddDays(1), note = "秘密戊" });
        await DoAsync(desk.Engineer, number, "resolve", new { solution = "好了", cause = "秘密己", tested = "秘密庚" });
        await DoAsync(desk.Agent, number, "call", new { outcome = "notReached", note = "秘密辛" });

        foreach (var path in new[] { $"/api/v1/tickets/{number}", $"/api/v1/tickets/{number}/events", "/api/v1/tickets?limit=100" })
        {
            Assert.DoesNotContain("秘密", (await GetAsync(desk.User, path)).ToString(), StringComparison.Ordinal);
        }
        Assert.Equal(8, (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}/events")).ToString().Split("秘密").Length - 1);
        Assert.Empty((await GetAsync(desk.User, "/api/v1/tickets?q=秘密甲")).GetProperty("items").EnumerateArray());
        Assert.Single((await GetAsync(desk.Agent, "/api/v1/tickets?q=秘密甲")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task InternalFiles_AreNotThereForTheRequester()
    {
        var number = await desk.InProgressAsync();
        var file = await UploadAsync(desk.Engineer);
        await DoAsync(desk.Engineer, number, "notes", new { text = "截图", visibility = "internal", attachments = new[] { file } });
        Assert.Equal(404, (int)(await desk.User.GetAsync($"/files/{file}")).StatusCode);
        Assert.Equal(404, (int)(await desk.OtherTeam.GetAsync($"/files/{file}")).StatusCode);
        Assert.Equal(200, (int)(await desk.Agent.GetAsync($"/files/{file}")).StatusCode);

        var shown = await UploadAsync(desk.Engineer);
        await DoAsync(desk.Engineer, number, "notes", new { text = "见图", visibility = "public", attachments = new[] { shown } });
        Assert.Equal(200, (int)(await desk.User.GetAsync($"/files/{shown}")).StatusCode);
        Assert.Equal(404, (int)(await desk.Colleague.GetAsync($"/files/{shown}")).StatusCode);
        Assert.Equal((422, "unknownValue"), await RefusedAsync(desk.User, number, "notes", new { text = "别人的", attachments = new[] { file } }));
        Assert.Equal((409, "fileIsAlreadyAttached"), await RefusedAsync(desk.Engineer, number, "notes", new { text = "再附", attachments = new[] { shown } }));
    }

    [Fact]
    public async Task WhoMayNotKnow_Gets404_WhoMayNotDo_Gets403()
    {
        var number = await desk.InProgressAsync();
        foreach (var stranger in new[] { desk.Colleague, desk.OtherTeam })
        {
            Assert.Equal(404, (int)(await stranger.GetAsync($"/api/v1/tickets/{number}")).StatusCode);
            Assert.Equal(404, (int)(await stranger.GetAsync($"/api/v1/tickets/{number}/events")).StatusCode);
            Assert.Equal((404, "notFound"), await RefusedAsync(stranger, number, "confirm"));
            Assert.Equal((404, "notFound"), await RefusedAsync(stranger, 999_999_999, "confirm"));
        }
        Assert.Equal((403, "notAllowed"), await RefusedAsync(desk.User, number, "accept"));
        Assert.Equal((403, "onlyStaffWritesInternally"), await RefusedAsync(desk.User, number, "notes", new { text = "x", visibility = "internal" }));
        Assert.Equal((403, "onlyTheRequesterConfirms"), await RefusedAsync(desk.Agent, number, "confirm"));
        Assert.Equal((403, "ticketIsNotYours"), await RefusedAsync(desk.Auditor, number, "notes", new { text = "x", visibility = "public" }));
        Assert.Equal((403, "notAllowed"), await RefusedAsync(desk.Auditor, number, "resolve", new { solution = "x" }));
    }

    [Fact]
    public async Task FirstContact_IsOneStep()
    {
        var number = Number(await desk.OpenAsync(desk.User, new { subject = "VPN 怎么设置", description = "在家连不上", type = "inquiry" }));
        var closed = await DoAsync(desk.Agent, number, "resolve", new { solution = "按手册第 3 步设置", firstContact = true });
        AssertTicket(closed, ("status", "closed"), ("closeCode", "confirmed"), ("firstContact", true), ("owner", "agent"));
    }

    [Fact]
    public async Task FollowUpCalls_EndAsNoAnswer_WhenTimeIsOver_ByItself()
    {
        var number = await desk.ResolvedAsync();
        for (var i = 0; i < 3; i++)
        {
            AssertTicket(await DoAsync(desk.Agent, number, "call", new { outcome = "notReached" }), ("status", "resolved"));
        }
        await desk.RunRecurringAsync("tickets.sweep");
        AssertTicket(await GetAsync(desk.User, $"/api/v1/tickets/{number}"), ("status", "resolved"));
        desk.Clock.Advance(TimeSpan.FromHours(48));
        await desk.RunRecurringAsync("tickets.sweep");
        AssertTicket(await GetAsync(desk.User, $"/api/v1/tickets/{number}"), ("status", "closed"), ("closeCode", "noAnswer"), ("rating", null));
    }

    [Fact]
    public async Task Wait_EndsByItselfOnItsDate()
    {
        var number = await desk.InProgressAsync();
        await DoAsync(desk.Engineer, number, "wait", new { reason = "parts", until = desk.Clock.Now.AddHours(2) });
        desk.Clock.Advance(TimeSpan.FromHours(1.9));
        await desk.RunRecurringAsync("tickets.sweep");
        AssertTicket(await GetAsync(desk.Agent, $"/api/v1/tickets/{number}"), ("status", "waiting"));
        desk.Clock.Advance(TimeSpan.FromHours(0.1));
        await desk.RunRecurringAsync("tickets.sweep");
        AssertTicket(await GetAsync(desk.Agent, $"/api/v1/tickets/{number}"), ("status", "inProgress"), ("wait", null));
    }

    [Fact]
    public async Task ClosedTicket_ReopensWithinSevenDays_LaterALinkedOneOpens()
    {
        var number = await desk.ResolvedAsync();
        await DoAsync(desk.User, number, "confirm");
        desk.Clock.Advance(TimeSpan.FromDays(6));
        AssertTicket(await DoAsync(desk.User, number, "reopen", new { reason = "又卡了" }), ("status", "inProgress"), ("reopenCount", 1), ("assignee", "engineer"));

        await DoAsync(desk.Engineer, number, "resolve", new { solution = "好了", cause = "纸屑", tested = "打印" });
        await DoAsync(desk.User, number, "confirm");
        desk.Clock.Advance(TimeSpan.FromDays(8));
        AssertTicket(await DoAsync(desk.User, number, "reopen", new { reason = "第三次卡纸" }), ("status", "closed"));
        var newest = (await GetAsync(desk.User, "/api/v1/tickets?status=new&limit=1")).GetProperty("items")[0];
        AssertTicket(newest, ("follows", number), ("description", "第三次卡纸"));
    }

    [Fact]
    public async Task WorkEnteredAfterwards_KeepsItsRealTimes_AndCountsInNoResponse()
    {
        var now = desk.Clock.Now;
        var ticket = await desk.OpenAsync(desk.Engineer, new
        {
            subject = "走廊里修好的投影仪", description = "无信号", requester = "user", channel = "inPerson",
            openedAt = now.AddHours(-3), startedAt = now.AddHours(-2), resolvedAt = now.AddHours(-1), solution = "换了线", cause = "线断了", tested = "放了一页",
        });
        AssertTicket(ticket, ("enteredAfterwards", true), ("status", "resolved"), ("firstResponseAt", null), ("assignee", "engineer"));
        Assert.Equal(now.AddHours(-3), ticket.GetProperty("openedAt").GetDateTimeOffset());
        Assert.Equal(now.AddHours(-1), ticket.GetProperty("resolvedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task Reporter_IsKeptBesideTheRequester_AndMayConfirm()
    {
        var ticket = await desk.OpenAsync(desk.Agent, new { subject = "主任的电脑黑屏", description = "同事代报", requester = "user", reportedBy = "colleague", channel = "phone" });
        AssertTicket(ticket, ("requester", "user"), ("reportedBy", "colleague"), ("channel", "phone"));
        var number = Number(ticket);
        await DoAsync(desk.Agent, number, "accept");
        await DoAsync(desk.Agent, number, "resolve", new { solution = "换了电源", cause = "电源坏", tested = "开机" });
        AssertTicket(await DoAsync(desk.Colleague, number, "confirm"), ("status", "closed"));
        Assert.Equal((403, "onlyTheRequesterRates"), await RefusedAsync(desk.Colleague, number, "rate", new { overall = 1 }));
    }

    [Fact]
    public async Task Thanks_AreProposedAsNeedingNoReply_AndReopenNothing()
    {
        var number = await desk.ResolvedAsync();
        await DoAsync(desk.User, number, "notes", new { text = "好的，谢谢！" });
        var note = (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}/events")).EnumerateArray().Last(e => e.GetProperty("kind").GetString() == "note").GetProperty("data");
        Assert.True(note.GetProperty("looksLikeThanks").GetBoolean());
        AssertTicket(await DoAsync(desk.Agent, number, "noReplyNeeded", new { note = note.GetProperty("noteId").GetGuid() }), ("status", "resolved"));
    }

    private static async Task<Guid> UploadAsync(Fengtai.Tests.Support.Browser by)
    {
        var answer = await by.SendAsync(new(HttpMethod.Post, "/api/v1/files?name=log.txt") { Content = new ByteArrayContent("line"u8.ToArray()) });
        return (await ReadAsync(answer)).GetProperty("id").GetGuid();
    }

    private static void AssertTicket(JsonElement ticket, params (string Member, object? Value)[] expected) =>
        Assert.Equal(
            string.Join(' ', expected.Select(e => $"{e.Member}={e.Value?.ToString()?.ToLowerInvariant()}")),
            string.Join(' ', expected.Select(e => $"{e.Member}={(ticket.GetProperty(e.Member) is { ValueKind: not JsonValueKind.Null } v ? v.ToString().ToLowerInvariant() : null)}")));
}
