using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Calendars;

/// <summary>Offers a calendar where something new is set up, or no longer. What uses it goes on by it.</summary>
internal sealed class ActivateCalendar(Work work)
{
    public async Task<Result<Done>> RunAsync(Guid id, bool active, Actor actor, CancellationToken cancellation)
    {
        if (await work.Db.Set<StoredCalendar>().SingleOrDefaultAsync(c => c.Id == id, cancellation) is not { } calendar)
        {
            return new NotFound();
        }
        if (calendar.IsActive == active)
        {
            return default(Done);
        }
        calendar.IsActive = active;
        work.Record<CalendarEvent>(CalendarEvent.Of(id), active ? new CalendarActivated() : new CalendarDeactivated(), actor);
        return await work.SaveAsync(cancellation);
    }
}
