using System.Net;
using Fengtai.Tests.Tickets.Api;
using Xunit;

namespace Fengtai.Tests.Tickets.Desk;

/// <summary>Every filter and its opposite: on the queue and in the API, which read the same words.</summary>
public sealed class FilterTests(QueueDesk desk) : IClassFixture<QueueDesk>
{
    [Theory]
    [InlineData("-status=closed", "fresh, accepted, second's, team's, engineer's, mate's, elsewhere, waiting, resolved")]
    [InlineData("status=open&-status=new,accepted", "team's, engineer's, mate's, elsewhere, waiting, resolved")]
    [InlineData("status=open&-assignee=engineer", "fresh, accepted, second's, team's, mate's, elsewhere")]
    [InlineData("status=open&-assignee=none", "engineer's, mate's, elsewhere, waiting, resolved")]
    [InlineData("status=open&-assignee=none,engineer", "mate's, elsewhere")]
    [InlineData("status=open&assignee=none,mate", "fresh, accepted, second's, team's, mate's")]
    [InlineData("status=open&team=none", "fresh, accepted, second's")]
    [InlineData("status=open&-team=printing", "fresh, accepted, second's, elsewhere")]
    [InlineData("status=open&owner=me", "accepted, team's, engineer's, mate's, elsewhere, waiting, resolved")]
    [InlineData("status=open&-owner=me", "fresh, second's")]
    [InlineData("owner=none", "fresh, cancelled")]
    [InlineData("status=open&owner=second,none", "fresh, second's")]
    [InlineData("-requester=user", "")]
    [InlineData("requester=user,guest&status=waiting", "waiting")]
    [InlineData("reportedBy=none&status=new", "fresh")]
    [InlineData("waitReason=parts", "waiting")]
    [InlineData("waitReason=user", "")]
    [InlineData("status=open&-waitReason=parts&assignee=engineer", "engineer's, resolved")]
    [InlineData("closeCode=confirmed", "closed")]
    [InlineData("-closeCode=none", "closed")]
    [InlineData("channel=api&status=new", "fresh")]
    [InlineData("-channel=api", "")]
    [InlineData("channel=phone", "")]
    [InlineData("impact=none&status=new", "fresh")]
    [InlineData("category=none&status=new", "fresh")]
    [InlineData("vip=yes", "")]
    [InlineData("vip=no&status=new", "fresh")]
    [InlineData("-vip=yes&status=new", "fresh")]
    [InlineData("-vip=no", "")]
    [InlineData("unanswered=yes", "")]
    [InlineData("unanswered=no&status=new", "fresh")]
    [InlineData("incomplete=yes", "")]
    [InlineData("firstContact=yes", "")]
    [InlineData("firstContact=no&status=resolved", "resolved")]
    [InlineData("reopened=yes", "")]
    [InlineData("reopened=no&status=resolved", "resolved")]
    [InlineData("outOfScope=no&status=new", "fresh")]
    [InlineData("afterwards=yes", "")]
    [InlineData("major=yes", "")]
    [InlineData("major=no&status=new", "fresh")]
    [InlineData("opened=today&status=new", "fresh")]
    [InlineData("-opened=today", "")]
    [InlineData("opened=2026-03-02&status=new", "fresh")]
    [InlineData("opened=..2026-03-01", "")]
    [InlineData("-opened=2026-03-03..&status=new", "fresh")]
    [InlineData("resolved=today", "resolved, closed")]
    [InlineData("resolved=none&status=open&assignee=engineer", "engineer's, waiting")]
    [InlineData("closed=thisMonth", "closed, cancelled")]
    [InlineData("-closed=none", "closed, cancelled")]
    [InlineData("updated=last7Days&status=waiting", "waiting")]
    [InlineData("due=missed", "")]
    [InlineData("due=next7Days&status=waiting", "waiting")]
    [InlineData("q=elsewhere&status=open", "elsewhere")]
    [InlineData("-q=elsewhere&status=assigned", "team's, engineer's, mate's")]
    [InlineData("department=none&status=new", "fresh")]
    [InlineData("department=nowhere", "")]
    [InlineData("-department=nowhere&status=new", "fresh")]
    [InlineData("site=none&status=new", "fresh")]
    public async Task Filter_FindsExactlyWhatItSays(string query, string names)
    {
        Assert.Equal(Set(names), Set(await desk.ShownAsync("agent", $"/desk?view=all&{query}")));
        var answer = await ServiceDesk.GetAsync(desk.As("agent"), $"/api/v1/tickets?{query}");
        Assert.Equal(Set(names), Set(answer.GetProperty("items").EnumerateArray().Select(t => t.GetProperty("subject").GetString()!)));
    }

