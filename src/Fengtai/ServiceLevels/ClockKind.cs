using Fengtai.Platform.Texts;

namespace Fengtai.ServiceLevels;

/// <summary>What is promised within a time.</summary>
[TextKeys("levels.clock")]
public enum ClockKind
{
    /// <summary>首次响应: a person answers the user's oldest unanswered message.</summary>
    FirstResponse,

    /// <summary>处理计划: the user hears what will be done.</summary>
    Plan,

    /// <summary>进展告知: the user hears how it goes, again and again.</summary>
    NextUpdate,

    /// <summary>接单: the engineer takes the job after dispatch.</summary>
    Take,

    /// <summary>到场: the engineer is on site.</summary>
    Arrival,

    /// <summary>解决.</summary>
    Resolution,

    /// <summary>确认: the user is asked whether it is solved.</summary>
    Confirmation,

    /// <summary>A team's share, as agreed with it.</summary>
    Ola,

    /// <summary>A supplier's share, as its contract says.</summary>
    Uc,
}

/// <summary>Where a clock stands.</summary>
[TextKeys("levels.state")]
public enum ClockState
{
    Running,

    /// <summary>Stands still for a stated reason.</summary>
    Paused,

    /// <summary>Done in time.</summary>
    Met,

    /// <summary>Its time passed, whether or not it was done afterwards.</summary>
    Missed,

    /// <summary>There was nothing to be done any more.</summary>
    Cancelled,
}

[TextKeys("levels.unit")]
public enum TargetUnit
{
    /// <summary>Minutes of the calendar's time.</summary>
    Minutes,

    /// <summary>Closings of whole working days after the day of receipt: not a multiple of hours.</summary>
    WorkingDays,
}

/// <param name="Value">1 or more.</param>
/// <param name="Calendar">By whose time it is counted.</param>
public sealed record Target(int Value, TargetUnit Unit, Guid Calendar);
