namespace Fengtai.Calendars;

/// <summary>
/// When people work, as they say it. Of a date, its own shift counts before a day off of its own, that before what the holiday lists say,
/// that before the season, and that before the week.
/// </summary>
/// <param name="TimeZone">IANA name; all hours are local to it.</param>
public sealed record CalendarDefinition(string TimeZone, WeekHours Week)
{
    /// <summary>A season of certain dates counts before one of every year; no two of a kind share a day.</summary>
    public IReadOnlyList<Season> Seasons { get; init; } = [];

    /// <summary>Days off beyond those of the holiday lists.</summary>
    public IReadOnlyList<DateOnly> DaysOff { get; init; } = [];

    /// <summary>Days with hours of their own, whatever else is said of them; an empty list is a day off.</summary>
    public IReadOnlyDictionary<DateOnly, IReadOnlyList<OpenHours>> Shifts { get; init; } = new Dictionary<DateOnly, IReadOnlyList<OpenHours>>();

    /// <summary>The shared lists that it follows.</summary>
    public IReadOnlyList<Guid> Holidays { get; init; } = [];
}

/// <summary>What the holiday lists of a calendar say together; where they contradict each other, people work.</summary>
/// <param name="Off">Days off.</param>
/// <param name="Working">Days worked although the week says otherwise (调休).</param>
public sealed record HolidayDays(IReadOnlySet<DateOnly> Off, IReadOnlySet<DateOnly> Working)
{
    public static readonly HolidayDays None = new(new HashSet<DateOnly>(), new HashSet<DateOnly>());
}
