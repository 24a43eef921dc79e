using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Fengtai.Calendars;
using Fengtai.Identity;
using Fengtai.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Calendars.Admin;

/// <summary>The application with a practice that has made promises by calendars.</summary>
public sealed class AppWithPromises(TestCluster cluster) : App(cluster)
{
    internal Promises Promises { get; } = new();

    protected override void Adjust(WebApplicationBuilder builder)
    {
        base.Adjust(builder);
        builder.Services.AddSingleton<ICalendarImpact>(Promises);
    }
}

/// <summary>Says of one instant whether it moves from being worked to not being worked.</summary>
internal sealed class Promises : ICalendarImpact
{
    public DateTimeOffset Noted { get; } = new(2026, 7, 1, 2, 0, 0, TimeSpan.Zero);

    public Task<IReadOnlyList<CalendarImpact>> MeasureAsync(Guid calendar, WorkingTime changed, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<CalendarImpact>>([new("calendars.title", 7, 0, changed.IsOpen(Noted) ? 0 : 3, default, TimeSpan.FromHours(5))]);
}

public sealed class CalendarPagesTests(AppWithPromises app) : IClassFixture<AppWithPromises>
{
    private const string Home = "/admin/calendars";
    private static readonly string Lists = $"/admin/holidays/{CalendarIds.ChineseHolidays}";

    [Fact]
    public async Task ACalendar_IsAdded_WithSeasons()
    {
        var browser = await BrowseAsync();

        var added = await browser.SubmitAsync(
            await browser.OpenAsync($"{Home}/new"),
            null,
            ("name", "夏季班"), ("sat", "09:00 至 11:30"), ("season0.name", "夏季作息"), ("season0.from", "5月1日"), ("season0.to", "9-30"), ("season0.mon", "07:00-11:00，15:00-18:00"));

        Assert.Equal(HttpStatusCode.OK, added.Status);
        var kept = (await ListAsync()).Single(c => c.Name.Chinese == "夏季班").Time;
        Assert.Equal("[09:00–11:30]", $"[{string.Join(' ', kept.Definition.Week.Sat)}]");
        Assert.Equal("07:00–11:00 15:00–18:00", string.Join(' ', kept.PlanOf(new(2027, 5, 3)).Hours));
        Assert.Empty(kept.PlanOf(new(2027, 5, 4)).Hours);
    }