    [Theory]
    [InlineData("engineer", "team=myTeams&status=open", "team's, engineer's, mate's, waiting, resolved")]
    [InlineData("engineer", "team=mine&status=open", "team's, engineer's, mate's, waiting, resolved")]
    [InlineData("engineer", "-team=myTeams", "")]
    [InlineData("engineer", "assignee=myTeams&status=open", "engineer's, mate's, waiting, resolved")]
    [InlineData("engineer", "assignee=myTeams&-assignee=me", "mate's")]
    [InlineData("engineer", "team=printing&assignee=none", "team's")]
    [InlineData("loner", "assignee=myTeams", "")]
    [InlineData("loner", "-assignee=myTeams", "")]
    public async Task Me_AndMyTeams_AreTheReaders(string login, string query, string names) =>
        Assert.Equal(Set(names), Set(await desk.ShownAsync(login, $"/desk?view=all&{query}")));

    [Theory]
    [InlineData("-status=nonsense", "-status")]
    [InlineData("-colour=red", "-colour")]
    [InlineData("assignee=me,nobody.at.all", "assignee")]
    [InlineData("-category=no.such", "-category")]
    [InlineData("team=printing,no.such", "team")]
    [InlineData("opened=sometime", "opened")]
    [InlineData("vip=perhaps", "vip")]
    [InlineData("sort=nonsense", "sort")]
    [InlineData("sort=priority.up", "sort")]
    public async Task BadFilter_IsRefusedByTheApi_NamingTheParameter(string query, string field)
    {
        var answer = await desk.As("agent").GetAsync($"/api/v1/tickets?{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(field, (await ServiceDesk.ReadAsync(answer)).GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("view=all&status=new&status=waiting&not=status", "view=all&-status=new,waiting")]
    [InlineData("view=mine&not=&priority=high&priority=urgent", "view=mine&priority=high,urgent")]
    [InlineData("view=all&opened=today&opened.from=2026-03-01&opened.to=2026-03-05", "view=all&opened=2026-03-01..2026-03-05")]
    [InlineData("view=all&opened.from=2026-03-01&opened.to=&not=opened", "view=all&-opened=2026-03-01..")]
    [InlineData("view=all&opened.from=2026-03-01&opened.to=2026-03-01", "view=all&opened=2026-03-01")]
    [InlineData("view=all&assignee=me&assigneeName=engineer&assigneePicked=engineer", "view=all&assignee=me,engineer")]
    [InlineData("view=all&assigneeName=mate&assigneePicked=", "view=all&assignee=mate")]
    [InlineData("view=all&departmentName=IT,%20Berlin&departmentPicked=", "view=all&department=IT,%20Berlin")]
    [InlineData("view=all&sort=priority.desc&not=&q=", "view=all&sort=priority.desc")]
    public async Task FormOfAFilter_LeadsToTheAddressThatItMeans(string sent, string address)
    {
        var answer = await desk.As("agent").GetAsync($"/desk?{sent}");
        Assert.Equal((HttpStatusCode.SeeOther, $"/desk?{address}"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Chips_SayWhatIsSet_AndLeadToTheListWithoutIt()
    {
        var page = await desk.As("agent").OpenAsync("/desk?view=all&status=open&-assignee=engineer,none&opened=last7Days");
        Assert.Equal(["状态：未关闭", "工程师不是：engineer、未分派", "提交时间：最近 7 天"], page.All(".chip.set .chosen").Select(c => c.TextContent));
        Assert.Equal(
            ["/desk?view=all&-assignee=engineer,none&opened=last7Days", "/desk?view=all&status=open&opened=last7Days", "/desk?view=all&status=open&-assignee=engineer,none"],
            page.All(".chip.set > .remove").Select(a => a.GetAttribute("href")));
        Assert.Equal("/desk?view=all&-status=open&-assignee=engineer,none&opened=last7Days", page.All(".chip.set > .negate")[0].GetAttribute("href"));
    }

    [Theory]
    [InlineData("opened=last90Days", "提交时间：最近 90 天")]
    [InlineData("due=next14Days", "下一步时限：今后 14 天")]
    [InlineData("opened=2026-03-02", "提交时间：2026-03-02")]
    [InlineData("-closed=..2026-03-01", "关闭时间不是：到 2026-03-01 为止")]
    [InlineData("vip=no", "VIP：否")]
    [InlineData("resolved=none", "解决时间：还没有")]
    [InlineData("team=myTeams,printing,none", "处理组：我的组、printing、没有")]
    [InlineData("department=IT,%20Berlin", "部门：IT, Berlin")]
    public async Task Chip_SaysItsFilter_InTheReadersWords(string query, string said) =>
        Assert.Equal(said, (await desk.As("agent").OpenAsync($"/desk?view=all&{query}")).One(".chip.set .chosen").TextContent);

    /// <summary>Every filter can be added, and its editor shown.</summary>
    [Fact]
    public async Task EveryFilter_IsOffered()
    {
        var offers = (await desk.As("agent").OpenAsync("/desk?view=all")).All(".filter.add a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(Fengtai.Tickets.Rules.FilterFields.All.Count, offers.Count);
        foreach (var offer in offers)
        {
            Assert.Single((await desk.As("agent").OpenAsync(offer)).All(".chip details[open]"));
        }
    }

    [Fact]
    public async Task AddedFilter_HasItsEditorOpen()
    {
        var page = await desk.As("agent").OpenAsync("/desk?view=all&status=open&add=waitReason");
        Assert.Equal("waitReason", page.One("details.filter[open] input[type=checkbox]").GetAttribute("name"));
        Assert.Equal(HttpStatusCode.OK, (await desk.As("agent").OpenAsync("/desk?view=all&add=nonsense")).Status);
    }

    [Theory]
    [InlineData("number.asc", "fresh, accepted, second's, team's, engineer's, mate's, elsewhere, waiting, resolved, closed, cancelled")]
    [InlineData("openedAt.asc", "fresh, accepted, second's, team's, engineer's, mate's, elsewhere, waiting, resolved, closed, cancelled")]
    [InlineData("number", "cancelled, closed, resolved, waiting, elsewhere, mate's, engineer's, team's, second's, accepted, fresh")]
    public async Task Order_TurnsRound(string sort, string names) =>
        Assert.Equal(names, string.Join(", ", await desk.ShownAsync("agent", $"/desk?view=all&sort={sort}")));

    [Fact]
    public async Task HeadOfAColumn_Sorts_AndTurnsRound()
    {
        var page = await desk.As("agent").OpenAsync("/desk?view=all&sort=priority");
        Assert.Equal("ascending", page.One("th[aria-sort]").GetAttribute("aria-sort"));
        Assert.Equal("/desk?view=all&sort=priority.desc", page.One("th[aria-sort] a").GetAttribute("href"));
        var turned = await desk.As("agent").OpenAsync("/desk?view=all&sort=priority.desc");
        Assert.Equal("descending", turned.One("th[aria-sort]").GetAttribute("aria-sort"));
        Assert.Equal("/desk?view=all&sort=priority", turned.One("th[aria-sort] a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("/desk/departments?q=x")]
    [InlineData("/desk/sites")]
    public async Task Suggestions_AreForStaff(string path)
    {
        Assert.Equal(HttpStatusCode.OK, (await desk.As("agent").GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.As("user").GetAsync(path)).StatusCode);
    }

    private static string Set(string names) => Set(names.Split(", ", StringSplitOptions.RemoveEmptyEntries));

    private static string Set(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
