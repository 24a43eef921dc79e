using System.Net;
using System.Text.Json;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.Tickets.Api;

/// <summary>Plans, promises and urging by the API.</summary>
public sealed class PromiseTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    [Fact]
    public async Task Plan_AnswersTheUser_AndIsFound()
    {
        var number = await desk.InProgressAsync();
        await DoAsync(desk.User, number, "notes", new { text = "打算怎么修？" });
        var ticket = await DoAsync(desk.Engineer, number, "plan", new { text = "先换搓纸轮，再清洁进纸道，独角鲸" });
        Assert.Equal(desk.Clock.Now, ticket.GetProperty("firstResponseAt").GetDateTimeOffset());
        var told = (await GetAsync(desk.User, $"/api/v1/tickets/{number}/events")).EnumerateArray().Single(e => e.GetProperty("kind").GetString() == "planned");
        Assert.Equal("先换搓纸轮，再清洁进纸道，独角鲸", told.GetProperty("data").GetProperty("text").GetString());
        Assert.Equal([number], (await GetAsync(desk.User, "/api/v1/tickets?q=独角鲸")).GetProperty("items").EnumerateArray().Select(Number));
        Assert.Contains("user planned", await desk.TakeToldAsync(number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Promise_StaysOpenUntilTheNextWord_AndANewOneReplacesIt()
    {
        var number = await desk.InProgressAsync();
        await DoAsync(desk.Engineer, number, "promise", new { text = "上午到场", by = desk.Clock.Now.AddHours(2) });
        var ticket = await DoAsync(desk.Agent, number, "promise", new { text = "下午到场", by = desk.Clock.Now.AddHours(6) });
        Assert.Equal(("下午到场", desk.Clock.Now.AddHours(6)), (ticket.GetProperty("promise").GetProperty("text").GetString(), ticket.GetProperty("promise").GetProperty("by").GetDateTimeOffset()));
        Assert.Equal("promise", ticket.GetProperty("nextDue").GetProperty("kind").GetString());
        Assert.Equal("下午到场", (await GetAsync(desk.User, $"/api/v1/tickets/{number}")).GetProperty("promise").GetProperty("text").GetString());

        await DoAsync(desk.Engineer, number, "notes", new { text = "内部", visibility = "internal" });
        ticket = await DoAsync(desk.Engineer, number, "contact", new { by = "phone", note = "说已在路上" });
        Assert.Equal(JsonValueKind.Null, ticket.GetProperty("promise").ValueKind);
        var kinds = (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}/events")).EnumerateArray().Select(e => e.GetProperty("kind").GetString()).SkipWhile(k => k != "promised");
        Assert.Equal("promised firstResponse promised note contacted promiseKept", string.Join(' ', kinds));
    }

    [Fact]
    public async Task BadInput_AndStrangers_AreRefused()
    {
        var number = await desk.InProgressAsync();
        var by = desk.Clock.Now.AddDays(1);
        Assert.Equal((422, "missing"), await RefusedAsync(desk.Engineer, number, "plan", new { text = " " }));
        Assert.Equal((422, "textIsTooLong"), await RefusedAsync(desk.Engineer, number, "promise", new { text = new string('长', 501), by }));
        Assert.Equal((422, "missing"), await RefusedAsync(desk.Engineer, number, "promise", new { text = "明天" }));
        Assert.Equal((422, "promiseIsInThePast"), await RefusedAsync(desk.Engineer, number, "promise", new { text = "昨天", by = desk.Clock.Now.AddDays(-1) }));
        Assert.Equal((422, "promiseIsTooFar"), await RefusedAsync(desk.Engineer, number, "promise", new { text = "两年后", by = desk.Clock.Now.AddDays(730) }));
        Assert.Equal((400, "jsonMemberIsUnknown"), await RefusedAsync(desk.User, number, "urge", new { text = "快" }));
        Assert.Equal((403, "notAllowed"), await RefusedAsync(desk.User, number, "plan", new { text = "自己来" }));
        Assert.Equal((403, "notAllowed"), await RefusedAsync(desk.Auditor, number, "promise", new { text = "好", by }));
        Assert.Equal((404, "notFound"), await RefusedAsync(desk.OtherTeam, number, "plan", new { text = "x" }));
        Assert.Equal((404, "notFound"), await RefusedAsync(desk.Colleague, number, "urge"));
        Assert.Equal((403, "onlyTheUserOrTheDeskUrges"), await RefusedAsync(desk.Engineer, number, "urge"));
        Assert.Equal((409, "ticketIsAlreadyResolved"), await RefusedAsync(desk.User, await desk.ResolvedAsync(), "urge"));
    }

    [Fact]
    public async Task Urging_IsCounted_Limited_Told_AndListed()
    {
        var number = await desk.InProgressAsync();
        await desk.TakeToldAsync(number);
        var ticket = await DoAsync(desk.User, number, "urge");
        Assert.Equal((1, desk.Clock.Now), (ticket.GetProperty("urgeCount").GetInt32(), ticket.GetProperty("lastUrgedAt").GetDateTimeOffset()));
        Assert.Equal("agent urged, engineer urged", await desk.TakeToldAsync(number));
        Assert.Equal((409, "ticketWasUrgedJustNow"), await RefusedAsync(desk.Agent, number, "urge"));
        Assert.Equal([number], (await GetAsync(desk.Agent, "/api/v1/tickets?urged=yes&limit=200")).GetProperty("items").EnumerateArray().Select(Number).Intersect([number]));
        Assert.Empty((await GetAsync(desk.Agent, "/api/v1/tickets?urged=no&limit=200")).GetProperty("items").EnumerateArray().Select(Number).Intersect([number]));
    }

    [Fact]
    public async Task TwoUrgesAtOnce_AreOne()
    {
        var number = await desk.InProgressAsync();
        var answers = await Task.WhenAll(desk.User.PostJsonAsync($"/api/v1/tickets/{number}/urge"), desk.User.PostJsonAsync($"/api/v1/tickets/{number}/urge"), desk.Agent.PostJsonAsync($"/api/v1/tickets/{number}/urge"));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        Assert.Equal(1, (await GetAsync(desk.User, $"/api/v1/tickets/{number}")).GetProperty("urgeCount").GetInt32());
    }

    [Fact]
    public async Task TwoPromisesAtOnce_LeaveTheLaterOne_AndBothAreInTheHistory()
    {
        var number = await desk.InProgressAsync();
        await Task.WhenAll(
            DoAsync(desk.Agent, number, "promise", new { text = "甲", by = desk.Clock.Now.AddHours(1) }),
            DoAsync(desk.Engineer, number, "promise", new { text = "乙", by = desk.Clock.Now.AddHours(2) }));
        var made = (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}/events")).EnumerateArray().Where(e => e.GetProperty("kind").GetString() == "promised").Select(e => e.GetProperty("data")).ToList();
        Assert.Equal(2, made.Count);
        Assert.Equal(made[0].GetProperty("by").GetDateTimeOffset(), made[1].GetProperty("replaces").GetDateTimeOffset());
        Assert.Equal(made[1].GetProperty("text").GetString(), (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}")).GetProperty("promise").GetProperty("text").GetString());
    }
}
