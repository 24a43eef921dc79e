using System.Globalization;
using System.Text.Json;
using Fengtai.Calendars;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Practices;
using Fengtai.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Calendars;

public sealed class CalendarBookTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task EveryDesk_HasTwoCalendars()
    {
        var (always, office) = (await FindAsync(CalendarIds.AlwaysOpen), await FindAsync(CalendarIds.ChineseOffice));
        var friday = new DateTimeOffset(2026, 9, 18, 17, 0, 0, TimeSpan.FromHours(8));

        Assert.Equal(("7×24", true), (always.Name.Chinese, always.IsActive));
        Assert.Equal(friday.AddHours(5), always.Time.Due(friday, TimeSpan.FromHours(5)));
        // Saturday is off, Sunday the 20th makes up for the holiday
        Assert.Equal(new(2026, 9, 20, 9, 0, 0, TimeSpan.FromHours(8)), office.Time.Due(friday, TimeSpan.FromHours(1)));
        Assert.Equal(new(2026, 9, 20, 17, 30, 0, TimeSpan.FromHours(8)), office.Time.CloseOfWorkingDay(friday, 1));
        Assert.Null(await app.RunAsync(s => s.GetRequiredService<CalendarBook>().FindAsync(Guid.Empty, default).AsTask()));
    }

    [Theory]
    [InlineData("2022-12-31", DayBecause.Holiday)]
    [InlineData("2026-02-14", DayBecause.MakeUp)]
    [InlineData("2026-02-15", DayBecause.Holiday)]
    [InlineData("2026-10-08", DayBecause.Week)]
    [InlineData("2026-10-10", DayBecause.MakeUp)]
    public async Task ChineseHolidays_AreShipped(string date, DayBecause because) =>
        Assert.Equal(because, (await FindAsync(CalendarIds.ChineseOffice)).Time.PlanOf(Date(date)).Because);

    [Fact]
    public async Task WhatIsShipped_IsThePublishedCalendar_DayForDay()
    {
        var published = JsonElement.Parse(await File.ReadAllTextAsync(SharedData.Find("time/cn-workdays-2019-2026.json"), TestContext.Current.CancellationToken));
        var office = (await FindAsync(CalendarIds.ChineseOffice)).Time;

        var days = published.GetProperty("rows").EnumerateArray().Select(r => (Date: Date(r[0].GetString()!), IsWorked: r[1].GetInt32() == 1)).ToList();

        Assert.Equal(2922, days.Count);
        Assert.Equal([], days.Where(d => (office.PlanOf(d.Date).Hours.Count > 0) != d.IsWorked).Select(d => d.Date));
    }

    [Fact]
    public async Task StartingAgain_PlantsNothingTwice_AndLeavesWhatThereIs()
    {
        await app.RunAsync(async work =>
        {
            (await work.Db.Set<StoredCalendar>().SingleAsync(c => c.Id == CalendarIds.AlwaysOpen)).NameEn = "Always";
            work.Record(CalendarEvent.Of(CalendarIds.AlwaysOpen), new CalendarChanged(new Dictionary<string, CalendarDetail> { ["nameEn"] = new("24/7", "Always") }), Actor.System);
            await work.SaveAsync(default);
        });
        var before = await app.Database.Command("select count(*) from platform.events").ListAsync(r => r.GetInt64(0), default);

        await app.Services.GetServices<IBeforeReady>().Single(b => b is PlantCalendars).PrepareAsync(_ => { }, default);

        Assert.Equal(before, await app.Database.Command("select count(*) from platform.events").ListAsync(r => r.GetInt64(0), default));
        Assert.Equal("Always", (await FindAsync(CalendarIds.AlwaysOpen)).Name.English);
    }

    [Fact]
    public async Task ADefinition_IsKeptAsItIs()
    {
        var definition = new CalendarDefinition("Europe/Berlin", WeekHours.MondayToFriday(new(480, 720), new(780, 1440)))
        {
            Seasons = [new("夏季作息", new(null, 5, 1), new(null, 9, 30), WeekHours.EveryDay(new OpenHours(0, 60))), new("寒假", new(2026, 12, 20), new(2027, 1, 10), new())],
            DaysOff = [new(2026, 12, 24)],
            Shifts = new Dictionary<DateOnly, IReadOnlyList<OpenHours>> { [new(2026, 12, 5)] = [new(600, 660)], [new(2026, 12, 7)] = [] },
            Holidays = [CalendarIds.ChineseHolidays],
        };
        var id = Guid.CreateVersion7();
        await app.RunAsync(async work =>
        {
            work.Db.Add(new StoredCalendar { Id = id, Name = "试", NameEn = "", Definition = definition });
            work.Record(CalendarEvent.Of(id), new CalendarAdded("试", "", "Europe/Berlin"), Actor.System);
            await work.SaveAsync(default);
        });

        var kept = (await FindAsync(id)).Time.Definition;

        Assert.Equal(JsonSerializer.Serialize(definition), JsonSerializer.Serialize(kept));
        Assert.Equal("""[["08:00","12:00"],["13:00","24:00"]]""", JsonSerializer.Serialize(kept.Week.Mon));
    }

    private async Task<KeptCalendar> FindAsync(Guid id) => (await app.RunAsync(s => s.GetRequiredService<CalendarBook>().FindAsync(id, default).AsTask()))!;

    private static DateOnly Date(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
