using Fengtai.Calendars.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Calendars;

/// <summary>Putting a year of a holiday list in, new or anew, so that the calendars that follow the list hear of it.</summary>
internal static class HolidayYears
{
    /// <summary>Records nothing where nothing changes.</summary>
    /// <param name="kept">What there is of the year, as it was decided upon: what others have saved since is refused by its version.</param>
    public static async Task PutAsync(Work work, HolidayYear? kept, Guid list, int year, IReadOnlyList<HolidayDay> days, Actor actor, CancellationToken cancellation)
    {
        var change = new CalendarDetail(Without(kept?.Days ?? [], days), Without(days, kept?.Days ?? []));
        if (kept is not null && change == new CalendarDetail(null, null))
        {
            return;
        }
        if (kept is null)
        {
            work.Db.Add(new HolidayYear { Id = Guid.CreateVersion7(work.Now), ListId = list, Year = year, Days = days });
        }
        else
        {
            kept.Days = days;
        }
        var changes = new Dictionary<string, CalendarDetail> { ["days"] = change };
        work.Record(HolidayListEvent.Of(list), new HolidayYearImported(year, days.Count(d => !d.IsWorked), days.Count(d => d.IsWorked), changes), actor);
        foreach (var calendar in (await work.Db.Set<StoredCalendar>().ToListAsync(cancellation)).Where(c => c.Definition.Holidays.Contains(list)))
        {
            work.Record(CalendarEvent.Of(calendar.Id), new CalendarChanged(new Dictionary<string, CalendarDetail> { [$"holidays.{year}"] = change }), actor);
        }
    }

    private static string? Without(IReadOnlyList<HolidayDay> days, IReadOnlyList<HolidayDay> others) =>
        HolidayText.Write(days.Except(others)).Replace("\n", "; ", StringComparison.Ordinal) is { Length: > 0 } written ? written : null;
}