    [Fact]
    public async Task WhatIsWrong_StandsAtItsField()
    {
        var browser = await BrowseAsync();
        var start = await browser.OpenAsync($"{Home}/new");

        var page = await browser.SubmitAsync(start, null, ("mon", "09:00-12:00, 11:00-13:00"), ("tue", "17:00-09:00"), ("wed", "early"), ("timeZone", "Asia/Shanghai"), ("season0.name", "x"), ("season0.from", "02-30"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("请填写「名称」", page.Text);
        Assert.Contains("周三：“early”看不懂", page.One("#field-wed-error").TextContent);
        Assert.Contains("作息 1 的从：“02-30”", page.One("#field-season0-from-error").TextContent);

        var compiled = await browser.SubmitAsync(start, null, ("name", "错"), ("mon", "09:00-12:00, 11:00-13:00"), ("tue", "17:00-09:00"), ("season0.name", "x"), ("season0.from", "05-01"), ("season0.to", "06-01"), ("season0.fri", "10:00-09:00"));

        Assert.Contains("周一：11:00–13:00 与 09:00–12:00 重叠", compiled.One("#field-mon-error").TextContent);
        Assert.Contains("周二：17:00–09:00 的结束不晚于开始", compiled.One("#field-tue-error").TextContent);
        Assert.Contains("作息 1 的周五", compiled.One("#field-season0-fri-error").TextContent);

        var empty = await browser.SubmitAsync(start, null, [("name", "空"), .. WeekHours.Names.Select(d => (d, (string?)""))]);
        Assert.Contains("400 天内没有任何工作时间", empty.Text);
        Assert.Contains("已有同名", (await browser.SubmitAsync(start, null, ("name", "7×24"))).Text);
    }

    [Fact]
    public async Task AStaleForm_TellsWhatOthersChanged_AndKeepsWhatWasTyped()
    {
        var browser = await BrowseAsync();
        var id = await AddAsync("两人改");
        var open = await browser.OpenAsync($"{Home}/{id}");
        await browser.SubmitAsync(await browser.OpenAsync($"{Home}/{id}"), Form(id), ("sat", "09:00-10:00"));

        var stale = await browser.SubmitAsync(open, Form(id), ("sun", "10:00-11:00"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("周六：– → 09:00–10:00", stale.One(".notice[role=alert]").TextContent);
        Assert.Equal(("09:00–10:00", "10:00-11:00"), (Value(stale, "sat"), Value(stale, "sun")));
        Assert.Empty((await FindAsync(id)).Time.Definition.Week.Sun);

        await browser.SubmitAsync(stale, Form(id));
        Assert.Equal((1, 1), ((await FindAsync(id)).Time.Definition.Week.Sat.Count, (await FindAsync(id)).Time.Definition.Week.Sun.Count));
    }

    [Fact]
    public async Task WhatAChangeMoves_IsSaidBeforeItIsSaved()
    {
        var browser = await BrowseAsync();
        var id = await AddAsync("有承诺");

        var asked = await browser.SubmitAsync(await browser.OpenAsync($"{Home}/{id}"), Form(id), ("wed", "13:00-14:00"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("7 个中有 3 个会变，其中 3 个推后，最多 5 小时", asked.Text);
        Assert.Equal(2, (await FindAsync(id)).Time.Definition.Week.Wed.Count);

        // another change than the one that was shown is shown again
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(asked, Form(id), ("wed", "13:00-15:00"), ("confirmed", asked.One("[name=confirmed]").GetAttribute("value")))).Status);
        var saved = await browser.SubmitAsync(asked, Form(id), ("confirmed", asked.One("[name=confirmed]").GetAttribute("value")));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Single((await FindAsync(id)).Time.Definition.Week.Wed);

        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(saved, Form(id), ("wed", "08:00-14:00"))).Status);
    }

    [Fact]
    public async Task Days_ArePainted_LookedAt_AndSaved()
    {
        var browser = await BrowseAsync();
        var id = await AddAsync("涂色");
        var path = $"{Home}/{id}/days?year=2026";

        var off = await browser.OpenAsync($"{path}&as=off&day=2026-07-01&day=2026-07-02");
        Assert.Equal(2, off.All(".day.painted").Count);
        Assert.Contains("7 个中有 3 个会变", off.Text);
        Assert.Empty((await FindAsync(id)).Time.Definition.DaysOff);

        var pending = ((IHtmlInputElement)off.One("form.paints [name=p]")).Value;
        var both = await browser.OpenAsync($"{path}&as=work&hours={Uri.EscapeDataString("10:00-11:00")}&p={Uri.EscapeDataString(pending)}&day=2026-07-04");
        Assert.Equal(3, both.All(".day.painted").Count);
        // the same again takes the paint off
        Assert.Empty((await browser.OpenAsync($"{path}&as=off&p={Uri.EscapeDataString(pending)}&day=2026-07-01&day=2026-07-02")).All(".day.painted"));

        var saved = await browser.SubmitAsync(both, ".painted-bar form");

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var time = (await FindAsync(id)).Time;
        Assert.Equal((DayBecause.DayOff, DayBecause.Shift, "10:00–11:00"), (time.PlanOf(new(2026, 7, 1)).Because, time.PlanOf(new(2026, 7, 4)).Because, time.PlanOf(new(2026, 7, 4)).Hours[0].ToString()));

        var rule = await browser.SubmitAsync(await browser.OpenAsync($"{path}&as=rule&day=2026-07-01&day=2026-07-04"), ".painted-bar form");
        Assert.Single((await FindAsync(id)).Time.Definition.DaysOff);
        Assert.Equal(HttpStatusCode.OK, rule.Status);
    }

    [Fact]
    public async Task PaintedDays_ThatOthersPaintedMeanwhile_AreTold()
    {
        var browser = await BrowseAsync();
        var id = await AddAsync("两人涂");
        var path = $"{Home}/{id}/days?year=2026";
        var mine = await browser.OpenAsync($"{path}&as=work&hours=10:00-11:00&day=2026-08-03&day=2026-08-04");
        await browser.SubmitAsync(await browser.OpenAsync($"{path}&as=off&day=2026-08-04&day=2026-08-05"), ".painted-bar form");

        var stale = await browser.SubmitAsync(mine, ".painted-bar form");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("8 月 4 日 周二：按规则 → 休息", stale.One(".notice[role=alert]").TextContent);
        Assert.Equal(2, stale.All(".day.painted").Count);
        await browser.SubmitAsync(stale, ".painted-bar form");
        Assert.Single((await FindAsync(id)).Time.PlanOf(new(2026, 8, 4)).Hours);
    }

    [Theory]
    [InlineData("as=work&hours=17:00-09:00&day=2026-07-01", "时段")]
    [InlineData("as=work&hours=later&day=2026-07-01", "看不懂")]
    public async Task HoursThatAreNone_PaintNothing(string query, string said)
    {
        var page = await (await BrowseAsync()).OpenAsync($"{Home}/{CalendarIds.ChineseOffice}/days?year=2026&{query}");

        Assert.Empty(page.All(".day.painted"));
        Assert.Contains(said, page.One(".error-summary").TextContent);
    }

    [Theory]
    [InlineData("year=99999&month=13&p=nonsense;;=;2026-01-01=maybe&as=loud&day=never")]
    [InlineData("year=-1&month=x")]
    [InlineData("year=2098")]
    public async Task WhatCannotBeRead_IsPassedOver(string query)
    {
        var page = await (await BrowseAsync()).OpenAsync($"{Home}/{CalendarIds.AlwaysOpen}/days?{query}");

        Assert.Equal((HttpStatusCode.OK, 0), (page.Status, page.All(".day.painted").Count));
    }

    [Fact]
    public async Task AYear_IsImported_FromLinesAndFromAFile()
    {
        var browser = await BrowseAsync();
        var id = await AddAsync("看节假日");
        Assert.Contains("缺少 2028 年", (await browser.OpenAsync($"{Lists}?year=2028")).Text);

        var refused = await browser.SubmitAsync(await browser.OpenAsync($"{Lists}?year=2028"), null, ("days", "2028-01-01 休 元旦\nsoon\n2029-10-01 休"), ("act", "preview"));
        Assert.Contains("第 2 行：“soon”看不懂", refused.One(".error-summary").TextContent);
        Assert.Contains("2029-10-01 不属于 2028 年", (await browser.SubmitAsync(refused, null, ("days", "2029-10-01 休"), ("act", "preview"))).Text);

        const string file = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20280103\r\nDTEND;VALUE=DATE:20280105\r\nSUMMARY:元旦（休）\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20280108\r\nSUMMARY:元旦（班）\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20280214\r\nSUMMARY:情人节\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        var preview = await browser.SubmitAsync(await browser.OpenAsync($"{Lists}?year=2028"), null, [new Attached("file", "cn.ics", Encoding.UTF8.GetBytes(file))], ("act", "preview"));
        Assert.Contains("读到 2 天放假、1 天调休上班", preview.Text);
        Assert.Equal(DayBecause.Week, (await FindAsync(id)).Time.PlanOf(new(2028, 1, 3)).Because);

        var saved = await browser.SubmitAsync(preview, null, ("act", "save"));

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var time = (await FindAsync(id)).Time;
        Assert.Equal((DayBecause.Holiday, DayBecause.MakeUp, DayBecause.Week), (time.PlanOf(new(2028, 1, 4)).Because, time.PlanOf(new(2028, 1, 8)).Because, time.PlanOf(new(2028, 2, 14)).Because));
        // whoever had the year open before is told what is there now
        var stale = await browser.SubmitAsync(refused, null, ("days", "2028-05-01 休"), ("act", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("2028-01-03..2028-01-04 休 元旦（休）", stale.One(".notice[role=alert]").TextContent);
    }

    [Fact]
    public async Task AHolidayList_IsAdded_AndACalendarIsSwitchedOffAndOn()
    {
        var browser = await BrowseAsync();
        var id = await AddAsync("可停用");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(await browser.OpenAsync("/admin/holidays/new"), null, ("name", " "))).Status);
        Assert.Contains("司庆", (await browser.SubmitAsync(await browser.OpenAsync("/admin/holidays/new"), null, ("name", "司庆"))).Text);
        await browser.SubmitAsync(await browser.OpenAsync($"{Home}/{id}"), "form[action$=deactivate]");
        Assert.False((await FindAsync(id)).IsActive);
        Assert.Contains("已停用", (await browser.OpenAsync(Home)).Text);
        await browser.SubmitAsync(await browser.OpenAsync($"{Home}/{id}"), "form[action$='/activate']");
        Assert.True((await FindAsync(id)).IsActive);
    }

    [Fact]
    public async Task OthersThanItsKeepers_SeeNothing()
    {
        var browser = await app.BrowseAsync(await app.AddPersonAsync($"a{Guid.CreateVersion7():N}", Roles.Agent));

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(Home)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync(Lists)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await BrowseAsync()).OpenAsync($"{Home}/{Guid.Empty}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await BrowseAsync()).OpenAsync($"{Home}/{Guid.Empty}/days")).Status);
    }

    private async Task<Browser> BrowseAsync() => await app.BrowseAsync(await app.AddPersonAsync($"k{Guid.CreateVersion7():N}", Roles.ServiceLevelManager));

    private Task<Guid> AddAsync(string name) => app.RunAsync(async s =>
        (await s.GetRequiredService<AddCalendar>().RunAsync(
            new(name, "", "Asia/Shanghai", WeekHours.MondayToFriday(new(510, 720), new(810, 1050)), [], [CalendarIds.ChineseHolidays]), Fengtai.Platform.Access.Actor.System, default)).Value);

    private Task<IReadOnlyList<KeptCalendar>> ListAsync() => app.RunAsync(s => s.GetRequiredService<CalendarBook>().ListAsync(default).AsTask());

    private async Task<KeptCalendar> FindAsync(Guid id) => (await ListAsync()).Single(c => c.Id == id);

    private static string Form(Guid id) => $"form[action='{Home}/{id}']";

    private static string Value(Page page, string name) => ((IHtmlInputElement)page.One($"[name='{name}']")).Value;
}
