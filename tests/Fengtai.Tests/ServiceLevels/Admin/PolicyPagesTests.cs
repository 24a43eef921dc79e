using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Fengtai.Calendars;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.ServiceLevels;
using Fengtai.Tests.Support;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.ServiceLevels.Admin;

/// <summary>Policies as their keepers edit them. Each test has sites of its own, so that none is in another's way.</summary>
public sealed class PolicyPagesTests(App app) : IClassFixture<App>
{
    private const string Home = "/admin/service-levels";

    [Fact]
    public async Task APolicy_IsAdded_FirstOfAll_AndRead()
    {
        var browser = await BrowseAsync();
        var page = await browser.SubmitAsync(
            await browser.OpenAsync($"{Home}/new"), null,
            ("name", "贵宾楼"), ("sites", "贵宾楼\n\n 主楼 "), ("vip", "only"), ("types", "incident"), ("firstResponse.value", "10"), ("resolution.value", "2"), ("resolution.unit", "workingDays"),
            ("pauses", "user"), ("step0.moment", "percentLeft"), ("step0.value", "25"), ("step0.acts", "tellLead"), ("step0.kinds", "resolution"));

        Assert.Equal((HttpStatusCode.OK, Home), (page.Status, page.Address.AbsolutePath));
        Assert.Contains("地点：贵宾楼、主楼", page.Text);
        Assert.Contains("解决：2 个工作日", page.Text);
        var policy = await FindAsync("贵宾楼");
        Assert.Equal([new(ClockKind.FirstResponse, 10, TargetUnit.Minutes), new PolicyTarget(ClockKind.Resolution, 2, TargetUnit.WorkingDays)], policy.Targets);
        Assert.Equal((StepMoment.PercentLeft, 25, StepAct.TellLead, ClockKind.Resolution), (policy.Steps[0].Moment, policy.Steps[0].Value, policy.Steps[0].Acts[0], policy.Steps[0].Kinds[0]));
        Assert.True(policy.Position < (await FindAsync("紧急")).Position);

        var told = JsonDocument.Parse(await (await browser.GetAsync("/api/v1/service-levels/policies")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.EnumerateArray().Single(p => p.GetProperty("name").GetString() == "贵宾楼");
        Assert.Equal(("incident", true, "主楼"), (told.GetProperty("conditions").GetProperty("types")[0].GetString(), told.GetProperty("conditions").GetProperty("vip").GetBoolean(), told.GetProperty("conditions").GetProperty("sites")[1].GetString()));
        Assert.Equal(("resolution", 2, "workingDays", CalendarIds.ChineseOffice), (told.GetProperty("targets")[1].GetProperty("kind").GetString(), told.GetProperty("targets")[1].GetProperty("value").GetInt32(), told.GetProperty("targets")[1].GetProperty("unit").GetString(), told.GetProperty("targets")[1].GetProperty("calendar").GetProperty("id").GetGuid()));
    }

    [Fact]
    public async Task WhatIsWrong_StandsAtItsField()
    {
        var browser = await BrowseAsync();
        var start = await browser.OpenAsync($"{Home}/new");

        var page = await browser.SubmitAsync(start, null, ("sites", "错"), ("name", "错"), ("resolution.value", "0"), ("plan.value", "soon"), ("step0.moment", "percentLeft"), ("step0.value", "100"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("解决的数值：请填写 1 到 1000000 的整数", page.One("#field-resolution-value-error").TextContent);
        Assert.Contains("处理计划的数值", page.One("#field-plan-value-error").TextContent);
        Assert.Contains("升级规则 1 的数值：请填写 1 到 99", page.One("#field-step0-value-error").TextContent);
        Assert.Contains("升级规则 1 的动作", page.One("#field-step0-acts-error").TextContent);
        Assert.Contains("10 年内没有这么多工作时间", (await browser.SubmitAsync(start, null, ("name", "远"), ("sites", "远"), ("resolution.value", "5000"), ("resolution.unit", "workingDays"))).Text);
        Assert.Contains("请填写", (await browser.SubmitAsync(start, null, ("name", " "))).Text);
        Assert.Contains("没有工单会用到排在后面的「紧急」：「所有」已经包含", (await browser.SubmitAsync(start, null, ("name", "所有"))).Text);
        Assert.Contains("排在前面的「紧急」已经包含了它的全部工单。请把它排到「紧急」前面", (await browser.SubmitAsync(start, null, ("name", "又一条紧急"), ("priorities", "urgent"), ("sites", "又"), ("after", (await FindAsync("紧急")).Id.ToString()))).One("#field-after-error").TextContent);
        Assert.Contains(
            "排在前面的「紧急」、「重要」、「一般」、「低」已经包含了它的全部工单。请把它排到「紧急」前面",
            (await browser.SubmitAsync(start, null, ("name", "最后一条"), ("sites", "末"), ("after", (await FindAsync("低")).Id.ToString()))).One("#field-after-error").TextContent);
    }

    [Theory]
    [InlineData("types", "storm")]
    [InlineData("calendar", "none")]
    [InlineData("calendar", "0199aa00-0000-7000-8000-00000000dead")]
    [InlineData("categories", "0199aa00-0000-7000-8000-00000000dead")]
    [InlineData("after", "0199aa00-0000-7000-8000-00000000dead")]
    [InlineData("after", "x")]
    [InlineData("resolution.unit", "years")]
    [InlineData("step0.acts", "panic")]
    [InlineData("name", "这个名字太长太长太长太长太长太长太长太长太长太长太长太长太长太长太长太长太长太长太长太长太长太长太长太长太长太长太长太长太长太长")]
    public async Task WhatNoFormSends_IsRefused(string field, string value)
    {
        var browser = await BrowseAsync();
        await browser.OpenAsync($"{Home}/new");
        Dictionary<string, string?> form = new() { ["name"] = "怪", ["sites"] = "怪", ["calendar"] = CalendarIds.AlwaysOpen.ToString(), ["resolution.value"] = "5", ["resolution.unit"] = "minutes", ["step0.key"] = "k", ["step0.moment"] = "due", ["step0.acts"] = "tellLead", [field] = value };

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostFormAsync($"{Home}/new", [.. form.Select(f => (f.Key, f.Value))])).StatusCode);
        Assert.DoesNotContain(await ListAsync(), p => p.Name == form["name"]);
    }

    [Fact]
    public async Task AStaleForm_TellsWhatOthersChanged_AndKeepsWhatWasTyped()
    {
        var browser = await BrowseAsync();
        var id = await AddAsync("两人改");
        var open = await browser.OpenAsync($"{Home}/{id}");
        await browser.SubmitAsync(await browser.OpenAsync($"{Home}/{id}"), Form(id), ("resolution.value", "90"));

        var stale = await browser.SubmitAsync(open, Form(id), ("plan.value", "30"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("解决的数值：60 → 90", stale.One(".notice[role=alert]").TextContent);
        Assert.Equal(("90", "30"), (Value(stale, "resolution.value"), Value(stale, "plan.value")));
        Assert.DoesNotContain((await FindAsync("两人改")).Targets, t => t.Kind == ClockKind.Plan);
        await browser.SubmitAsync(stale, Form(id));
        Assert.Equal([(ClockKind.Plan, 30), (ClockKind.Resolution, 90)], (await FindAsync("两人改")).Targets.Select(t => (t.Kind, t.Value)).Order());
    }

    [Fact]
    public async Task Steps_ComeAndGo_AndKeepTheirKeys()
    {
        var browser = await BrowseAsync();
        var id = await AddAsync("升级", [new("first", [], StepMoment.Due, 0, [StepAct.TellOwner]), new("second", [], StepMoment.MinutesAfter, 30, [StepAct.TellLead])]);

        await browser.SubmitAsync(await browser.OpenAsync($"{Home}/{id}"), Form(id), ("step0.gone", "true"), ("step2.moment", "everyMinutesAfter"), ("step2.value", "60"), ("step2.acts", "internalNote"));

        var steps = (await FindAsync("升级")).Steps;
        Assert.Equal(["second", steps[1].Key], steps.Select(s => s.Key));
        Assert.Equal((StepMoment.EveryMinutesAfter, 60, 32), (steps[1].Moment, steps[1].Value, steps[1].Key.Length));
        var again = await browser.SubmitAsync(await browser.OpenAsync($"{Home}/{id}"), Form(id));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(["policyAdded", "policyEdited"], await HappenedAsync(id));
    }

    [Fact]
    public async Task Order_And_Force_KeepEverythingReachable()
    {
        var browser = await BrowseAsync();
        var general = await AddAsync("排序楼");
        var special = await AddAsync("排序楼的贵宾", vip: true, site: "排序楼");

        Assert.Contains("没有工单会用到排在后面的「排序楼的贵宾」", (await PressAsync(browser, general, "up")).Text);
        Assert.Contains("排在前面的「排序楼」", (await PressAsync(browser, special, "down")).Text);
        Assert.Equal([special, general], (await ListAsync()).Where(p => p.Id == special || p.Id == general).Select(p => p.Id));

        await browser.SubmitAsync(await browser.OpenAsync($"{Home}/{general}"), "form[action$='/deactivate']");
        Assert.False((await FindAsync("排序楼")).IsActive);
        Assert.Equal(HttpStatusCode.OK, (await PressAsync(browser, general, "up")).Status);
        Assert.Equal([general, special], (await ListAsync()).Where(p => p.Id == special || p.Id == general).Select(p => p.Id));
        var refused = await browser.SubmitAsync(await browser.OpenAsync($"{Home}/{general}"), "form[action$='/activate']");
        Assert.Contains("没有工单会用到排在后面的「排序楼的贵宾」", refused.Text);
        Assert.Equal(["policyAdded", "policyDeactivated", "policyOrdered"], await HappenedAsync(general));
        var positions = (await ListAsync()).Select(p => p.Position).ToList();
        Assert.Equal(Enumerable.Range(1, positions.Count), positions);
    }

    [Fact]
    public async Task TwoAtOnce_OneOfThemIsStale()
    {
        var (one, other) = (await AddAsync("同时甲"), await AddAsync("同时乙"));
        var (first, second) = (await FindAsync("同时甲"), await FindAsync("同时乙"));
        await using var left = app.Services.CreateAsyncScope();
        await using var right = app.Services.CreateAsyncScope();
        // both have read all policies before either saves
        await left.ServiceProvider.GetRequiredService<PolicyPlaces>().HoldAsync(default);
        await right.ServiceProvider.GetRequiredService<PolicyPlaces>().HoldAsync(default);

        var done = await Edit(left, first);
        var late = await Edit(right, second);

        Assert.False(done.IsRefused);
        Assert.IsType<ChangedMeanwhile>(late.Refusal);
        Assert.Equal(["policyAdded"], await HappenedAsync(other));
        Assert.Equal(["policyAdded", "policyEdited"], await HappenedAsync(one));

        static Task<Result<Done>> Edit(AsyncServiceScope scope, Policy policy) => scope.ServiceProvider.GetRequiredService<EditPolicy>().RunAsync(
            policy.Id, PolicyDraft.Of(policy) with { NameEn = "Changed" }, Fingerprint.Of(PolicyDraft.Of(policy)), Actor.System, default);
    }

    [Fact]
    public async Task OthersThanItsKeepers_ReadAtMost()
    {
        var agent = await app.BrowseAsync(await app.AddPersonAsync($"a{Guid.CreateVersion7():N}", Roles.Agent));
        var user = await app.BrowseAsync(await app.AddPersonAsync($"u{Guid.CreateVersion7():N}", Roles.User));
        var id = (await FindAsync("紧急")).Id;

        Assert.Equal(HttpStatusCode.Forbidden, (await agent.OpenAsync(Home)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.OpenAsync($"{Home}/{id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await agent.GetAsync("/api/v1/service-levels/policies")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync("/api/v1/service-levels/policies")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await BrowseAsync()).OpenAsync($"{Home}/{Guid.Empty}")).Status);
    }

    private static async Task<Page> PressAsync(Browser browser, Guid id, string way) => await browser.SubmitAsync(await browser.OpenAsync(Home), $"form[action='{Home}/order']", (way, id.ToString()));

    private async Task<Browser> BrowseAsync() => await app.BrowseAsync(await app.AddPersonAsync($"k{Guid.CreateVersion7():N}", Roles.ServiceLevelManager));

    private Task<Guid> AddAsync(string name, IReadOnlyList<EscalationStep>? steps = null, bool? vip = null, string? site = null) => app.RunAsync(async s => (await s.GetRequiredService<AddPolicy>().RunAsync(
        new(name, "", PolicyConditions.None with { Sites = [site ?? name], Vip = vip }, CalendarIds.AlwaysOpen, [new(ClockKind.Resolution, 60, TargetUnit.Minutes)], [WaitReason.User], steps ?? []), null, Actor.System, default)).Value);

    private Task<List<Policy>> ListAsync() => app.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<Policy>().AsNoTracking().OrderBy(p => p.Position).ToListAsync());

    private async Task<Policy> FindAsync(string name) => (await ListAsync()).Single(p => p.Name == name);

    private Task<List<string>> HappenedAsync(Guid id) => app.RunAsync(s => s.GetRequiredService<FengtaiDb>().Database.SqlQuery<string>($"select kind as \"Value\" from platform.events where subject_id = {id} order by id").ToListAsync());

    private static string Form(Guid id) => $"form[action='{Home}/{id}']";

    private static string Value(Page page, string name) => ((IHtmlInputElement)page.One($"[name='{name}']")).Value;
}
