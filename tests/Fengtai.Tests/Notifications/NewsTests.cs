using Fengtai.Identity;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.Notifications;

/// <summary>Who is told what when something happens to a ticket.</summary>
public sealed class NewsTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    [Fact]
    public async Task WhoeverIsConcerned_IsTold_OnceForEachStep()
    {
        var number = Number(await desk.OpenAsync(desk.User));
        await AssertToldAsync(number, "");
        await DoAsync(desk.Agent, number, "accept");
        await AssertToldAsync(number, "");
        await DoAsync(desk.Agent, number, "assign", new { team = "printing" });
        await AssertToldAsync(number, "engineer assignedToTeam /desk, mate assignedToTeam /desk");
        await DoAsync(desk.Agent, number, "assign", new { assignee = "engineer" });
        await AssertToldAsync(number, "engineer assigned /desk");
        await DoAsync(desk.Engineer, number, "start");
        await AssertToldAsync(number, "");
        await DoAsync(desk.Engineer, number, "notes", new { text = "只给同事看", visibility = "internal" });
        await AssertToldAsync(number, "");
        await DoAsync(desk.Engineer, number, "notes", new { text = "正在看" });
        await AssertToldAsync(number, "user answered /requests");
        await DoAsync(desk.User, number, "notes", new { text = "还有一台也卡" });
        await AssertToldAsync(number, "agent userWrote /desk, engineer userWrote /desk");
        await DoAsync(desk.User, number, "notes", new { text = "知道了", noReplyNeeded = true });
        await AssertToldAsync(number, "");
        await DoAsync(desk.Engineer, number, "wait", new { reason = "user", until = desk.Clock.Now.AddDays(1), question = "什么型号？" });
        await AssertToldAsync(number, "user asked /requests");
        await DoAsync(desk.User, number, "notes", new { text = "HP M428" });
        await AssertToldAsync(number, "agent userWrote /desk, engineer userWrote /desk");
        await DoAsync(desk.Engineer, number, "resolve", new { solution = "换了搓纸轮", cause = "磨损", tested = "连打 20 页" });
        await AssertToldAsync(number, "user resolved /requests");
        await DoAsync(desk.User, number, "notSolved", new { reason = "又卡了" });
        await AssertToldAsync(number, "agent notSolved /desk, engineer notSolved /desk");
        await DoAsync(desk.Engineer, number, "passOn", new { assignee = "mate", reason = "我请假" });
        await AssertToldAsync(number, "mate assigned /desk");
        await DoAsync(desk.Mate, number, "resolve", new { solution = "换了整机", cause = "主板", tested = "连打 20 页" });
        await AssertToldAsync(number, "user resolved /requests");
        await DoAsync(desk.User, number, "confirm");
        await AssertToldAsync(number, "");
        await DoAsync(desk.User, number, "reopen", new { reason = "第二天又坏" });
        await AssertToldAsync(number, "agent reopened /desk, mate reopened /desk");
    }

    [Fact]
    public async Task EndOfAWait_AndMajorIncidents_AreToldToThoseWhoWorkOnIt()
    {
        var number = await desk.InProgressAsync();
        await DoAsync(desk.Engineer, number, "wait", new { reason = "parts", until = desk.Clock.Now.AddDays(1) });
        await AssertToldAsync(number, "engineer assigned /desk");
        desk.Clock.Advance(TimeSpan.FromDays(1.1));
        await desk.RunRecurringAsync("tickets.sweep");
        await AssertToldAsync(number, "agent waitIsOver /desk, engineer waitIsOver /desk");
        await DoAsync(desk.Agent, number, "declareMajor", new { title = "打印全停", reason = "服务器掉电" });
        await AssertToldAsync(number, "engineer majorDeclared /desk, mate majorDeclared /desk");
        var child = await desk.InProgressAsync();
        await AssertToldAsync(child, "engineer assigned /desk");
        await DoAsync(desk.Agent, child, "link", new { to = number, kind = "parent" });
        await AssertToldAsync(child, "engineer becamePartOfMajor /desk, user joinedMajor /requests");
    }

    [Fact]
    public async Task OpeningTheTicket_ReadsItsNotices_AndNoOthers()
    {
        var (number, other) = (await desk.InProgressAsync(), await desk.InProgressAsync());
        var engineer = await desk.BrowseAsync(await desk.RunAsync(services => services.GetRequiredService<Platform.Data.FengtaiDb>().Set<Person>().SingleAsync(p => p.Login == "engineer")));
        var before = await UnreadAsync(engineer);
        await engineer.OpenAsync($"/desk/tickets/{number}");
        Assert.Equal(before - 1, await UnreadAsync(engineer));
        await engineer.OpenAsync($"/desk/tickets/{number}");
        Assert.Equal(before - 1, await UnreadAsync(engineer));
        // fetched ahead is not seen; once it is shown it is
        using var ahead = new HttpRequestMessage(HttpMethod.Get, $"/desk/tickets/{other}");
        ahead.Headers.Add("X-Sec-Purpose", "prefetch");
        await engineer.SendAsync(ahead);
        Assert.Equal(before - 1, await UnreadAsync(engineer));
        await engineer.GetAsync($"/desk/tickets/{other}/seen");
        Assert.Equal(before - 2, await UnreadAsync(engineer));

        static async Task<int> UnreadAsync(Browser by) => (await by.OpenAsync("/desk/notices?unread=true")).All(".notices li").Count;
    }

    [Fact]
    public async Task SolvedWhileTheUserIsThere_NeedsNoNotice()
    {
        var number = Number(await desk.OpenAsync(desk.User));
        await DoAsync(desk.Agent, number, "resolve", new { solution = "重启即可", firstContact = true });
        await AssertToldAsync(number, "");
    }

    /// <summary>Those who were told since the last look.</summary>
    private async Task AssertToldAsync(long number, string expected)
    {
        await using var command = desk.Database.CreateCommand(
            """
            with told as (delete from notifications.notices where href like '%/' || $1::text returning *)
            select coalesce(string_agg(p.login || ' ' || replace(n.text_key, 'tickets.news.', '') || ' ' || substring(n.href from '^/[a-z]+'), ', ' order by p.login), '')
            from told n
            join identity.people p on p.id = n.person_id
            """);
        command.Parameters.Add(new() { Value = number });
        Assert.Equal(expected, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
