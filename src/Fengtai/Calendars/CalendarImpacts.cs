namespace Fengtai.Calendars;

/// <summary>What all practices together say that a change would move.</summary>
internal sealed class CalendarImpacts(IEnumerable<ICalendarImpact> practices, CalendarBook book)
{
    /// <summary>Only what moves.</summary>
    public async Task<IReadOnlyList<CalendarImpact>> OfAsync(Guid calendar, WorkingTime changed, CancellationToken cancellation)
    {
        var moved = new List<CalendarImpact>();
        foreach (var practice in practices)
        {
            moved.AddRange((await practice.MeasureAsync(calendar, changed, cancellation)).Where(i => i.Earlier + i.Later > 0));
        }
        return moved;
    }

    /// <summary>The same for all calendars that follow a holiday list, with its days of one year as given.</summary>
    public async Task<IReadOnlyList<(KeptCalendar Calendar, IReadOnlyList<CalendarImpact> Moved)>> OfHolidaysAsync(Guid list, int year, IReadOnlyList<HolidayDay> days, CancellationToken cancellation)
    {
        var moved = new List<(KeptCalendar, IReadOnlyList<CalendarImpact>)>();
        foreach (var calendar in (await book.ListAsync(cancellation)).Where(c => c.Time.Definition.Holidays.Contains(list)))
        {
            moved.Add((calendar, await OfAsync(calendar.Id, await book.WithHolidaysAsync(calendar, list, year, days, cancellation), cancellation)));
        }
        return moved;
    }
}
