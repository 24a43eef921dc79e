using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Calendars;

/// <summary>From December on, says once that a list which calendars follow has not got the next year yet.</summary>
internal sealed class RemindOfHolidays(Work work, TimeProvider time) : IRecurringJob
{
    public const string Name = "calendars.remind";

    public async Task RunAsync(CancellationToken cancellation)
    {
        var today = HolidayLists.Today(time);
        if (!HolidayLists.IsUrgent(today))
        {
            return;
        }
        var next = today.Year + 1;
        var followed = (await work.Db.Set<StoredCalendar>().Where(c => c.IsActive).ToListAsync(cancellation)).SelectMany(c => c.Definition.Holidays).ToHashSet();
        var there = await work.Db.Set<HolidayYear>().Where(y => y.Year == next).Select(y => y.ListId).ToListAsync(cancellation);
        foreach (var list in (await work.Db.Set<HolidayList>().ToListAsync(cancellation)).Where(l => followed.Contains(l.Id) && !there.Contains(l.Id) && !(l.MissingTold >= next)))
        {
            list.MissingTold = next;
            work.Record(HolidayListEvent.Of(list.Id), new HolidayYearIsMissing(next, list.Name, list.NameEn), Actor.System);
        }
        // where another node was faster, it has told
        await work.SaveAsync(cancellation);
    }
}
