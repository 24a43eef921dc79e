using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.ServiceLevels;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tests.Support;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Turn = Fengtai.ServiceLevels.Rules.Turn;

namespace Fengtai.Tests.ServiceLevels;

/// <summary>The report over HTTP: every figure leads to as many clocks as it says.</summary>
public sealed class LevelReportPagesTests(LevelReportPagesTests.Reported app) : IClassFixture<LevelReportPagesTests.Reported>
{
    private const string Path = LevelReportAddress.Path;

    [Theory]
    [InlineData("")]
    [InlineData("&by=priority")]
    [InlineData("&by=priority,team")]
    [InlineData("&by=team&team=none&kind=resolution")]
    public async Task EachFigure_LeadsToItsClocks(string more)
    {
        var reader = await ReaderAsync();
        var page = await reader.OpenAsync($"{Path}?from=2026-04&to=2026-05{more}");

        var figures = page.All(".report-table td:not(.share) a");
        Assert.NotEmpty(figures);
        foreach (var figure in figures)
        {
            Assert.Equal(Number(figure), await CountAsync(reader, figure.GetAttribute("href")!));
        }
        var share = page.One(".report-table .share a");
        Assert.Equal(share.Closest("tr")!.QuerySelectorAll("td:not(.share) a:not(.open)").Sum(Number), await CountAsync(reader, share.GetAttribute("href")!));
    }

    [Fact]
    public async Task Report_SaysWhatIsStillOpen_AndHowItIsCounted()
    {
        var page = await (await ReaderAsync()).OpenAsync($"{Path}?from=2026-05&to=2026-05&kind=resolution");
        Assert.Contains("1 个仍未完成", page.Text);
        Assert.Contains("Asia/Shanghai", page.Text);
        Assert.Contains("按优先级细分", page.Text);
        Assert.Empty(page.All("tr.sum"));
        Assert.Contains("没有符合筛选的时限", (await (await ReaderAsync()).OpenAsync($"{Path}?kind=arrival")).Text);
        Assert.Contains("这段时间没有完成或到期的时限", (await (await ReaderAsync()).OpenAsync($"{Path}?from=2025-01&to=2025-01")).Text);
    }

