using System.Net;
using Xunit;
using static Fengtai.Tests.Tickets.Desk.TicketDesk;

namespace Fengtai.Tests.Tickets.Desk;

/// <summary>Watching from the ticket's page, without script.</summary>
public sealed class WatcherPageTests(TicketDesk desk) : IClassFixture<TicketDesk>
{
    [Fact]
    public async Task OneKey_BeginsAndEndsWatching()
    {
        var number = await desk.InProgressAsync();
        var page = await desk.Agent.OpenAsync(Address(number));
        Assert.Equal("x", page.One("form[action$='/watch'] button").GetAttribute("data-keys"));
        var watched = await desk.Agent.SubmitAsync(page, "form[action$='/watch']");
        Assert.Single(watched.All(".watchers li"));
        Assert.Contains("开始关注", watched.One(".timeline").TextContent, StringComparison.Ordinal);
        Assert.Contains((await desk.Agent.OpenAsync("/desk?view=watched")).All("table tbody tr"), r => r.TextContent.Contains($"{number}", StringComparison.Ordinal));
        var over = await desk.Agent.SubmitAsync(watched, "aside form[action$='/unwatch']:not(.watchers form)");
        Assert.Empty(over.All(".watchers li"));
    }

    [Fact]
    public async Task Colleagues_AreAdded_WhereTheyMayReadIt_AndTakenOff()
    {
        var number = await desk.InProgressAsync();
        var form = await desk.Agent.OpenAsync($"{Address(number)}/watchers");
        var refused = await desk.Agent.SubmitAsync(form, "#watchers", ("watcher", "other"), ("login", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("看不到这张工单", refused.Text, StringComparison.Ordinal);
        Assert.Equal("other", refused.One("input[name=watcher]").GetAttribute("value"));
        var added = await desk.Agent.SubmitAsync(refused, "#watchers", ("watcher", "engineer"), ("login", ""));
        Assert.Equal(Address(number), added.Path);
        var taken = await desk.Agent.SubmitAsync(added, ".watchers form");
        Assert.Empty(taken.All(".watchers li"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Agent.SubmitAsync(form, "#watchers", ("watcher", " "))).Status);
    }

    [Fact]
    public async Task Suggestions_AreThoseWhoMayReadIt_ForThoseWhoMay()
    {
        var number = await desk.InProgressAsync();
        Assert.Equal(["engineer"], await FoundAsync("engineer"));
        Assert.Empty(await FoundAsync("other"));
        Assert.Empty(await FoundAsync("user"));
        Assert.NotEmpty(await FoundAsync(""));
        Assert.Empty((await desk.OtherTeam.OpenAsync($"{Address(number)}/readers?q=engineer")).All("[role=option]"));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.OtherTeam.GetAsync($"{Address(number)}/watchers")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.User.GetAsync($"{Address(number)}/readers?q=engineer")).StatusCode);

        async Task<IReadOnlyList<string?>> FoundAsync(string words) =>
            [.. (await desk.Agent.OpenAsync($"{Address(number)}/readers?q={words}")).All("[role=option]").Select(o => o.GetAttribute("data-value"))];
    }
}
