using System.Net;
using Fengtai.Tests.Support;
using Xunit;
using static Fengtai.Tests.Tickets.Desk.TicketDesk;

namespace Fengtai.Tests.Tickets.Desk;

/// <summary>The command palette finds what its reader may see, and nothing else.</summary>
public sealed class PaletteTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    [Fact]
    public async Task Ticket_IsFoundByNumber_AndByItsWords()
    {
        var number = await desk.OpenAsync("机房的精密空调漏水");
        Assert.Equal([Address(number)], await FoundAsync(desk.Agent, $"{number}"));
        Assert.Equal([Address(number)], await FoundAsync(desk.Agent, $"#{number}"));
        Assert.Equal([Address(number)], await FoundAsync(desk.Agent, " 精密空调 "));
    }

    [Fact]
    public async Task TicketOfAnotherTeam_IsNotFound()
    {
        var number = await desk.OpenAsync("财务室的碎纸机卡住");
        Assert.Empty(await FoundAsync(desk.OtherTeam, $"{number}"));
        Assert.Empty(await FoundAsync(desk.OtherTeam, "碎纸机"));
    }

    [Fact]
    public async Task WhoIsNotStaff_FindsNothingHere_AndWhoIsNotSignedInIsTurnedAway()
    {
        var number = await desk.OpenAsync();
        Assert.Empty(await FoundAsync(desk.User, $"{number}"));
        Assert.Empty(await FoundAsync(desk.User, "engineer"));
        Assert.Equal(HttpStatusCode.Redirect, (await (await desk.Browse()).GetAsync("/palette")).StatusCode);
    }

    [Fact]
    public async Task Person_IsFoundByPinyin_AndLeadsToTheirTickets() =>
        Assert.Contains("/desk?view=all&requester=user", await FoundAsync(desk.Agent, "lihua"));

    [Fact]
    public async Task View_IsFoundByNameAndInitials_ByWhomItIsFor()
    {
        Assert.Contains("/desk?view=new", await FoundAsync(desk.Agent, "待受理"));
        Assert.Contains("/desk?view=new", await FoundAsync(desk.Agent, "dsl"));
        Assert.DoesNotContain("/desk?view=new", await FoundAsync(desk.Auditor, "dsl"));
    }

    [Fact]
    public async Task NothingTyped_OffersWhatWasSeenLast()
    {
        var number = await desk.OpenAsync();
        await desk.Agent.OpenAsync(Address(number));
        for (var tries = 0; tries < 100 && !(await FoundAsync(desk.Agent, "")).Contains(Address(number)); tries++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        Assert.Contains(Address(number), await FoundAsync(desk.Agent, ""));
    }

    [Theory]
    [InlineData("'")]
    [InlineData("a")]
    [InlineData("& | ! ( ) <-> :*")]
    [InlineData("99999999999999999999999999")]
    [InlineData("\u0001%00\\")]
    public async Task WhateverIsTyped_IsAnswered(string words) =>
        Assert.Equal(HttpStatusCode.OK, (await desk.Agent.GetAsync($"/palette?q={Uri.EscapeDataString(words)}")).StatusCode);

    [Fact]
    public async Task Page_CarriesThePlacesOfItsReader_WithTheirPinyin()
    {
        var agents = await desk.Agent.OpenAsync("/desk");
        Assert.Contains(" gddl ", agents.One("#palette [data-href='/desk']").GetAttribute("data-words"), StringComparison.Ordinal);
        Assert.Contains("queue", agents.One("#palette [data-href='/desk']").GetAttribute("data-words"), StringComparison.Ordinal);
        Assert.NotNull(agents.Document.QuerySelector("#palette [data-href='/desk/tickets/new']"));
        var auditors = await desk.Auditor.OpenAsync("/desk");
        Assert.Null(auditors.Document.QuerySelector("#palette [data-href='/desk/tickets/new']"));
    }

    private static async Task<string[]> FoundAsync(Browser by, string words) =>
        [.. (await by.OpenAsync($"/palette?q={Uri.EscapeDataString(words)}")).All("[role=option]").Select(o => o.GetAttribute("data-href")!)];
}
