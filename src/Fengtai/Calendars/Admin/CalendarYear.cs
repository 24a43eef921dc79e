using Fengtai.Calendars.Rules;

namespace Fengtai.Calendars.Admin;

/// <summary>A year of a calendar with the days that somebody has painted and not saved.</summary>
/// <param name="Month">Shown alone and large; null for the whole year.</param>
/// <param name="Painted">What is not saved yet, by date.</param>
/// <param name="Time">With the paint.</param>
/// <param name="Names">What the holiday lists say of each date.</param>
public sealed record CalendarYear(
    KeptCalendar Calendar,
    int Year,
    int? Month,
    DateOnly Today,
    SortedDictionary<DateOnly, string> Painted,
    WorkingTime Time,
    ILookup<DateOnly, HolidayDay> Names,
    string Brush,
    string Hours)
{
    public IEnumerable<int> Months => Month is { } month ? [month] : Enumerable.Range(1, 12);

    public string Pending => DayPaint.Write(Painted);

    /// <summary>The page of another year or month, with what is painted.</summary>
    public string Address(int year, int? month) =>
        $"/admin/calendars/{Calendar.Id}/days?year={year}{(month is null ? "" : $"&month={month}")}&as={Brush}&hours={Uri.EscapeDataString(Hours)}{(Painted.Count == 0 ? "" : $"&p={Uri.EscapeDataString(Pending)}")}";
}
