using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Calendars;

/// <summary>What happens to calendars, for the auditor.</summary>
internal sealed class AuditedCalendars(CalendarBook book) : AuditedKind
{
    public override string SubjectKind => CalendarEvent.SubjectKind;

    public override IReadOnlyList<string> EventKinds => ["calendarAdded", "calendarChanged", "calendarDeactivated", "calendarActivated"];

    public override string EventKey(string eventKind) => $"calendars.event.{eventKind}";

    // a year of a holiday list is called by its number: holidays.2027
    public override string? LabelKey(string eventKind, string member) => $"calendars.data.{member.Split('.')[0]}";

    public override async Task<IReadOnlyDictionary<Guid, AuditedName>> NamesAsync(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancellation) =>
        (await book.ListAsync(cancellation)).Where(c => ids.Contains(c.Id))
            .ToDictionary(c => c.Id, c => new AuditedName(c.Name.ToString(), actor.May(CalendarPermissions.Administer) ? $"/admin/calendars/{c.Id}" : null));
}

/// <summary>What happens to holiday lists, for the auditor.</summary>
internal sealed class AuditedHolidays(FengtaiDb db) : AuditedKind
{
    public override string SubjectKind => HolidayListEvent.SubjectKind;

    public override IReadOnlyList<string> EventKinds => ["holidayListAdded", "holidayYearImported", "holidayYearIsMissing"];

    public override string EventKey(string eventKind) => $"calendars.event.{eventKind}";

    public override string? LabelKey(string eventKind, string member) => $"calendars.data.{member}";

    public override async Task<IReadOnlyDictionary<Guid, AuditedName>> NamesAsync(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancellation)
    {
        var lists = await db.Set<HolidayList>().AsNoTracking().Where(l => ids.Contains(l.Id)).ToListAsync(cancellation);
        return lists.ToDictionary(l => l.Id, l => new AuditedName(l.Title.ToString(), actor.May(CalendarPermissions.Administer) ? $"/admin/holidays/{l.Id}" : null));
    }
}