    [Fact]
    public async Task Clocks_SayWhatWasPromisedAndHowItWent()
    {
        var page = await (await ReaderAsync()).OpenAsync($"{LevelReportAddress.ClocksPath}?from=2026-05&to=2026-05&kind=resolution&state=open");
        var row = page.One(".decided tbody tr");
        Assert.Contains("1 小时", row.TextContent);
        Assert.Contains("仍未完成", row.TextContent);
        Assert.Matches("/desk/tickets/[0-9]+", row.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("2026-05 · 解决", page.Text);
        Assert.Equal(Path + "?from=2026-05&to=2026-05", page.One(".page-header nav a").GetAttribute("href"));
    }

    [Fact]
    public async Task Clocks_ArePaged()
    {
        var reader = await ReaderAsync();
        var page = await reader.OpenAsync($"{LevelReportAddress.ClocksPath}?from=2026-04&to=2026-04&kind=firstResponse");
        Assert.Equal(50, page.All(".decided tbody tr").Count);
        var next = page.One(".pager a[rel=next]").GetAttribute("href")!;
        var rest = await reader.OpenAsync(next);
        Assert.Equal(5, rest.All(".decided tbody tr").Count);
        Assert.Empty(rest.All(".pager a[rel=next]"));
        Assert.Empty(page.All("tr[data-row]").Select(r => r.GetAttribute("data-row")).Intersect(rest.All("tr[data-row]").Select(r => r.GetAttribute("data-row"))));
    }

    [Theory]
    [InlineData("?from=yesterday", "起始月份")]
    [InlineData("?kind=speed", "时限")]
    [InlineData("/clocks?state=lost", "哪些时限")]
    [InlineData("/clocks?after=%00", "翻页位置")]
    [InlineData("/clocks?team=nobody", "团队")]
    public async Task WhatIsNotUnderstood_IsSaid(string address, string field)
    {
        var page = await (await ReaderAsync()).OpenAsync(Path + address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(field, page.One(".notice[role=alert]").TextContent);
    }

    [Fact]
    public async Task Table_HasTheSameFigures()
    {
        var answer = await (await ReaderAsync()).GetAsync($"{LevelReportAddress.CsvPath}?from=2026-04&to=2026-05&kind=resolution&by=priority");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["月份,时限,优先级,团队,达标,超时,仍未完成,达标率（%）,中位数（分钟）,P90（分钟）", "2026-05,解决,紧急,,2,1,0,66.6,20,60", "2026-05,解决,低,,0,1,1,0,,"], lines);
    }

    [Fact]
    public async Task OnlyWhoLooksAfterTheServiceReadsIt()
    {
        foreach (var (role, status) in new[] { (Roles.User, 403), (Roles.Agent, 403), (Roles.Engineer, 403), (Roles.Administrator, 403), (Roles.Lead, 200), (Roles.Manager, 200), (Roles.Quality, 200), (Roles.Auditor, 200) })
        {
            var browser = await app.BrowseAsync(await app.AddPersonAsync($"p{Guid.CreateVersion7():N}", role));
            foreach (var path in new[] { Path, LevelReportAddress.ClocksPath, LevelReportAddress.CsvPath })
            {
                Assert.Equal(status, (int)(await browser.GetAsync(path)).StatusCode);
            }
        }
    }

    private async Task<Browser> ReaderAsync() => await app.BrowseAsync(await app.AddPersonAsync($"r{Guid.CreateVersion7():N}", Roles.ServiceLevelManager));

    /// <summary>All pages of it.</summary>
    private static async Task<long> CountAsync(Browser reader, string href)
    {
        var count = 0;
        for (var next = href; next is not null;)
        {
            var page = await reader.OpenAsync(next);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            count += page.All(".decided tbody tr").Count;
            next = page.All(".pager a[rel=next]").Select(a => a.GetAttribute("href")).FirstOrDefault();
        }
        return count;
    }

    private static long Number(IElement figure) => long.Parse(figure.TextContent.Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    /// <summary>With some clocks of April and May.</summary>
    public sealed class Reported(TestCluster cluster) : App(cluster)
    {
        protected override async Task PrepareAsync()
        {
            Clock.Now = new(2026, 5, 20, 4, 0, 0, TimeSpan.Zero);
            var team = await this.AddTeamAsync("printing");
            var person = await this.AddPersonAsync("somebody");
            await RunAsync(async work =>
            {
                var policy = await work.Db.Set<Policy>().OrderBy(p => p.Position).FirstAsync();
                for (var i = 0; i < 55; i++)
                {
                    Add(work, 600_000 + i, ClockKind.FirstResponse, i % 5 == 0 ? ClockState.Missed : ClockState.Met, 4, i % 3 == 0 ? Priority.High : Priority.Normal, i % 2 == 0 ? team.Id : null, i);
                }
                Add(work, 600_100, ClockKind.Resolution, ClockState.Met, 5, Priority.Urgent, team.Id, 10);
                Add(work, 600_101, ClockKind.Resolution, ClockState.Met, 5, Priority.Urgent, null, 20);
                Add(work, 600_102, ClockKind.Resolution, ClockState.Missed, 5, Priority.Urgent, null, 70);
                Add(work, 600_103, ClockKind.Resolution, ClockState.Missed, 5, Priority.Low, null, null);
                await work.SaveAsync(TestContext.Current.CancellationToken);

                void Add(Work into, long number, ClockKind kind, ClockState state, int month, Priority priority, Guid? workedBy, int? minutes)
                {
                    var at = new DateTimeOffset(2026, month, 10, 4, 0, 0, TimeSpan.Zero).AddMinutes(number % 1000);
                    var ticket = new Ticket { Number = number, RequesterId = person.Id, Subject = $"告警 {number.ToString(CultureInfo.InvariantCulture)}", Description = "", OpenedAt = at };
                    PlainDeadline.Restore(ticket);
                    into.Db.Add(ticket);
                    into.Db.Add(new Clock
                    {
                        TicketId = ticket.Id, Kind = kind, Round = 1, PolicyId = policy.Id, State = state, StartedAt = at, Priority = priority, WorkedBy = workedBy,
                        Turns = [new Turn(at, TurnKind.Started, Target: new(60, TargetUnit.Minutes, CalendarIds.AlwaysOpen))],
                        DueAt = at.AddMinutes(60), StoppedAt = minutes is { } took ? at.AddMinutes(took) : null, ElapsedSeconds = minutes * 60.0, TakenSeconds = minutes * 60.0, Ledger = minutes is null ? null : [],
                    });
                }
            });
        }
    }
}
