using System.Globalization;
using System.Net;
using Xunit;

namespace Fengtai.Tests.Tickets.Desk;

/// <summary>The queue: what is in each view, for whom, in which order.</summary>
public sealed class QueueTests(QueueDesk desk) : IClassFixture<QueueDesk>
{
    [Theory]
    [InlineData("agent", "new", "fresh")]
    [InlineData("agent", "owned", "accepted, team's, engineer's, mate's, elsewhere, waiting, resolved")]
    [InlineData("agent", "mine", "")]
    [InlineData("agent", "team", "")]
    [InlineData("agent", "unassigned", "accepted, second's, team's")]
    [InlineData("agent", "waiting", "waiting")]
    [InlineData("agent", "calls", "resolved")]
    [InlineData("agent", "all", "fresh, accepted, second's, team's, engineer's, mate's, elsewhere, waiting, resolved, closed, cancelled")]
    [InlineData("second", "owned", "second's")]
    [InlineData("engineer", "mine", "engineer's, waiting, resolved")]
    [InlineData("engineer", "team", "team's, engineer's, mate's, waiting, resolved")]
    [InlineData("engineer", "unassigned", "team's")]
    [InlineData("engineer", "waiting", "waiting")]
    [InlineData("engineer", "all", "team's, engineer's, mate's, waiting, resolved, closed")]
    [InlineData("engineer", "calls", "resolved")]
    [InlineData("mate", "mine", "mate's")]
    [InlineData("other", "all", "elsewhere")]
    [InlineData("other", "team", "elsewhere")]
    [InlineData("loner", "team", "")]
    [InlineData("loner", "all", "")]
    [InlineData("auditor", "all", "fresh, accepted, second's, team's, engineer's, mate's, elsewhere, waiting, resolved, closed, cancelled")]
    public async Task EachView_HoldsExactlyItsTickets_OfThoseOneMaySee(string login, string view, string names) =>
        Assert.Equal(Set(names), Set(await desk.ShownAsync(login, $"/desk?view={view}")));

    [Theory]
    [InlineData("agent", "new owned mine team unassigned dueSoon waiting calls watched all", "new")]
    [InlineData("engineer", "mine team unassigned dueSoon waiting watched all", "mine")]
    [InlineData("quality", "dueSoon waiting calls watched all", "all")]
    [InlineData("auditor", "dueSoon waiting watched all", "all")]
    public async Task Views_AreThoseOfOnesWork_AndBeginWithTheUsualOne(string login, string views, string first)
    {
        var page = await desk.As(login).OpenAsync("/desk");
        Assert.Equal(views, string.Join(' ', page.All(".tabs a").Select(a => ViewOf(a.GetAttribute("href")!))));
        Assert.Equal(first, ViewOf(page.One(".tabs a[aria-current]").GetAttribute("href")!));
    }

    [Theory]
    [InlineData("agent")]
    [InlineData("engineer")]
    [InlineData("auditor")]
    public async Task EveryCount_IsThatOfTheListItLeadsTo(string login)
    {
        var page = await desk.As(login).OpenAsync("/desk");
        foreach (var tab in page.All(".tabs a"))
        {
            var shown = await desk.ShownAsync(login, tab.GetAttribute("href")!);
            Assert.Equal(tab.QuerySelector(".of")!.TextContent, shown.Length.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("user")]
    [InlineData("guest")]
    public async Task Users_DoNotGetThere(string login) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.As(login).GetAsync("/desk")).StatusCode);

