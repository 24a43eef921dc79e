using System.Globalization;
using System.Net;
using System.Text.Json;
using Fengtai.Platform.Data;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Desk;
using Fengtai.Tickets.Together;
using Xunit;
using static Fengtai.Tests.Tickets.Desk.TicketDesk;

namespace Fengtai.Tests.Tickets.Together;

public sealed class DraftsTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    private const string Composer = "form.composer textarea";

    [Fact]
    public async Task Draft_IsOfferedToItsWriterOnAnyMachine_AndToNobodyElse()
    {
        var number = await desk.InProgressAsync();
        Assert.Equal(HttpStatusCode.NoContent, await KeepAsync(desk.Agent, number, "notes", "text", "写到一半\r\n第二行", "internal"));
        var offered = Offered(await desk.Agent.OpenAsync(Address(number)), Composer)!.Value;
        Assert.Equal(("写到一半\n第二行", "internal"), (offered.GetProperty("text").GetString(), offered.GetProperty("chosen").GetString()));
        Assert.Null(Offered(await desk.SecondAgent.OpenAsync(Address(number)), Composer));
        Assert.Null(Offered(await desk.Engineer.OpenAsync(Address(number)), Composer));
    }

    [Theory]
    [InlineData("resolve", "solution")]
    [InlineData("wait", "note")]
    [InlineData("contact", "note")]
    [InlineData("assign", "note")]
    [InlineData("classify", "reason")]
    [InlineData("close", "note")]
    [InlineData("split", "text")]
    [InlineData("declareMajor", "reason")]
    public async Task LongTextsOfStepForms_AreKeptEachForItself(string step, string field)
    {
        var number = await desk.InProgressAsync();
        await KeepAsync(desk.Agent, number, step, field, "还没写完");
        var page = await desk.Agent.OpenAsync($"{Address(number)}/{step}");
        Assert.Equal("还没写完", Offered(page, $"textarea[name={field}]")!.Value.GetProperty("text").GetString());
        Assert.Equal($"/drafts/tickets/{number}/{step}/{field}", page.One($"textarea[name={field}]").GetAttribute("data-drafts-url-value"));
        Assert.Null(Offered(await desk.Agent.OpenAsync(Address(number)), Composer));
    }

    [Fact]
    public async Task RequestersReason_IsKeptUntilItIsSent()
    {
        var number = await desk.InProgressAsync();
        await DoAsync(desk.Engineer, number, "resolve", ("solution", "换了"), ("cause", "磨损"), ("tested", "打印"));
        await KeepAsync(desk.User, number, "my.notSolved", "reason", "第二天又");
        Assert.Equal("第二天又", Offered(await desk.User.OpenAsync($"/requests/{number}"), "#notSolved-reason")!.Value.GetProperty("text").GetString());
        await desk.User.PostFormAsync($"/requests/{number}/notSolved", ("reason", "第二天又卡了"));
        Assert.Equal(0, await CountAsync(number));
    }

    [Fact]
    public async Task Draft_IsGoneWhenItsFormWasSent_AndStaysWhenItWasRefused()
    {
        var number = await desk.InProgressAsync();
        await KeepAsync(desk.Engineer, number, "resolve", "solution", "换了");
        await KeepAsync(desk.Engineer, number, "notes", "text", "另一个");
        await DoAsync(desk.Engineer, number, "resolve", ("solution", "换了"));
        Assert.Equal(2, await CountAsync(number));
        await DoAsync(desk.Engineer, number, "resolve", ("solution", "换了"), ("cause", "磨损"), ("tested", "打印"));
        Assert.Equal(1, await CountAsync(number));
        await DoAsync(desk.Engineer, number, "notes", ("visibility", "internal"), ("text", "另一个"));
        Assert.Equal(0, await CountAsync(number));
    }

    [Fact]
    public async Task EmptiedText_EndsTheDraft()
    {
        var number = await desk.InProgressAsync();
        await KeepAsync(desk.Agent, number, "notes", "text", "写到一半");
        Assert.Equal(HttpStatusCode.NoContent, await KeepAsync(desk.Agent, number, "notes", "text", " \n "));
        Assert.Equal(0, await CountAsync(number));
    }

    [Fact]
    public async Task OnRequestersPage_OwnAnswerIsKept_ApartFromTheDesk()
    {
        var number = await desk.InProgressAsync();
        var answer = (await desk.User.OpenAsync($"/requests/{number}")).One("#answer textarea").GetAttribute("data-drafts-url-value")!;
        Assert.Equal($"/drafts/tickets/{number}/my.notes/text", answer);
        await KeepAsync(desk.User, number, "my.notes", "text", "补充一下");
        var page = await desk.User.OpenAsync($"/requests/{number}");
        Assert.Equal("补充一下", Offered(page, "#answer textarea")!.Value.GetProperty("text").GetString());
        Assert.Null(Offered(await desk.Agent.OpenAsync(Address(number)), Composer));
        await desk.User.SubmitAsync(page, "#answer form", ("text", "补充一下"));
        Assert.Equal(0, await CountAsync(number));
    }

    [Fact]
    public async Task TicketThatOneMayNotSee_TakesNoDraft()
    {
        var number = await desk.InProgressAsync();
        Assert.Equal(HttpStatusCode.NotFound, await KeepAsync(desk.OtherTeam, number, "notes", "text", "偷看"));
        Assert.Equal(HttpStatusCode.NotFound, await KeepAsync(desk.Agent, number + 1_000_000, "notes", "text", "没有"));
        Assert.Equal(0, await CountAsync(number));
    }

    [Fact]
    public async Task TooLongOrNotJson_IsRefused()
    {
        var number = await desk.InProgressAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await KeepAsync(desk.Agent, number, "notes", "text", new string('长', 20_001)));
        Assert.Equal(HttpStatusCode.NoContent, await KeepAsync(desk.Agent, number, "notes", "text", new string('长', 20_000)));
        using var form = await desk.Agent.SendAsync(new(HttpMethod.Put, $"/drafts/tickets/{number}/notes/text") { Content = new FormUrlEncodedContent([new("text", "x")]) });
        Assert.Equal(HttpStatusCode.BadRequest, form.StatusCode);
    }

    [Fact]
    public async Task MoreThanSoMany_LoseTheOldest()
    {
        var number = await desk.InProgressAsync();
        for (var i = 0; i < KeepDraft.Kept + 3; i++)
        {
            desk.Clock.Advance(TimeSpan.FromSeconds(1));
            await KeepAsync(desk.SecondAgent, number, "notes", $"f{new string('x', i / 26)}{(char)('a' + i % 26)}", i.ToString(CultureInfo.InvariantCulture));
        }
        var left = await OfAsync(number);
        Assert.Equal(KeepDraft.Kept, left.Count);
        Assert.DoesNotContain("2", left);
        Assert.Contains("3", left);
    }

    [Fact]
    public async Task Forgotten_IsSweptAfterThirtyDays()
    {
        var number = await desk.InProgressAsync();
        await KeepAsync(desk.Agent, number, "notes", "text", "旧的");
        desk.Clock.Advance(SweepTogether.KeptFor - TimeSpan.FromMinutes(1));
        await desk.RunRecurringAsync(SweepTogether.Name);
        Assert.Equal(1, await CountAsync(number));
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        await desk.RunRecurringAsync(SweepTogether.Name);
        Assert.Equal(0, await CountAsync(number));
        desk.Clock.Now = FakeClock.Start;
    }

    private static async Task<HttpStatusCode> KeepAsync(Browser by, long number, string form, string field, string text, string? choice = null)
    {
        using var answer = await by.SendJsonAsync(HttpMethod.Put, $"/drafts/tickets/{number}/{form}/{field}", new { text, choice });
        return answer.StatusCode;
    }

    private static JsonElement? Offered(Page page, string textarea) =>
        page.One(textarea).GetAttribute("data-drafts-saved-value") is { } json ? JsonDocument.Parse(json).RootElement : null;

    private async Task<int> CountAsync(long number) => (await OfAsync(number)).Count;

    private async Task<List<string>> OfAsync(long number)
    {
        await using var command = desk.Database.Command("select d.body from tickets.drafts d join tickets.tickets t on t.id = d.ticket_id where t.number = $1", number);
        return await command.ListAsync(row => row.GetString(0), default);
    }
}
