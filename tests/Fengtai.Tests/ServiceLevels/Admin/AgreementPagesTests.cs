using System.Net;
using Fengtai.Identity;
using Fengtai.Platform.Data;
using Fengtai.ServiceLevels;
using Fengtai.Tests.Support;
using Fengtai.Tests.Tickets.Api;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.ServiceLevels.Admin;

/// <summary>Agreements as they are written, read, changed and ended.</summary>
public sealed class AgreementPagesTests(ServiceDesk desk) : IClassFixture<ServiceDesk>
{
    private const string Home = "/desk/agreements";

    [Fact]
    public async Task Ola_IsWritten_Read_ChangedAndEnded()
    {
        var (keeper, team) = (await KeeperAsync(), await desk.AddTeamAsync($"t{Guid.CreateVersion7():N}"));
        var list = await keeper.SubmitAsync(
            await keeper.OpenAsync($"{Home}/new?kind=ola"), null,
            ("name", "现场组协议"), ("team", team.Id.ToString()), ("goal", "92"), ("from", "2026-01-01"), ("until", "2027-12-31"), ("review", "2027-06-30"), ("normal.value", "4"), ("normal.unit", "workingDays"), ("urgent.value", "90"),
            ("step0.moment", "due"), ("step0.acts", "tellLead"), ("terms", "### 责任\n- 先电话后上门"));
        Assert.Equal((HttpStatusCode.OK, Home), (list.Status, list.Address.AbsolutePath));
        Assert.Contains("2026-01-01 至 2027-12-31", list.Text);
        // one place of the menus is this one, though the queue's address begins like it
        Assert.Equal([Home], list.All(".place[aria-current]").Select(p => p.GetAttribute("href")));
        var id = (await FindAsync("现场组协议")).Id;

        var sheet = await keeper.OpenAsync($"{Home}/{id}");
        Assert.Contains("4 个工作日", sheet.Text);
        Assert.Contains("90 分钟", sheet.Text);
        Assert.Contains("周一至周五 08:30–12:00", sheet.Text);
        Assert.Contains("按时完成不低于 92%", sheet.Text);
        Assert.Contains("到期时：通知主管", sheet.Text);
        Assert.Equal("先电话后上门", sheet.One(".sheet .prose li").TextContent);

        var edited = await keeper.SubmitAsync(await keeper.OpenAsync($"{Home}/{id}/edit"), $"form[action='{Home}/{id}/edit']", ("goal", "80"), ("low.value", "3"), ("low.unit", "workingDays"));
        Assert.Equal(HttpStatusCode.OK, edited.Status);
        var kept = await FindAsync("现场组协议");
        Assert.Equal((80, 3), (kept.Goal, kept.Targets.Count));
        Assert.Contains(WaitReason.Supplier, kept.Pauses);

        var refused = await keeper.SubmitAsync(edited, $"form[action='{Home}/{id}/end']", ("lastDay", "2020-01-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("最早只能终止到", refused.One("#field-lastDay-error").TextContent);
        Assert.Equal(Home, (await keeper.SubmitAsync(refused, $"form[action='{Home}/{id}/end']", ("lastDay", "2027-12-30"))).Address.AbsolutePath);
        Assert.Equal(new DateOnly(2027, 12, 30), (await FindAsync("现场组协议")).ValidUntil);
    }

    [Fact]
    public async Task Sla_ShowsTheTargetsOfItsPolicies()
    {
        var keeper = await KeeperAsync();
        var policy = await desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<Policy>().SingleAsync(p => p.Name == "紧急"));
        await keeper.SubmitAsync(await keeper.OpenAsync($"{Home}/new?kind=sla"), null, ("name", "集团协议"), ("customer", "集团各部门"), ("departments", "财务部\n市场部"), ("policies", policy.Id.ToString()));
        var sheet = await keeper.OpenAsync($"{Home}/{(await FindAsync("集团协议")).Id}");
        Assert.Contains("部门：财务部、市场部", sheet.Text);
        Assert.Contains("5 分钟", sheet.Text);
        Assert.Contains("周一至周日 00:00–24:00", sheet.Text);
        // what is among staff is no promise
        Assert.DoesNotContain("接单", sheet.Text);
    }

    [Theory]
    [InlineData("ola", "from", "", "#field-from-error", "生效日期")]
    [InlineData("ola", "from", "31.12.2026", "#field-from-error", "31.12.2026")]
    [InlineData("ola", "until", "2025-12-31", "#field-until-error", "早于生效日期")]
    [InlineData("ola", "goal", "101", "#field-goal-error", "达标率目标：请填写 1 到 100")]
    [InlineData("ola", "team", "", "#field-team-error", "团队")]
    [InlineData("ola", "team", "nonsense", "#field-team-error", "nonsense")]
    [InlineData("ola", "normal.value", "soon", "#field-normal-value-error", "一般的数值：请填写 1 到")]
    [InlineData("ola", "normal.value", "", ".error-summary", "时限：至少要有一项")]
    [InlineData("uc", "supplier", "", "#field-supplier-error", "供应商")]
    [InlineData("sla", "customer", "", "#field-customer-error", "客户")]
    public async Task WhatIsWrong_StandsAtItsField(string kind, string field, string value, string place, string said)
    {
        var (keeper, team) = (await KeeperAsync(), await desk.AddTeamAsync($"t{Guid.CreateVersion7():N}"));
        (string Name, string? Value)[] right = [("name", "错"), ("from", "2026-01-01"), ("goal", "95"), .. kind switch
        {
            "ola" => new (string, string?)[] { ("team", team.Id.ToString()), ("normal.value", "60") },
            "uc" => [("supplier", "某家"), ("normal.value", "60")],
            _ => [("customer", "某部")],
        }];
        var page = await keeper.SubmitAsync(await keeper.OpenAsync($"{Home}/new?kind={kind}"), null, [.. right.Where(r => r.Name != field), (field, value)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(said, page.One(place).TextContent);
    }

    [Fact]
    public async Task StaleForm_SaysWhatChanged_AndKeepsBoth()
    {
        var keeper = await KeeperAsync();
        await keeper.SubmitAsync(await keeper.OpenAsync($"{Home}/new?kind=uc"), null, ("name", "线路合同"), ("supplier", "某运营商"), ("normal.value", "60"));
        var path = $"{Home}/{(await FindAsync("线路合同")).Id}/edit";
        var (mine, theirs) = (await keeper.OpenAsync(path), await keeper.OpenAsync(path));
        await keeper.SubmitAsync(theirs, $"form[action='{path}']", ("contact", "10010"));
        var stale = await keeper.SubmitAsync(mine, $"form[action='{path}']", ("goal", "88"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("联系方式", stale.One(".notice").TextContent);
        Assert.Equal(HttpStatusCode.OK, (await keeper.SubmitAsync(stale, $"form[action='{path}']")).Status);
        var kept = await FindAsync("线路合同");
        Assert.Equal(("10010", 88), (kept.Contact, kept.Goal));
    }

    [Fact]
    public async Task WhoLeadsOrChecks_Reads_AndOnlyWhoAdministersWrites()
    {
        var keeper = await KeeperAsync();
        await keeper.SubmitAsync(await keeper.OpenAsync($"{Home}/new?kind=uc"), null, ("name", "可读合同"), ("supplier", "可读厂商"), ("normal.value", "60"));
        var id = (await FindAsync("可读合同")).Id;
        foreach (var role in new[] { Roles.Lead, Roles.Manager, Roles.Quality, Roles.Auditor })
        {
            var reader = await desk.BrowseAsync(await desk.AddPersonAsync($"x{Guid.CreateVersion7():N}", role));
            var list = await reader.OpenAsync(Home);
            Assert.Contains("可读合同", list.Text);
            Assert.DoesNotContain("/new?kind", list.Document.Body!.InnerHtml, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync($"{Home}/{id}")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync($"{Home}/{id}/edit")).StatusCode);
        }
        var agent = await desk.BrowseAsync(await desk.AddPersonAsync($"x{Guid.CreateVersion7():N}", Roles.Agent));
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.GetAsync(Home)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await keeper.GetAsync($"{Home}/{Guid.CreateVersion7()}")).StatusCode);
    }

    [Fact]
    public async Task Supplier_IsOfferedWhereThereIsAContract()
    {
        var keeper = await KeeperAsync();
        await keeper.SubmitAsync(await keeper.OpenAsync($"{Home}/new?kind=uc"), null, ("name", "键盘合同"), ("supplier", "键盘厂"), ("normal.value", "60"));
        var number = await desk.InProgressAsync();
        var engineer = await desk.BrowseAsync(await desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<Person>().SingleAsync(p => p.Login == "engineer")));
        foreach (var step in new[] { "wait", "escalate" })
        {
            Assert.Contains("键盘厂", (await engineer.OpenAsync($"/desk/tickets/{number}/{step}")).One("select[name=supplier]").TextContent);
        }
        await ServiceDesk.DoAsync(desk.Engineer, number, "wait", new { reason = "supplier", until = desk.Clock.Now.AddDays(1), supplier = "键盘厂" });
        var page = await engineer.OpenAsync($"/desk/tickets/{number}");
        Assert.Contains("等供应商（键盘厂）", page.Text);
        Assert.Contains("供应商合同 · 键盘厂", page.Text);
    }

    private async Task<Browser> KeeperAsync() => await desk.BrowseAsync(await desk.AddPersonAsync($"k{Guid.CreateVersion7():N}", Roles.ServiceLevelManager));

    private Task<Agreement> FindAsync(string name) => desk.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<Agreement>().AsNoTracking().SingleAsync(a => a.Name == name));
}
