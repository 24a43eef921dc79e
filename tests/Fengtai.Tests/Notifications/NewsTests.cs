using Fengtai.Tests.Tickets.Api;
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
