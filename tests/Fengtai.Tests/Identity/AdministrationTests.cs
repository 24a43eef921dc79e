using System.Net;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace Fengtai.Tests.Identity;

public sealed class AdministrationTests(AdministrationTests.Desk app) : IClassFixture<AdministrationTests.Desk>
{
    [Fact]
    public async Task NewPerson_GetsALink_AndSignsInWithIt()
    {
        var page = await app.Admin.SubmitAsync(await app.Admin.OpenAsync("/admin/people/new"), null, ("Login", "Nora"), ("Name", "王诺拉"), ("Mail", "nora@example.com"));
        Assert.Contains("王诺拉", page.One("h1").TextContent);
        page = await app.Admin.SubmitAsync(page, "form[action$='/password-link']");
        var link = new Uri(page.One(".secret").TextContent).AbsolutePath;
        var browser = await app.Browse();
        await browser.SubmitAsync(await browser.OpenAsync(link), null, ("Password", "a quite new sentence"), ("Again", "a quite new sentence"));
        Assert.Equal("/account", (await browser.OpenAsync("/account")).Path);
    }

    [Theory]
    [InlineData("Login", "admin", "这个登录名已有人用")]
    [InlineData("Login", "not a login", "登录名用字母")]
    [InlineData("Name", "  \u200b ", "请填写「姓名」")]
    [InlineData("Mail", "nobody", "邮箱地址不对")]
    [InlineData("StaffNumber", "S1", "这个工号已有人用")]
    public async Task BadInput_ComesBackWithWhatWasTyped(string field, string value, string reason)
    {
        var page = await app.Admin.OpenAsync("/admin/people/new");
        var fields = new Dictionary<string, string?> { ["Login"] = "fresh", ["Name"] = "<script>alert(1)</script>", [field] = value };
        page = await app.Admin.SubmitAsync(page, null, [.. fields.Select(f => (f.Key, f.Value))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(reason, page.Text);
        Assert.Equal(value, page.One($"input[name={field}]").GetAttribute("value"));
        Assert.Empty(page.All("main script"));
    }

    [Fact]
    public async Task StaleForm_ChangesNothing_AndKeepsWhatWasTyped()
    {
        var person = await app.AddPersonAsync("oskar");
        var stale = await app.Admin.OpenAsync($"/admin/people/{person.Id}");
        await app.Admin.SubmitAsync(stale, $"form[action='/admin/people/{person.Id}']", ("Department", "财务部"));
        var page = await app.Admin.SubmitAsync(stale, $"form[action='/admin/people/{person.Id}']", ("Site", "杭州"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("刚才有人改过", page.Text);
        Assert.Contains("部门: – → 财务部", page.Text);
        Assert.Equal("杭州", page.One("input[name=Site]").GetAttribute("value"));
        Assert.Null((await app.RunAsync(s => s.GetRequiredService<People>().FindAsync(person.Id)))!.Site);
    }

    [Fact]
    public async Task RolesAndTeams_AreSetOnThePersonsPage()
    {
        var person = await app.AddPersonAsync("paula");
        await app.AddTeamAsync("paulas-team");
        var page = await app.Admin.OpenAsync($"/admin/people/{person.Id}");
        page = await app.Admin.SubmitAsync(page, "form[action$='/roles']", ("Roles", "engineer"), ("Roles", "user"));
        page = await app.Admin.SubmitAsync(page, "form[action$='/teams']", ("Teams", "paulas-team"));
        Assert.Contains("调整角色", page.Text);
        Assert.Equal(["paulas-team"], (await app.RunAsync(s => s.GetRequiredService<Teams>().OfAsync(person.Id))).Select(t => t.Code));
        page = await app.Admin.SubmitAsync(page, "form[action$='/roles']", ("Roles", "emperor"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
    }

    [Fact]
    public async Task Disabling_EndsAllSessions_AndCanBeUndone()
    {
        var person = await app.AddPersonAsync("quentin");
        var theirs = await app.BrowseAsync(person);
        var page = await app.Admin.SubmitAsync(await app.Admin.OpenAsync($"/admin/people/{person.Id}"), "form[action$='/disable']");
        Assert.StartsWith("/sign-in", (await theirs.OpenAsync("/account")).Path, StringComparison.Ordinal);
        await app.Admin.SubmitAsync(page, "form[action$='/enable']");
        Assert.True((await app.RunAsync(s => s.GetRequiredService<People>().FindAsync(person.Id)))!.IsActive);
        Assert.StartsWith("/sign-in", (await theirs.OpenAsync("/account")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LastAdministrator_CannotBeTakenAway_EvenByTwoAtOnce()
    {
        var second = await app.AddPersonAsync("second-admin", Roles.Administrator);
        var results = await Task.WhenAll(
            app.RunAsync(s => s.GetRequiredService<ChangeAccess>().GiveRolesAsync(second.Id, [Roles.User], Actor.System, default)),
            app.RunAsync(s => s.GetRequiredService<ChangeAccess>().GiveRolesAsync(app.AdminId, [Roles.User], Actor.System, default)));
        Assert.Equal(["lastAdministrator"], results.Where(r => r.IsRefused).Select(r => r.Refusal!.Code));
        await app.RunAsync(s => s.GetRequiredService<ChangeAccess>().GiveRolesAsync(app.AdminId, [Roles.User, Roles.Administrator], Actor.System, default));
        Assert.Equal("cannotDisableYourself", (await app.RunAsync(s => s.GetRequiredService<ChangeAccess>().DisableAsync(app.AdminId, new() { Id = app.AdminId }, default))).Refusal?.Code);
    }

    [Fact]
    public async Task Team_IsCreated_ChangedAndFilled()
    {
        await app.AddPersonAsync(new Fengtai.Identity.Admin.PersonForm { Login = "rosa", Name = "罗莎" });
        var page = await app.Admin.SubmitAsync(await app.Admin.OpenAsync("/admin/teams/new"), null, ("Code", "network"), ("TeamName", "网络组"), ("Line", "second"));
        page = await app.Admin.SubmitAsync(page, "form[action$='/members']", ("Person", "luosha"));
        Assert.Contains("罗莎", page.One("main .list").TextContent);
        page = await app.Admin.SubmitAsync(page, "form[action$='/lead']");
        Assert.Contains("组长", page.One("main .list").TextContent);
        page = await app.Admin.SubmitAsync(page, "form[action$='/members']", ("Person", "没有这个人"));
        Assert.Contains("没有找到「没有这个人」", page.Text);
        page = await app.Admin.SubmitAsync(page, "form[action$='/remove']");
        Assert.Empty(page.All("main .list"));
        page = await app.Admin.SubmitAsync(await app.Admin.OpenAsync("/admin/teams/new"), null, ("Code", "network"), ("TeamName", ""));
        Assert.Contains("请填写「名称」", page.Text);
        page = await app.Admin.SubmitAsync(page, null, ("Code", "network"), ("TeamName", "x"));
        Assert.Contains("这个代码已被使用", page.Text);
    }

    [Fact]
    public async Task EveryRight_HasAName()
    {
        var texts = app.Services.GetRequiredService<IStringLocalizer>();
        Assert.All(app.Services.GetRequiredService<RolePermissions>().All, p => Assert.False(texts[$"permission.may.{p.Name.Replace('.', '-')}"].ResourceNotFound, p.Name));
        Assert.Contains("管理人员、处理组和权限", (await app.Admin.OpenAsync("/admin/roles")).Text);
    }

    [Theory]
    [InlineData("/admin/people")]
    [InlineData("/admin/people/new")]
    [InlineData("/admin/people/import")]
    [InlineData("/admin/people/export.csv")]
    [InlineData("/admin/teams")]
    [InlineData("/admin/roles")]
    public async Task Administration_IsForAdministrators(string path)
    {
        var agent = await app.BrowseAsync(await app.AddPersonAsync($"agent{path.Replace('/', '.')}", Roles.Agent, Roles.Manager, Roles.Auditor));
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Admin.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task UnknownPersonOrTeam_IsNotThere()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await app.Admin.GetAsync($"/admin/people/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Admin.GetAsync("/admin/teams/nothing")).StatusCode);
        await app.Admin.OpenAsync("/admin/people/new");
        Assert.Equal(HttpStatusCode.NotFound, (await app.Admin.PostFormAsync($"/admin/people/{Guid.NewGuid()}/disable")).StatusCode);
    }

    public sealed class Desk(TestCluster cluster) : App(cluster)
    {
        public Browser Admin { get; private set; } = null!;

        public Guid AdminId { get; private set; }

        protected override async Task PrepareAsync()
        {
            var admin = await this.AddPersonAsync(new Fengtai.Identity.Admin.PersonForm { Login = "admin", Name = "Admin", StaffNumber = "S1" }, Roles.User, Roles.Administrator);
            AdminId = admin.Id;
            Admin = await this.BrowseAsync(admin);
        }
    }
}
