using System.Text.Json;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.Tickets.Relations;

public sealed class LinkTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    [Theory]
    [InlineData("related", "related")]
    [InlineData("blocks", "blockedBy")]
    [InlineData("blockedBy", "blocks")]
    [InlineData("duplicateOf", "hasDuplicate")]
    [InlineData("causes", "causedBy")]
    [InlineData("parent", "child")]
    [InlineData("child", "parent")]
    public async Task Link_ReadsRightFromBothEnds_AndIsUnlinkedFromEither(string kind, string counterpart)
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        Assert.Equal([(kind, other)], Links(await DoAsync(desk.Agent, one, "link", new { to = other, kind })));
        Assert.Equal([(counterpart, one)], Links(await GetAsync(desk.Agent, $"/api/v1/tickets/{other}")));
        Assert.Equal((409, "nothingWouldChange"), await RefusedAsync(desk.Agent, other, "link", new { to = one, kind = counterpart }));
        Assert.Empty(Links(await DoAsync(desk.Agent, other, "unlink", new { to = one })));
        Assert.Equal((422, "ticketsAreNotLinked"), await RefusedAsync(desk.Agent, one, "unlink", new { to = other }));
        foreach (var number in new[] { one, other })
        {
            var kinds = (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}/events")).EnumerateArray().Select(e => e.GetProperty("kind").GetString()).ToList();
            Assert.Equal(["linked", "unlinked"], kinds.Where(k => k is "linked" or "unlinked"));
        }
    }

    [Fact]
    public async Task TwoTickets_AreLinkedInOneWayOnly()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        await DoAsync(desk.Agent, one, "link", new { to = other });
        Assert.Equal((422, "ticketsAreLinkedAlready"), await RefusedAsync(desk.Agent, other, "link", new { to = one, kind = "blocks" }));
        var (third, fourth) = (await OpenAsync(), await OpenAsync());
        var answers = await Task.WhenAll(
            desk.Agent.PostJsonAsync($"/api/v1/tickets/{third}/link", new { to = fourth, kind = "blocks" }),
            desk.Agent.PostJsonAsync($"/api/v1/tickets/{fourth}/link", new { to = third, kind = "causedBy" }));
        Assert.Equal([200, 422], answers.Select(a => (int)a.StatusCode).Order());
    }

    [Fact]
    public async Task Families_AreThreeLevelsDeep_AndNoCircle_EvenAtOnce()
    {
        var (top, middle, bottom, fourth) = (await OpenAsync(), await OpenAsync(), await OpenAsync(), await OpenAsync());
        await DoAsync(desk.Agent, middle, "link", new { to = top, kind = "parent" });
        await DoAsync(desk.Agent, middle, "link", new { to = bottom, kind = "child" });
        Assert.Equal((422, "familyIsTooDeep"), await RefusedAsync(desk.Agent, fourth, "link", new { to = bottom, kind = "parent" }));
        Assert.Equal((422, "familyIsTooDeep"), await RefusedAsync(desk.Agent, fourth, "link", new { to = top, kind = "child" }));
        Assert.Equal((422, "familyWouldBeACircle"), await RefusedAsync(desk.Agent, top, "link", new { to = bottom, kind = "parent" }));
        Assert.Equal((409, "ticketHasAParent"), await RefusedAsync(desk.Agent, bottom, "link", new { to = fourth, kind = "parent" }));
        Assert.Equal((409, "ticketWithChildrenIsNotMerged"), await RefusedAsync(desk.Agent, middle, "merge", new { into = fourth }));
        for (var i = 0; i < 5; i++)
        {
            var (one, other) = (await OpenAsync(), await OpenAsync());
            var answers = await Task.WhenAll(
                desk.Agent.PostJsonAsync($"/api/v1/tickets/{one}/link", new { to = other, kind = "parent" }),
                desk.Agent.PostJsonAsync($"/api/v1/tickets/{other}/link", new { to = one, kind = "parent" }));
            Assert.Single(answers, a => a.IsSuccessStatusCode);
        }
    }

    [Fact]
    public async Task Links_AreForStaff_AndShowOnlyWhatEachMaySee()
    {
        var mine = await desk.InProgressAsync();
        var others = await OpenAsync();
        Assert.Equal((422, "unknownValue"), await RefusedAsync(desk.Engineer, mine, "link", new { to = others }));
        Assert.Equal((403, "notAllowed"), await RefusedAsync(desk.User, mine, "link", new { to = others }));
        await DoAsync(desk.Agent, mine, "link", new { to = others, kind = "causes" });
        Assert.Empty(Links(await GetAsync(desk.Engineer, $"/api/v1/tickets/{mine}")));
        Assert.Equal(JsonValueKind.Null, (await GetAsync(desk.User, $"/api/v1/tickets/{mine}")).GetProperty("links").ValueKind);
        Assert.DoesNotContain("linked", (await GetAsync(desk.User, $"/api/v1/tickets/{mine}/events")).EnumerateArray().Select(e => e.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Split_MakesATicketOfTheSameRequester_LinkedBothWays()
    {
        var number = await desk.InProgressAsync();
        await DoAsync(desk.User, number, "notes", new { text = "另外，显示器也坏了" });
        await DoAsync(desk.Agent, number, "notes", new { text = "查过资产", visibility = "internal" });
        var events = (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}/events")).EnumerateArray().Where(e => e.GetProperty("kind").GetString() == "note").Select(e => e.GetProperty("data")).ToList();
        var (said, secret) = (events[0].GetProperty("noteId").GetGuid(), events[^1].GetProperty("noteId").GetGuid());
        Assert.Equal((422, "internalNotesAreNotSplit"), await RefusedAsync(desk.Agent, number, "split", new { subject = "显示器", notes = new[] { secret } }));
        Assert.Equal((422, "unknownValue"), await RefusedAsync(desk.Agent, number, "split", new { subject = "显示器", notes = new[] { Guid.NewGuid() } }));
        Assert.Equal((403, "notAllowed"), await RefusedAsync(desk.Engineer, number, "split", new { subject = "显示器", notes = new[] { said } }));

        var link = Assert.Single(Links(await DoAsync(desk.Agent, number, "split", new { subject = "显示器坏了", text = "用户在打印机申告里提到", notes = new[] { said } })));

        Assert.Equal("splitInto", link.Kind);
        var part = await GetAsync(desk.User, $"/api/v1/tickets/{link.Number}");
        Assert.Equal(("user", "显示器坏了", "用户在打印机申告里提到\n\n另外，显示器也坏了"), (part.GetProperty("requester").GetString(), part.GetProperty("subject").GetString(), part.GetProperty("description").GetString()));
        Assert.Equal([("splitFrom", number)], Links(await GetAsync(desk.Agent, $"/api/v1/tickets/{link.Number}")));
    }

    private async Task<long> OpenAsync() => Number(await desk.OpenAsync(desk.Colleague));

    private static List<(string Kind, long Number)> Links(JsonElement ticket) =>
        [.. ticket.GetProperty("links").EnumerateArray().Select(l => (l.GetProperty("kind").GetString()!, l.GetProperty("number").GetInt64()))];
}
