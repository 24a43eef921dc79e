using Fengtai.Catalog;
using Fengtai.Platform.Texts;
using Fengtai.Tickets;

namespace Fengtai.ServiceLevels;

/// <summary>What is promised for which tickets. Of all policies in their order the first that fits a ticket applies to it.</summary>
public sealed class Policy
{
    public const string SubjectKind = "policy";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Its place in the list; the first is 1.</summary>
    public int Position { get; set; }

    public string Name { get; set; } = "";

    public string NameEn { get; set; } = "";

    public bool IsActive { get; set; } = true;

    public PolicyConditions Conditions { get; set; } = PolicyConditions.None;

    /// <summary>By whose time it is counted, unless a target says otherwise.</summary>
    public Guid CalendarId { get; set; }

    public IReadOnlyList<PolicyTarget> Targets { get; set; } = [];

    /// <summary>The waits during which what depends on the desk stands still.</summary>
    public IReadOnlyList<WaitReason> Pauses { get; set; } = [];

    public IReadOnlyList<EscalationStep> Steps { get; set; } = [];

    /// <summary>PostgreSQL's <c>xmin</c>.</summary>
    public uint Version { get; set; }

    public Wording Title => new(Name, NameEn);
}

/// <summary>Which tickets a policy is for. An empty list asks for nothing.</summary>
/// <param name="Categories">With everything below them.</param>
public sealed record PolicyConditions(
    IReadOnlyList<TicketType> Types, IReadOnlyList<Guid> Categories, IReadOnlyList<Priority> Priorities,
    IReadOnlyList<string> Departments, IReadOnlyList<string> Sites, IReadOnlyList<Channel> Channels, bool? Vip)
{
    public static readonly PolicyConditions None = new([], [], [], [], [], [], null);

    public static PolicyConditions Of(Priority priority) => None with { Priorities = [priority] };
}

/// <param name="Value">In its unit; 1 or more.</param>
/// <param name="Calendar">Null: the policy's.</param>
public sealed record PolicyTarget(ClockKind Kind, int Value, TargetUnit Unit, Guid? Calendar = null);

/// <summary>What time does to a clock that is not stopped.</summary>
/// <param name="Key">Stays when others are added or taken away: what was done once is not done again.</param>
/// <param name="Kinds">Of these clocks; empty: of all.</param>
/// <param name="Value">Per cent of the target, or minutes of its calendar's time; nothing for <see cref="StepMoment.Due"/>.</param>
/// <param name="Since">When its moment was set by an edit: one that had passed by then is not made up for. Null: as old as the policy.</param>
public sealed record EscalationStep(string Key, IReadOnlyList<ClockKind> Kinds, StepMoment Moment, int Value, IReadOnlyList<StepAct> Acts, DateTimeOffset? Since = null);

[TextKeys("levels.moment")]
public enum StepMoment
{
    /// <summary>When so many per cent of the target are left.</summary>
    PercentLeft,

    /// <summary>So many minutes before the deadline.</summary>
    MinutesBefore,

    /// <summary>At the deadline.</summary>
    Due,

    /// <summary>So many minutes after it.</summary>
    MinutesAfter,

    /// <summary>Again and again after it, ten times at most.</summary>
    EveryMinutesAfter,
}

[TextKeys("levels.act")]
public enum StepAct
{
    TellOwner,

    TellAssignee,

    TellLead,

    TellManager,

    /// <summary>One step, once on a ticket.</summary>
    RaisePriority,

    /// <summary>Where its team's line has a next one.</summary>
    NextLine,

    InternalNote,
}
