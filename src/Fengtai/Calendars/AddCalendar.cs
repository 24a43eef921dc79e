using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Calendars;

/// <summary>Adds a calendar, with no days of its own yet.</summary>
internal sealed class AddCalendar(Work work, CalendarBook book)
{
    /// <summary>More than any organisation has; each is kept in memory.</summary>
    public const int Most = 200;

    public async Task<Result<Guid>> RunAsync(CalendarDraft draft, Actor actor, CancellationToken cancellation)
    {
        if (await work.Db.Set<StoredCalendar>().CountAsync(cancellation) >= Most)
        {
            return new CalendarsAreFull(Most);
        }
        var time = await book.CompileAsync(draft.Definition(new(draft.TimeZone, draft.Week)), DateOnly.FromDateTime(work.Now.UtcDateTime), cancellation);
        if (time.IsRefused)
        {
            return Result<Guid>.Refused(time.Refusals);
        }
        var calendar = new StoredCalendar { Id = Guid.CreateVersion7(work.Now), Name = draft.Name, NameEn = draft.NameEn, Definition = time.Value.Definition };
        work.Db.Add(calendar);
        work.Record(CalendarEvent.Of(calendar.Id), new CalendarAdded(draft.Name, draft.NameEn, draft.TimeZone), actor);
        return (await work.SaveAsync(cancellation)).Map(_ => calendar.Id);
    }
}
