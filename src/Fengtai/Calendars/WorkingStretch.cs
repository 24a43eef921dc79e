using System.Runtime.InteropServices;

namespace Fengtai.Calendars;

/// <summary>A stretch of time of one kind: includes <paramref name="From"/> and excludes <paramref name="To"/>.</summary>
/// <param name="Closed">Why it is not worked; null for working time.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WorkingStretch(DateTimeOffset From, DateTimeOffset To, ClosedBecause? Closed)
{
    public bool IsOpen => Closed is null;
}

public enum ClosedBecause
{
    /// <summary>Before, between or after the hours of a working day.</summary>
    OutsideHours,

    /// <summary>A whole local day without hours: a weekend or holiday.</summary>
    DayOff,
}
