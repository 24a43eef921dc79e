using System.Collections.Frozen;

namespace Fengtai.Calendars.Rules;

/// <summary>Which hours a date has, and by which part of the calendar.</summary>
internal sealed class DayPlans(CalendarDefinition calendar, HolidayDays holidays)
{
    private readonly FrozenSet<DateOnly> _off = calendar.DaysOff.ToFrozenSet();
    private readonly FrozenDictionary<DateOnly, IReadOnlyList<OpenHours>> _shifts = calendar.Shifts.ToFrozenDictionary();
    // the dated ones count first
    private readonly Season[] _seasons = [.. calendar.Seasons.OrderBy(s => s.IsYearly)];

    public DayPlan On(DateOnly date)
    {
        if (_shifts.TryGetValue(date, out var shift))
        {
            return new(shift, DayBecause.Shift, null);
        }
        if (_off.Contains(date))
        {
            return new([], DayBecause.DayOff, null);
        }
        var season = Array.Find(_seasons, s => s.Contains(date));
        var week = season?.Week ?? calendar.Week;
        return holidays.Working.Contains(date) ? new(week.MakeUp, DayBecause.MakeUp, season)
            : holidays.Off.Contains(date) ? new([], DayBecause.Holiday, season)
            : new(week[date.DayOfWeek], season is null ? DayBecause.Week : DayBecause.Season, season);
    }
}
