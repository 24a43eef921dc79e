using System.Net;
using Fengtai.Audit;
using Fengtai.Identity;
using Fengtai.Identity.Admin;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Looks;
using Fengtai.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Audit;

public sealed class AuditPageTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData(Roles.Auditor, true)]
    [InlineData(Roles.Administrator, true)]
    [InlineData(Roles.Lead, false)]
    [InlineData(Roles.Manager, false)]
    [InlineData(Roles.User, false)]
    public async Task Page_IsForAuditorsAndAdministrators(string role, bool may)
    {
        var browser = await app.BrowseAsync(await app.AddPersonAsync($"rights.{role}", role));

        foreach (var path in new[] { "/admin/audit", "/admin/audit?log=looks", "/admin/audit/export.csv" })
        {
            Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await browser.GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task Change_IsReadFromWhatToWhat_AndLeadsToItsPerson()
    {
        var admin = await app.AddPersonAsync("change.admin", Roles.Administrator);
        var person = await app.AddPersonAsync(new PersonForm { Login = "change.user", Name = "诸葛一", Mobile = "13800000001" });
        await app.RunAsync(services => services.GetRequiredService<ChangePerson>().RunAsync(
            person.Id, new PersonForm { Login = "change.user", Name = "诸葛一", Mobile = "13800000002", Culture = "zh-CN", TimeZone = "Asia/Shanghai", Version = null }, ActorOf(admin), default));
        await app.RunAsync(services => services.GetRequiredService<ChangeAccess>().GiveRolesAsync(person.Id, [Roles.User, Roles.Agent], ActorOf(admin), default));
        var browser = await app.BrowseAsync(admin);

        var page = await browser.OpenAsync("/admin/audit?about=change.user&kind=person.rolesChanged");

        var row = page.One("tbody tr");
        Assert.Contains("用户 → 用户、服务台坐席", Folded(row.TextContent));
        Assert.Contains("角色", row.TextContent);
        Assert.NotEmpty(row.QuerySelectorAll($"a[href='/admin/people/{person.Id}']"));
        Assert.NotEmpty(row.QuerySelectorAll($"a[href='/admin/people/{admin.Id}']"));
        browser.KeepCookie("fengtai.language", "en");
        Assert.Contains("User → User, Desk agent", Folded((await browser.OpenAsync($"/admin/audit?about={person.Id}&kind=person.rolesChanged")).One("tbody tr").TextContent));
    }

    [Fact]
    public async Task Filters_NarrowByWhoWhatWhenAndWords_AndGoOnByKey()
    {
        var auditor = await app.AddPersonAsync("filter.auditor", Roles.Auditor);
        var actor = await app.AddPersonAsync(new PersonForm { Login = "filter.actor", Name = "太史慈慈" });
        var subject = Guid.CreateVersion7();
        for (var i = 0; i < 60; i++)
        {
            await EventAsync(actor.Id, subject, "tokenCreated", $$"""{"name": "第 {{i}} 个"}""", $"2026-02-0{1 + i % 3} 12:00");
        }
        var browser = await app.BrowseAsync(auditor);

        var first = await browser.OpenAsync($"/admin/audit?actor={actor.Id}");
        Assert.Equal(50, first.All("tbody tr").Count);
        Assert.Equal(10, (await browser.OpenAsync(first.One(".pager a[rel=next]").GetAttribute("href")!)).All("tbody tr").Count);
        Assert.Equal(50, (await browser.OpenAsync("/admin/audit?who=filter.actor")).All("tbody tr").Count);
        Assert.Equal(20, (await browser.OpenAsync($"/admin/audit?about={subject}&from=2026-02-02&to=2026-02-02")).All("tbody tr").Count);
        Assert.Equal("第 7 个", (await browser.OpenAsync($"/admin/audit?about={subject}&q={Uri.EscapeDataString("第 7 个")}")).One("tbody tr td.said span:last-child").TextContent);
        Assert.Empty((await browser.OpenAsync($"/admin/audit?about={subject}&kind=person.rolesChanged")).All("tbody tr"));
        Assert.Equal(50, (await browser.OpenAsync($"/admin/audit?about={subject}&kind=person")).All("tbody tr").Count);
        Assert.Contains("没有找到这个人或对象", (await browser.OpenAsync("/admin/audit?about=99999999")).Text);
        Assert.Empty((await browser.OpenAsync($"/admin/audit?about={subject}&q=%25")).All("tbody tr"));
    }

    [Fact]
    public async Task Ticket_IsFoundByNumber_AndItsDetailsAreOnlyForWhoMayReadAll()
    {
        var requester = await app.AddPersonAsync("ticket.user");
        var program = await app.ProgramAsync(requester);
        var answer = await program.PostJsonAsync("/api/v1/tickets", new { subject = "绝密投影仪", description = "三楼" });
        var number = answer.Headers.Location!.ToString().Split('/')[^1];
        var auditor = await app.BrowseAsync(await app.AddPersonAsync("ticket.auditor", Roles.Auditor));
        var admin = await app.BrowseAsync(await app.AddPersonAsync("ticket.admin", Roles.Administrator));

        var seen = await auditor.OpenAsync($"/admin/audit?about=%23{number}");
        Assert.Contains("绝密投影仪", seen.Text);
        Assert.NotEmpty(seen.All($"tbody a[href='/desk/tickets/{number}']"));

        var hidden = await admin.OpenAsync($"/admin/audit?about={number}");
        Assert.Single(hidden.All("tbody tr"));
        Assert.Contains(number, hidden.One("tbody").TextContent);
        Assert.Contains("无权查看内容", hidden.Text);
        Assert.DoesNotContain("绝密投影仪", hidden.Text);
        Assert.Empty((await admin.OpenAsync($"/admin/audit?q={Uri.EscapeDataString("绝密投影仪")}")).All("tbody tr"));
        Assert.DoesNotContain("绝密投影仪", await (await admin.GetAsync($"/admin/audit/export.csv?about={number}")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Export_HasTheSameFilters_RunsNoFormula_AndIsRecordedItself()
    {
        var auditor = await app.AddPersonAsync("export.auditor", Roles.Auditor);
        var browser = await app.BrowseAsync(auditor);
        var subject = Guid.CreateVersion7();
        await EventAsync(null, subject, "tokenCreated", """{"name": "=1+1"}""", "2026-02-01 12:00");
        await EventAsync(null, Guid.CreateVersion7(), "tokenCreated", """{"name": "别的"}""", "2026-02-01 12:00");

        var answer = await browser.GetAsync($"/admin/audit/export.csv?about={subject}&from=2026-02-01");
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(2, lines.Length);
        Assert.EndsWith(",2026-02-01T12:00:00.000000Z,,人员,,创建 API 令牌,用途: =1+1", lines[1]);
        var recorded = await browser.OpenAsync($"/admin/audit?actor={auditor.Id}&kind=audit.auditExported");
        Assert.Contains($"about={subject}、from=2026-02-01", recorded.One("tbody tr").TextContent);
    }

    [Fact]
    public async Task Looks_AreListedBySeerAndSeen()
    {
        var auditor = await app.AddPersonAsync("looks.auditor", Roles.Auditor);
        var (viewer, one, two) = (await app.AddPersonAsync("looks.viewer"), await app.AddPersonAsync("looks.one"), await app.AddPersonAsync("looks.two"));
        var log = app.Services.GetRequiredService<LookLog>();
        await log.AddAsync(new Actor { Id = viewer.Id }, LookKind.Listed, [one.Id, two.Id], "/desk/people", "139", default);
        await log.AddAsync(new Actor { Id = viewer.Id }, LookKind.Exported, Enumerable.Range(0, 8).Select(_ => Guid.CreateVersion7()), "/admin/people/export.csv", null, default);
        await log.WriteAsync(default);
        var browser = await app.BrowseAsync(auditor);

        Assert.Equal(2, (await browser.OpenAsync($"/admin/audit?log=looks&actor={viewer.Id}")).All("tbody tr").Count);
        var row = (await browser.OpenAsync("/admin/audit?log=looks&about=looks.two")).One("tbody tr");
        Assert.Equal(["looks.one", "looks.two"], row.QuerySelectorAll("td.title span span").Select(s => s.TextContent));
        Assert.Contains("139", row.TextContent);
        Assert.Contains("另有 3 项", (await browser.OpenAsync($"/admin/audit?log=looks&actor={viewer.Id}&kind=exported")).One("tbody tr").TextContent);
        Assert.Contains("looks.one、looks.two", await (await browser.GetAsync("/admin/audit/export.csv?log=looks&about=looks.two")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Chain_IsShown_AndABreakStandsOut()
    {
        var browser = await app.BrowseAsync(await app.AddPersonAsync("chain.auditor", Roles.Auditor));
        await app.RunRecurringAsync(SealLogs.Name);
        await app.RunAsync(services => services.GetRequiredService<VerifyChain>().RunAsync(null, default));

        var page = await browser.OpenAsync("/admin/audit");
        Assert.Contains("校验完整", page.One(".chain summary").TextContent);
        Assert.Matches("^[0-9a-f]{64}$", page.One(".chain code").TextContent);
        Assert.Empty(page.All(".notice"));

        await app.Database.ExecuteAsync("""insert into audit.verifications (at, seals, events, looks, broken) values (now(), 0, 0, 0, '{"seal": 7, "log": "events", "id": 12, "kind": "missing"}')""", []);
        Assert.Contains("第 7 号封存：事件 12 缺失。", (await browser.OpenAsync("/admin/audit")).One(".notice.red").TextContent);
    }

    private static Actor ActorOf(Person person) => new() { Id = person.Id, Login = person.Login, Name = person.Name, Roles = [.. person.Roles], Permissions = [IdentityPermissions.Administer] };

    private Task EventAsync(Guid? actor, Guid subject, string kind, string data, string at) => app.Database.ExecuteAsync(
        $"insert into platform.events (at, actor, subject_kind, subject_id, kind, is_public, data) values ('{at}+00', $1, 'person', $2, $3, false, $4::jsonb)",
        [new Npgsql.NpgsqlParameter { Value = (object?)actor ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid }, subject, kind, data]);

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
