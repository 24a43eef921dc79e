namespace Fengtai.Calendars;

/// <summary>The hours of one date.</summary>
/// <param name="Season">The season it falls into, where its hours come from one or would.</param>
public sealed record DayPlan(IReadOnlyList<OpenHours> Hours, DayBecause Because, Season? Season);

/// <summary>Which part of a calendar gives a date its hours.</summary>
public enum DayBecause
{
    /// <summary>The week.</summary>
    Week,

    /// <summary>The week of a season.</summary>
    Season,

    /// <summary>A holiday list says that it is off.</summary>
    Holiday,

    /// <summary>A holiday list says that it is worked.</summary>
    MakeUp,

    /// <summary>The calendar's own day off.</summary>
    DayOff,

    /// <summary>The calendar's own hours for this date.</summary>
    Shift,
}
