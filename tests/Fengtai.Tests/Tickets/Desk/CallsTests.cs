using System.Net;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Tickets.Desk;

/// <summary>待回访: the list of calls, and what comes of a call.</summary>
public sealed class CallsTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    [Fact]
    public async Task Calls_ComeInTheOrderOfWaiting_WithNumberAndSolution()
    {
        var (first, second) = (await SolvedAsync(), await SolvedAsync());
        var page = await desk.Agent.OpenAsync("/desk/calls");
        var listed = page.All(".calls > li").Select(l => l.Id).ToList();
        Assert.True(listed.IndexOf($"call-{first}") < listed.IndexOf($"call-{second}"));
        var entry = page.One($"#call-{first}");
        Assert.Equal("tel:01055501024", entry.QuerySelector("a[href^='tel:']")!.GetAttribute("href"));
        Assert.Contains("换了搓纸轮", entry.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SolvedCall_Closes_AndGoesOnWithTheNext()
    {
        var (number, next) = (await SolvedAsync(), await SolvedAsync());
        var page = await CallAsync(number, "solved");
        Assert.Empty(page.All($"#call-{number}"));
        Assert.True(page.One($"#call-{next} details").HasAttribute("open"));
        Assert.Equal("closed calledBack", await StateAsync(number));
    }

    [Fact]
    public async Task UnsolvedCall_NeedsTheUsersWords_AndKeepsWhatWasTyped()
    {
        var number = await SolvedAsync();
        var refused = await CallAsync(number, "unsolved");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(refused.One($"#call-{number} details").HasAttribute("open"));
        refused.One($"#call-{number} textarea[aria-invalid=true]");
        Assert.Equal("resolved ", await StateAsync(number));
        await CallAsync(number, "unsolved", "又卡纸了");
        Assert.Equal("inProgress ", await StateAsync(number));
    }

    [Fact]
    public async Task CallWithoutAnswer_IsCounted_AndStaysOnTheList()
    {
        var number = await SolvedAsync();
        var page = await CallAsync(number, "notReached");
        Assert.Contains("1", page.One($"#call-{number} .pill").TextContent, StringComparison.Ordinal);
        Assert.Equal("resolved ", await StateAsync(number));
    }

    [Fact]
    public async Task CallOnATicketThatIsNoLongerSolved_SaysSo()
    {
        var number = await SolvedAsync();
        var page = await desk.Agent.OpenAsync("/desk/calls");
        await TicketDesk.DoAsync(desk.SecondAgent, number, "call", ("outcome", "solved"));
        var refused = await desk.Agent.SubmitAsync(page, $"#call-{number} form", ("outcome", "solved"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        refused.One(".error-summary");
    }

    [Fact]
    public async Task OnlyWhoMakesCalls_HasTheList()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Engineer.GetAsync("/desk/calls")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.User.GetAsync("/desk/calls")).StatusCode);
        await desk.Agent.OpenAsync("/desk/calls");
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Agent.PostFormAsync("/desk/calls/1", ("outcome", "solved"))).StatusCode);
    }

    private async Task<long> SolvedAsync()
    {
        var number = await desk.InProgressAsync();
        await TicketDesk.DoAsync(desk.Engineer, number, "resolve", ("solution", "换了搓纸轮"), ("cause", "搓纸轮磨损"), ("tested", "连打 20 页"));
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        return number;
    }

    private async Task<Page> CallAsync(long number, string outcome, string? note = null)
    {
        var page = await desk.Agent.OpenAsync("/desk/calls");
        return await desk.Agent.SubmitAsync(page, $"#call-{number} form", ("outcome", outcome), ("note", note));
    }

    private async Task<string> StateAsync(long number)
    {
        await using var command = desk.Database.CreateCommand("select status || ' ' || coalesce(close_code, '') from tickets.tickets where number = $1");
        command.Parameters.Add(new() { Value = number });
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
