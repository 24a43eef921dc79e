using System.Net;
using Xunit;
using static Fengtai.Tests.Tickets.Desk.TicketDesk;

namespace Fengtai.Tests.Tickets.Desk;

/// <summary>Walking the list: a ticket is looked at beside it, and picked in it.</summary>
public sealed class PreviewTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    [Fact]
    public async Task Preview_ShowsWhatItIsAbout_AndTheNextStep()
    {
        var number = await desk.OpenAsync("会议室的投影仪没有画面");
        var page = await desk.Agent.OpenAsync($"{Address(number)}/preview");
        Assert.Contains("会议室的投影仪没有画面", page.Text, StringComparison.Ordinal);
        Assert.Contains("李华", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"[data-preview] form[action='{Address(number)}/accept']"));
        Assert.NotNull(page.Document.QuerySelector($"[data-preview] a[href='{Address(number)}']"));
    }

    [Fact]
    public async Task Preview_IsForWhomTheTicketIs()
    {
        var number = await desk.InProgressAsync();
        Assert.Equal(HttpStatusCode.OK, (await desk.Engineer.GetAsync($"{Address(number)}/preview")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OtherTeam.GetAsync($"{Address(number)}/preview")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.User.GetAsync($"{Address(number)}/preview")).StatusCode);
        var own = await desk.OpenByOtherTeamAsync();
        Assert.Equal($"/requests/{own}", (await desk.OtherTeam.GetAsync($"{Address(own)}/preview")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Row_LeadsToItsPreview_AndPicksItsTicketForTheFormOfTheBar()
    {
        var number = await desk.OpenAsync();
        var page = await desk.Agent.OpenAsync("/desk?view=all");
        Assert.NotNull(page.Document.QuerySelector($"tr[data-row='{number}'] a[href='{Address(number)}/preview'][data-turbo-frame=drawer]"));
        Assert.NotNull(page.Document.QuerySelector($"tr[data-row='{number}'] input[name=tickets][value='{number}'][form=picked]"));
        Assert.NotNull(page.Document.QuerySelector("form#picked[method=get]"));
    }
}
