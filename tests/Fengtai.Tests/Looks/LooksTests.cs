using Fengtai.Identity;
using Fengtai.Identity.Admin;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Looks;
using Fengtai.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Fengtai.Tests.Looks;

public sealed class LooksTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task OpeningAPerson_IsRecorded_OnceInTenMinutes()
    {
        var viewer = await app.AddPersonAsync("open.admin", Roles.Administrator);
        var person = await app.AddPersonAsync("open.user");
        var browser = await app.BrowseAsync(viewer);

        await browser.OpenAsync($"/admin/people/{person.Id}");
        await browser.OpenAsync($"/admin/people/{person.Id}");
        await browser.OpenAsync($"/admin/people/{viewer.Id}");
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await browser.OpenAsync($"/admin/people/{person.Id}");

        Assert.Equal(
            [("opened", person.Id, $"/admin/people/{person.Id}", null), ("opened", person.Id, $"/admin/people/{person.Id}", null)],
            await OfAsync(viewer));
    }

    [Fact]
    public async Task Searching_RecordsWhoWasShown_AndForWhichWords()
    {
        var viewer = await app.AddPersonAsync("search.agent", Roles.Agent);
        var person = await app.AddPersonAsync(new PersonForm { Login = "search.user", Name = "欧阳一一", Mobile = "13912345678" });
        var (browser, program) = (await app.BrowseAsync(viewer), await app.ProgramAsync(viewer));

        await browser.OpenAsync("/desk/people?q=13912345678");
        await browser.OpenAsync("/people/options?q=13912345678");
        (await program.GetAsync("/api/v1/people?q=13912345678")).EnsureSuccessStatusCode();
        await browser.OpenAsync("/desk/people?q=nobodyatall");

        Assert.Equal([("listed", person.Id, "/desk/people", "13912345678")], await OfAsync(viewer));
    }

    [Fact]
    public async Task RequesterOnTheDesk_IsRecorded_AndOneselfIsNot()
    {
        var (agent, requester) = (await app.AddPersonAsync("desk.agent", Roles.User, Roles.Agent), await app.AddPersonAsync("desk.user"));
        var browser = await app.BrowseAsync(agent);
        var theirs = await FileAsync(requester);
        var own = await FileAsync(agent);

        await browser.OpenAsync(theirs);
        await browser.OpenAsync(own);
        await browser.OpenAsync("/desk/tickets/new/caller?requester=desk.user");

        Assert.Equal([("opened", requester.Id, theirs, null)], await OfAsync(agent));
    }

    [Fact]
    public async Task Export_IsRecordedEveryTime_WithEverybodyInIt()
    {
        var viewer = await app.AddPersonAsync("export.admin", Roles.Administrator);
        var browser = await app.BrowseAsync(viewer);
        var one = await app.AddPersonAsync(new PersonForm { Login = "export.one", Name = "司马导出甲" });
        var two = await app.AddPersonAsync(new PersonForm { Login = "export.two", Name = "司马导出乙" });

        for (var i = 0; i < 2; i++)
        {
            await (await browser.GetAsync($"/admin/people/export.csv?q={Uri.EscapeDataString("司马导出")}")).Content.ReadAsStringAsync();
        }

        var looks = await OfAsync(viewer);
        Assert.Equal(new[] { one.Id, one.Id, two.Id, two.Id }.Order(), looks.Select(l => l.Person).Order());
        Assert.All(looks, l => Assert.Equal(("exported", "/admin/people/export.csv", "司马导出"), (l.Kind, l.Page, l.Words)));
    }

    [Fact]
    public async Task CleanStop_WritesWhatWaits()
    {
        var log = app.Services.GetRequiredService<LookLog>();
        var viewer = new Actor { Id = Guid.CreateVersion7() };
        using var writer = new LookWriter(log, TimeProvider.System, NullLogger<LookWriter>.Instance);
        await writer.StartAsync(TestContext.Current.CancellationToken);
        var people = Enumerable.Range(0, 2500).Select(_ => Guid.CreateVersion7()).ToList();

        await log.AddAsync(viewer, LookKind.Exported, people, "/test", null, TestContext.Current.CancellationToken);
        await writer.StopAsync(CancellationToken.None);

        await using var rows = app.Database.Command("select cardinality(people) from platform.looks where viewer = $1 order by id", viewer.Id);
        Assert.Equal([1000, 1000, 500], await rows.ListAsync(r => r.GetInt32(0), default));
    }

    private async Task<string> FileAsync(Person requester)
    {
        var program = await app.ProgramAsync(requester);
        var answer = await program.PostJsonAsync("/api/v1/tickets", new { subject = "打印机卡纸", description = "三楼" });
        return $"/desk/tickets/{answer.Headers.Location!.ToString().Split('/')[^1]}";
    }

    private async Task<List<(string Kind, Guid Person, string Page, string? Words)>> OfAsync(Person viewer)
    {
        await app.Services.GetRequiredService<LookLog>().WriteAsync(TestContext.Current.CancellationToken);
        await using var looks = app.Database.Command("select kind, unnest(people), page, words from platform.looks where viewer = $1 order by id", viewer.Id);
        return await looks.ListAsync(r => (r.GetString(0), r.GetGuid(1), r.GetString(2), r.Get<string>(3)), default);
    }
}
