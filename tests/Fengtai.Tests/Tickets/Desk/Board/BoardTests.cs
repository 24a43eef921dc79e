using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Fengtai.Tests.Support;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.Tickets.Desk.Board;

/// <summary>The board over HTTP: every figure has exactly its tickets behind it.</summary>
public sealed class BoardTests(BoardDesk desk) : IClassFixture<BoardDesk>
{
    [Theory]
    [InlineData("agent", "")]
    [InlineData("agent", "?team=printing")]
    [InlineData("agent", "?-team=printing,none&period=last7Days")]
    [InlineData("agent", "?category=hardware")]
    [InlineData("lead", "?site=%E6%80%BB%E9%83%A8,%20%E4%BA%8C%E5%8F%B7%E6%A5%BC")]
    [InlineData("engineer", "")]
    [InlineData("engineer", "?team=myTeams")]
    public async Task EveryFigureOfTheApi_CountsTheTicketsItLeadsTo(string login, string query) => await FollowAsync(desk.As(login), query);

    /// <summary>Days and hours of another zone are other days and hours.</summary>
    [Fact]
    public async Task Figures_AreOfTheReadersDays()
    {
        await FollowAsync(desk.Abroad, "?period=last92Days");
        var (abroad, here) = (await GetAsync(desk.Abroad, "/api/v1/board"), await GetAsync(desk.As("lead"), "/api/v1/board"));
        Assert.Equal(("America/New_York", "Asia/Shanghai"), (abroad.GetProperty("timeZone").GetString(), here.GetProperty("timeZone").GetString()));
        // 09:00 on a Monday in Shanghai is still Sunday evening there
        Assert.Equal(("2026-03-01", "2026-03-02"), (Last(abroad), Last(here)));
        Assert.Equal("2026-03-01T05:00:00Z", Moment(abroad, 0));
        Assert.Equal("2026-03-01T16:00:00Z", Moment(here, 0));

        static string? Last(JsonElement board) => board.GetProperty("past").GetProperty("last").GetString();

        static string Moment(JsonElement board, int hour) =>
            board.GetProperty("past").GetProperty("hoursOfToday")[hour].GetProperty("from").GetDateTimeOffset().ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task EveryFigureOfThePage_LeadsToAsManyRows()
    {
        var page = await desk.As("agent").OpenAsync("/desk/board");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var figures = page.All("main a.figure, main .board-tile > a:first-child:not(:has(+ .under))");
        Assert.InRange(figures.Count, 30, 200);
        foreach (var (href, counts) in figures.GroupBy(f => f.GetAttribute("href")!, f => int.Parse((f.QuerySelector(".big") ?? f).TextContent, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).Select(g => (g.Key, g.Distinct().ToList())))
        {
            var list = await desk.As("agent").OpenAsync(href);
            Assert.Equal((href, list.All("tr[data-row]").Count), (href, Assert.Single(counts)));
        }
    }

    [Fact]
    public async Task Board_SaysWhatThereIs()
    {
        var open = (await GetAsync(desk.As("agent"), "/api/v1/board")).GetProperty("open");
        var past = (await GetAsync(desk.As("agent"), "/api/v1/board")).GetProperty("past");
        Assert.Equal(
            (15, 5, 4, 1, 2, 1),
            (Count(open, "all"), Count(open, "new"), Count(open, "unassigned"), Count(open, "waiting"), Count(open, "incomplete"), Count(open, "outOfScope")));
        Assert.Equal([1, 2, 1, 1, 1, 9], open.GetProperty("ages").EnumerateArray().Select(a => a.GetProperty("count").GetInt32()));
        Assert.Equal((2, 50m), (past.GetProperty("solved").GetProperty("count").GetInt32(), past.GetProperty("firstContact").GetProperty("percent").GetDecimal()));
        Assert.Equal((1, 50m), (past.GetProperty("reopened").GetProperty("part").GetProperty("count").GetInt32(), past.GetProperty("reopened").GetProperty("percent").GetDecimal()));
    }

    [Fact]
    public async Task Engineer_CountsOnlyWhatTheySee()
    {
        var (all, own) = (await GetAsync(desk.As("agent"), "/api/v1/board"), await GetAsync(desk.As("engineer"), "/api/v1/board"));
        Assert.True(Count(own.GetProperty("open"), "all") < Count(all.GetProperty("open"), "all"));
        Assert.Equal(["printing"], own.GetProperty("teams").EnumerateArray().Select(t => t.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("/desk/board")]
    [InlineData("/desk/board/wall")]
    [InlineData("/api/v1/board")]
    public async Task Board_IsForThoseWhoLead_Manage_OrWorkOnTickets(string path)
    {
        foreach (var login in new[] { "agent", "lead", "manager", "quality", "engineer" })
        {
            Assert.Equal((login, HttpStatusCode.OK), (login, (await desk.As(login).GetAsync(path)).StatusCode));
        }
        foreach (var login in new[] { "user", "auditor" })
        {
            Assert.Equal((login, HttpStatusCode.Forbidden), (login, (await desk.As(login).GetAsync(path)).StatusCode));
        }
    }

    [Theory]
    [InlineData("period=nonsense", "period")]
    [InlineData("period=2026-01-01..", "period")]
    [InlineData("period=last93Days", "period")]
    [InlineData("team=no.such", "team")]
    [InlineData("-category=no.such", "-category")]
    [InlineData("site=a&site=b", "site")]
    [InlineData("status=open", "status")]
    [InlineData("-colour=red", "-colour")]
    public async Task BadFilter_IsRefused_NamingTheParameter(string query, string field)
    {
        var answer = await desk.As("agent").GetAsync($"/api/v1/board?{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(field, (await ReadAsync(answer)).GetProperty("errors")[0].GetProperty("field").GetString());
        var page = await desk.As("agent").OpenAsync($"/desk/board?{query}");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 0), (page.Status, page.All(".figure").Count));
        Assert.NotEmpty(page.All("[role=alert]"));
    }

    [Fact]
    public async Task Filters_StandInTheAddress_AndInTheForm()
    {
        var page = await desk.As("agent").OpenAsync("/desk/board?team=printing&category=hardware&period=last7Days");
        Assert.Equal(["printing", "hardware", "", "last7Days"], page.All(".board-filters select").Select(s => s.QuerySelector("option[selected]")!.GetAttribute("value")));
        Assert.Equal("/desk/board/wall?category=hardware&team=printing&period=last7Days", page.One("a[href^='/desk/board/wall']").GetAttribute("href"));
        Assert.Equal(["打印机"], page.All("table.loads")[^1].QuerySelectorAll("tbody th").Select(h => h.TextContent.Trim()));
        var sent = await desk.As("agent").SubmitAsync(page, ".board-filters", ("team", ""), ("period", "2026-02-20..2026-02-25"));
        Assert.Equal((HttpStatusCode.OK, 6), (sent.Status, sent.All(".board-as-table tbody tr").Count));
    }

    [Fact]
    public async Task Page_SaysItsMeaningsAndItsZone_AndItsChartsAreTables()
    {
        var page = await desk.As("agent").OpenAsync("/desk/board");
        Assert.Contains("Asia/Shanghai UTC+08:00", page.Text, StringComparison.Ordinal);
        Assert.Equal(10, page.All(".board-tile [role=tooltip]").Count);
        Assert.All(page.All(".meaning button"), b => Assert.Equal(page.One($"#{b.GetAttribute("aria-describedby")}"), b.NextElementSibling));
        Assert.Equal(30, page.All(".board-as-table tbody tr").Count);
        Assert.All(page.All("svg.board-chart a"), a => Assert.NotEmpty(a.GetAttribute("aria-label")!));
        Assert.Contains("ticket", page.All("[data-live-topics]").Select(t => t.GetAttribute("data-live-topics")));
    }

    [Fact]
    public async Task Wall_HasFiguresAndNoNavigation()
    {
        var page = await desk.As("agent").OpenAsync("/desk/board/wall?team=printing");
        Assert.Equal((0, 0, "again"), (page.All("nav").Count, page.All("form").Count, page.One(".board").GetAttribute("data-controller")));
        Assert.Equal("/desk/board?team=printing", page.One(".wall-head a").GetAttribute("href"));
        Assert.Contains("printing", page.One("h1").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.All(".board-tile"));
    }

    [Fact]
    public async Task Board_IsDescribed()
    {
        var described = (await GetAsync(desk.As("agent"), "/openapi/v1.json")).GetProperty("paths").GetProperty("/api/v1/board").GetProperty("get");
        Assert.Equal(["team", "category", "site", "period"], described.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
    }

    private static async Task FollowAsync(Browser by, string query)
    {
        var figures = Figures(await GetAsync(by, $"/api/v1/board{query}")).ToList();
        Assert.True(figures.Count > 60);
        foreach (var (tickets, counts) in figures.GroupBy(f => f.Tickets, f => f.Count).Select(g => (g.Key, g.Distinct().ToList())))
        {
            Assert.Equal((tickets, (await GetAsync(by, $"{tickets}&limit=200")).GetProperty("items").GetArrayLength()), (tickets, Assert.Single(counts)));
        }
    }

    private static IEnumerable<(string Tickets, int Count)> Figures(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("tickets", out var tickets) => [(tickets.GetString()!, element.GetProperty("count").GetInt32())],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Figures(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Figures),
        _ => [],
    };

    private static int Count(JsonElement of, string name) => of.GetProperty(name).GetProperty("count").GetInt32();
}
