using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Calendars;

/// <summary>Changes what is said about a calendar as a whole.</summary>
internal sealed class EditCalendar(Work work, CalendarBook book)
{
    /// <param name="basedOn">Fingerprint of the draft that was changed; another one is refused as stale.</param>
    public async Task<Result<Done>> RunAsync(Guid id, CalendarDraft draft, string? basedOn, Actor actor, CancellationToken cancellation)
    {
        if (await work.Db.Set<StoredCalendar>().SingleOrDefaultAsync(c => c.Id == id, cancellation) is not { } calendar)
        {
            return new NotFound();
        }
        var before = CalendarDraft.Of(calendar);
        if (Fingerprint.Of(before) != basedOn)
        {
            return new ChangedMeanwhile();
        }
        var definition = draft.Definition(calendar.Definition);
        var time = await book.CompileAsync(definition, DateOnly.FromDateTime(work.Now.UtcDateTime), cancellation);
        if (time.IsRefused)
        {
            return Result<Done>.Refused(time.Refusals);
        }
        var changes = before.Changes(draft);
        if (changes.Count == 0)
        {
            return default(Done);
        }
        (calendar.Name, calendar.NameEn, calendar.Definition) = (draft.Name, draft.NameEn, definition);
        work.Record(CalendarEvent.Of(id), new CalendarChanged(changes), actor);
        return await work.SaveAsync(cancellation);
    }
}
