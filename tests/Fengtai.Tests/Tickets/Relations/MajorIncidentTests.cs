using System.Text.Json;
using Fengtai.Platform.Data;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Fengtai.Tickets.MajorIncidents;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fengtai.Tests.Tickets.Api.ServiceDesk;

namespace Fengtai.Tests.Tickets.Relations;

public sealed class MajorIncidentTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    [Fact]
    public async Task Children_HearTheNews_AreSolvedTogether_AndAnswerEachForThemselves()
    {
        var major = await MajorAsync();
        var (one, other) = (await OpenAsync(desk.User), await OpenAsync(desk.Colleague));
        await DoAsync(desk.Agent, major, "attach", new { tickets = new[] { one } });
        await DoAsync(desk.Agent, other, "link", new { to = major, kind = "parent" });
        await desk.RunJobsAsync();
        Assert.Equal(2, Children(await GetAsync(desk.Agent, $"/api/v1/tickets/{major}")).GetProperty("new").GetInt32());

        await DoAsync(desk.Agent, major, "publish", new { text = "正在切换备用服务器" });
        await desk.RunJobsAsync();
        foreach (var (who, number) in new[] { (desk.User, one), (desk.Colleague, other) })
        {
            var events = (await GetAsync(who, $"/api/v1/tickets/{number}/events")).ToString();
            Assert.Contains("正在切换备用服务器", events, StringComparison.Ordinal);
            Assert.Contains("majorJoined", events, StringComparison.Ordinal);
            Assert.DoesNotContain(major.ToString(System.Globalization.CultureInfo.InvariantCulture), events, StringComparison.Ordinal);
            Assert.Equal(404, (int)(await who.GetAsync($"/api/v1/tickets/{major}")).StatusCode);
        }

        await DoAsync(desk.Agent, major, "resolve", new { solution = "已切换到备用服务器", cause = "硬盘故障", tested = "收发正常" });
        await desk.RunJobsAsync();
        foreach (var number in new[] { one, other })
        {
            var child = await GetAsync(desk.Agent, $"/api/v1/tickets/{number}");
            Assert.Equal(("resolved", "已切换到备用服务器", "agent"), (Word(child, "status"), Word(child, "solution"), Word(child, "owner")));
        }
        Assert.Equal("closed", Word(await DoAsync(desk.User, one, "confirm"), "status"));
        Assert.Equal("accepted", Word(await DoAsync(desk.Colleague, other, "notSolved", new { reason = "我还是收不到" }), "status"));
        Assert.Equal("resolved", Word(await GetAsync(desk.Agent, $"/api/v1/tickets/{major}"), "status"));
    }

    [Fact]
    public async Task ManyChildren_AreReachedInBatches_OnceEach_AndVisibly()
    {
        var major = await MajorAsync();
        var numbers = new List<long>();
        for (var i = 0; i < 120; i++)
        {
            numbers.Add(await OpenAsync(i % 2 == 0 ? desk.User : desk.Colleague));
        }
        var closed = await OpenAsync(desk.User);
        await DoAsync(desk.User, closed, "cancel", new { reason = "不用了" });
        await DoAsync(desk.Agent, major, "attach", new { tickets = numbers.Append(closed) });
        await DoAsync(desk.Agent, major, "attach", new { tickets = numbers.Take(1) });
        await desk.RunJobsAsync();
        await DoAsync(desk.Agent, major, "publish", new { text = "第一条" });
        await DoAsync(desk.Agent, major, "publish", new { text = "第二条" });
        await DoAsync(desk.Agent, major, "resolve", new { solution = "好了", cause = "断线", tested = "通了" });
        // a node that died has left half of a batch behind, and its job is done once more
        await ReachSomeAsync(major, 7);
        await desk.RunJobsAsync();
        await RunAgainAsync(major);

        var ticket = await GetAsync(desk.Agent, $"/api/v1/tickets/{major}");
        Assert.Equal(120, Children(ticket).GetProperty("resolved").GetInt32());
        var spreads = ticket.GetProperty("majorIncident").GetProperty("spreads").EnumerateArray()
            .Select(s => (Word(s, "kind"), s.GetProperty("reached").GetInt32(), s.GetProperty("refused").GetInt32(), s.GetProperty("all").GetInt32())).ToList();
        Assert.Equal([("resolve", 120, 0, 120), ("update", 120, 0, 120), ("update", 120, 0, 120), ("attach", 0, 1, 1), ("attach", 120, 1, 121)], spreads);
        foreach (var number in new[] { numbers[0], numbers[60], numbers[^1] })
        {
            var said = (await GetAsync(desk.Agent, $"/api/v1/tickets/{number}/events")).EnumerateArray()
                .Where(e => Word(e, "kind") is "note" or "resolved").Select(e => e.GetProperty("data").TryGetProperty("text", out var text) ? text.GetString() : "好了");
            Assert.Equal(["第一条", "第二条", "好了"], said);
        }
        var attached = (await GetAsync(desk.Agent, $"/api/v1/tickets/{major}/events")).EnumerateArray().Where(e => Word(e, "kind") == "childrenAttached")
            .SelectMany(e => e.GetProperty("data").GetProperty("numbers").EnumerateArray().Select(n => n.GetInt64())).ToList();
        Assert.Equal(numbers, attached.Order());
    }

    [Fact]
    public async Task Declaring_IsTheDesks_AndIsTakenBackWithAReason()
    {
        var number = await desk.InProgressAsync();
        Assert.Equal((403, "notAllowed"), await RefusedAsync(desk.Engineer, number, "declareMajor", new { title = "邮件中断", reason = "全公司" }));
        Assert.Equal((403, "notAllowed"), await RefusedAsync(desk.User, number, "declareMajor", new { title = "邮件中断", reason = "全公司" }));
        Assert.Equal((409, "ticketIsNoMajorIncident"), await RefusedAsync(desk.Agent, number, "publish", new { text = "进展" }));
        Assert.Equal((409, "ticketIsNoMajorIncident"), await RefusedAsync(desk.Agent, number, "attach", new { tickets = new[] { number } }));
        Assert.Equal("邮件中断", Word((await DoAsync(desk.Agent, number, "declareMajor", new { title = "邮件中断", reason = "全公司" })).GetProperty("majorIncident"), "title"));
        // its engineer tells how it goes
        await DoAsync(desk.Engineer, number, "publish", new { text = "正在恢复" });
        Assert.Equal((422, "missing"), await RefusedAsync(desk.Agent, number, "withdrawMajor", new { reason = "" }));
        Assert.False((await DoAsync(desk.Agent, number, "withdrawMajor", new { reason = "只影响一人" })).GetProperty("isMajor").GetBoolean());
        Assert.Equal("新的中断", Word((await DoAsync(desk.Agent, number, "declareMajor", new { title = "新的中断", reason = "又来了" })).GetProperty("majorIncident"), "title"));
        await DoAsync(desk.Agent, number, "withdrawMajor", new { reason = "演练" });
    }

    [Fact]
    public async Task SolvedChild_OrOneTakenOut_IsLeftAlone()
    {
        var major = await MajorAsync();
        var (kept, out_) = (await OpenAsync(desk.User), await OpenAsync(desk.User));
        await DoAsync(desk.Agent, major, "attach", new { tickets = new[] { kept, out_ } });
        await desk.RunJobsAsync();
        await DoAsync(desk.Agent, major, "resolve", new { solution = "好了", cause = "断线", tested = "通了" });
        await DoAsync(desk.Agent, out_, "unlink", new { to = major });
        await desk.RunJobsAsync();
        Assert.Equal("resolved", Word(await GetAsync(desk.Agent, $"/api/v1/tickets/{kept}"), "status"));
        Assert.Equal("new", Word(await GetAsync(desk.Agent, $"/api/v1/tickets/{out_}"), "status"));
    }

    private async Task<long> MajorAsync()
    {
        var number = Number(await desk.OpenAsync(desk.Agent, new { subject = "邮件中断", description = "全公司收不到邮件" }));
        await DoAsync(desk.Agent, number, "accept");
        await DoAsync(desk.Agent, number, "declareMajor", new { title = "邮件系统中断", reason = "全公司受影响" });
        return number;
    }

    private async Task ReachSomeAsync(long major, int count)
    {
        await using var command = desk.Database.Command(
            """
            select c.spread_id, t.number
            from tickets.spreads s
            join tickets.tickets p on p.id = s.ticket_id
            join tickets.spread_children c on c.spread_id = s.id
            join tickets.tickets t on t.id = c.ticket_id
            where p.number = $1 and c.state = 'waiting' and s.text = '第一条'
            limit $2
            """, major, count);
        foreach (var (spread, child) in await command.ListAsync(row => (row.GetGuid(0), row.GetInt64(1)), default))
        {
            await desk.RunAsync(async services =>
            {
                await services.GetRequiredService<SpreadToChild>().RunAsync(spread, child, default);
                return true;
            });
        }
    }

    private async Task RunAgainAsync(long major)
    {
        await using var command = desk.Database.Command("select id from tickets.tickets where number = $1", major);
        var id = (Guid)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        await desk.RunAsync(async services =>
        {
            await services.GetRequiredService<SpreadJob>().RunAsync(new(id), default);
            return true;
        });
    }

    private async Task<long> OpenAsync(Browser by) => Number(await desk.OpenAsync(by));

    private static JsonElement Children(JsonElement ticket) => ticket.GetProperty("majorIncident").GetProperty("children");

    private static string? Word(JsonElement of, string name) => of.GetProperty(name).GetString();
}
