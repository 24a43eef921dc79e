using Fengtai.Calendars.Defaults;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Calendars;

/// <summary>
/// Gives a desk the two calendars that every one needs and the Chinese holidays of the years that are shipped. What is there, whatever
/// became of it, is left alone; a later version brings later years to lists that have not got them.
/// </summary>
internal sealed class PlantCalendars(IServiceScopeFactory scopes) : IBeforeReady
{
    public async Task PrepareAsync(Action<string> say, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<Work>();
        var calendars = await work.Db.Set<StoredCalendar>().Select(c => c.Id).ToListAsync(cancellation);
        if (!calendars.Contains(CalendarIds.AlwaysOpen))
        {
            Add(work, new() { Id = CalendarIds.AlwaysOpen, Name = "7×24", NameEn = "24/7", Definition = new(Actor.DefaultZone, WeekHours.AlwaysOpen) });
        }
        await PlantHolidaysAsync(work, calendars, cancellation);
        if (!calendars.Contains(CalendarIds.ChineseOffice))
        {
            var hours = WeekHours.MondayToFriday(OpenHours.Read("08:30", "12:00")!.Value, OpenHours.Read("13:30", "17:30")!.Value);
            Add(work, new() { Id = CalendarIds.ChineseOffice, Name = "中国办公时间", NameEn = "Office hours in China", Definition = new(Actor.DefaultZone, hours) { Holidays = [CalendarIds.ChineseHolidays] } });
        }
        // refused where another node, started at the same time, was first
        await work.SaveAsync(cancellation);
    }

    private static async Task PlantHolidaysAsync(Work work, List<Guid> calendars, CancellationToken cancellation)
    {
        if (!await work.Db.Set<HolidayList>().AnyAsync(l => l.Id == CalendarIds.ChineseHolidays, cancellation))
        {
            work.Db.Add(new HolidayList { Id = CalendarIds.ChineseHolidays, Name = "中国法定节假日", NameEn = "Public holidays in mainland China" });
            work.Record(HolidayListEvent.Of(CalendarIds.ChineseHolidays), new HolidayListAdded("中国法定节假日", "Public holidays in mainland China"), Actor.System);
        }
        var known = await work.Db.Set<HolidayYear>().Where(y => y.ListId == CalendarIds.ChineseHolidays).Select(y => y.Year).ToListAsync(cancellation);
        foreach (var (year, days) in ChineseHolidays.ByYear().Where(y => !known.Contains(y.Key)))
        {
            await HolidayYears.PutAsync(work, null, CalendarIds.ChineseHolidays, year, days, Actor.System, cancellation);
        }
    }

    private static void Add(Work work, StoredCalendar calendar)
    {
        work.Db.Add(calendar);
        work.Record(CalendarEvent.Of(calendar.Id), new CalendarAdded(calendar.Name, calendar.NameEn, calendar.Definition.TimeZone), Actor.System);
    }
}