    [Theory]
    [InlineData("view=all&status=waiting", "waiting")]
    [InlineData("view=all&status=waiting&status=resolved", "waiting, resolved")]
    [InlineData("view=all&status=waiting,resolved", "waiting, resolved")]
    [InlineData("view=all&status=closed", "closed, cancelled")]
    [InlineData("view=all&status=closed,waiting", "closed, waiting")]
    [InlineData("view=all&assignee=engineer&status=open,waiting,closed", "engineer's, waiting, resolved, closed")]
    [InlineData("view=owned&status=waiting", "waiting")]
    [InlineData("view=new&status=waiting", "")]
    [InlineData("view=all&assignee=engineer", "engineer's, waiting, resolved, closed")]
    [InlineData("view=all&assignee=engineer&status=open", "engineer's, waiting, resolved")]
    [InlineData("view=all&assignee=none&status=open", "fresh, accepted, second's, team's")]
    [InlineData("view=all&team=network", "elsewhere")]
    [InlineData("view=all&team=network,printing&status=assigned", "team's, engineer's, mate's, elsewhere")]
    [InlineData("view=all&team=mine", "")]
    [InlineData("view=all&owner=second", "second's")]
    [InlineData("view=all&requester=guest", "")]
    [InlineData("requester=user&status=waiting", "waiting")]
    [InlineData("q=elsewhere", "elsewhere")]
    [InlineData("view=new&q=elsewhere", "")]
    [InlineData("view=all&type=inquiry", "")]
    [InlineData("view=all&priority=normal&status=new", "fresh")]
    [InlineData("view=nonsense&status=waiting", "waiting")]
    [InlineData("view=all&sort=nonsense&status=waiting", "waiting")]
    public async Task Filters_NarrowTheView(string query, string names) =>
        Assert.Equal(Set(names), Set(await desk.ShownAsync("agent", $"/desk?{query}")));

    [Theory]
    [InlineData("status=nonsense")]
    [InlineData("view=all&priority=1")]
    [InlineData("view=all&team=no.such")]
    [InlineData("view=all&category=no.such")]
    [InlineData("view=all&assignee=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("view=all&after=bm9uc2Vuc2U")]
    [InlineData("view=all&before=!!!")]
    public async Task Filter_ThatCannotBeUnderstood_IsSaid_AndShowsNothing(string query)
    {
        var page = await desk.As("agent").OpenAsync($"/desk?{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Empty(page.All("tr[data-row]"));
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        page.One(".notice.red");
    }

    [Theory]
    [InlineData("view=all", "cancelled, closed, resolved, waiting, elsewhere, mate's, engineer's, team's, second's, accepted, fresh")]
    [InlineData("view=all&status=waiting,resolved,new&sort=nextDue", "fresh, waiting, resolved")]
    [InlineData("view=all&status=open&assignee=engineer&sort=openedAt", "resolved, waiting, engineer's")]
    public async Task Order_IsTheViewsOwn_OrThatOfTheAddress(string query, string names) =>
        Assert.Equal(names, string.Join(", ", await desk.ShownAsync("agent", $"/desk?{query}")));

    [Fact]
    public async Task NumberInTheSearch_LeadsToItsTicket_UnlessOneMayNotSeeIt()
    {
        var number = desk.Number("elsewhere");
        var found = await desk.As("agent").GetAsync($"/desk?q={number}");
        Assert.Equal((HttpStatusCode.SeeOther, $"/desk/tickets/{number}"), (found.StatusCode, found.Headers.Location?.ToString()));
        Assert.Empty(await desk.ShownAsync("engineer", $"/desk?q={number}"));
    }

    [Fact]
    public async Task NameTypedWithoutScript_FindsItsPerson()
    {
        var page = await desk.As("agent").OpenAsync("/desk?view=all&requesterName=user&status=waiting");
        Assert.Equal("?view=all&status=waiting&requester=user", page.Address.Query);
        Assert.Equal(["waiting"], desk.Shown(page));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.As("agent").OpenAsync("/desk?view=all&requesterName=nobody")).Status);
    }

    [Fact]
    public async Task NothingYet_IsSaidOtherwiseThanNothingThatMatches()
    {
        var nothing = await desk.As("loner").OpenAsync("/desk?view=mine");
        var noMatch = await desk.As("agent").OpenAsync("/desk?view=new&status=closed");
        Assert.Empty(nothing.All(".empty a"));
        Assert.Equal("/desk?view=new", noMatch.One(".empty a").GetAttribute("href"));
    }

    [Fact]
    public async Task Tabs_ForgetFilters_FiltersKeepTheRest()
    {
        var page = await desk.As("agent").OpenAsync("/desk?view=all&status=open&priority=normal&sort=priority");
        Assert.Equal("/desk?view=waiting", page.All(".tabs a").Select(a => a.GetAttribute("href")).Single(h => h!.Contains("waiting", StringComparison.Ordinal)));
        var kept = page.One("form:has(input[type=checkbox][name=status])").QuerySelectorAll("input[type=hidden]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}");
        Assert.Equal(["view=all", "sort=priority", "priority=normal"], kept);
    }

    private static string ViewOf(string href) => href["/desk?view=".Length..];

    private static string Set(string names) => Set(names.Split(", ", StringSplitOptions.RemoveEmptyEntries));

    private static string Set(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
