using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Tickets;

namespace Fengtai.ServiceLevels;

/// <summary>What a new desk promises until somebody agrees otherwise: one policy per priority.</summary>
internal static class DefaultPolicies
{
    private const int Hour = 60;
    private const int Day = 24 * Hour;

    /// <summary>Everything in a ticket's own hand stands still; a supplier's time is the desk's.</summary>
    public static readonly IReadOnlyList<WaitReason> Pauses = [WaitReason.User, WaitReason.UserDate, WaitReason.Parts, WaitReason.Approval, WaitReason.ChangeWindow, WaitReason.Observation];

    private static readonly ClockKind[] ToUser = [ClockKind.FirstResponse, ClockKind.Plan, ClockKind.Arrival, ClockKind.Resolution];

    public static IEnumerable<Policy> All =>
    [
        Of(1, "紧急", "Urgent", Priority.Urgent, CalendarIds.AlwaysOpen, nextUpdate: 30,
            new(ClockKind.FirstResponse, 5, TargetUnit.Minutes), new(ClockKind.Resolution, Hour, TargetUnit.Minutes)),
        Of(2, "重要", "High", Priority.High, CalendarIds.ChineseOffice, nextUpdate: Day,
            new(ClockKind.FirstResponse, Hour, TargetUnit.Minutes), new(ClockKind.Plan, Hour, TargetUnit.Minutes), new(ClockKind.Resolution, 4 * Hour, TargetUnit.Minutes)),
        Of(3, "一般", "Normal", Priority.Normal, CalendarIds.ChineseOffice, nextUpdate: Day,
            new(ClockKind.FirstResponse, Hour, TargetUnit.Minutes), new(ClockKind.Plan, 1, TargetUnit.WorkingDays), new(ClockKind.Resolution, 3, TargetUnit.WorkingDays)),
        Of(4, "低", "Low", Priority.Low, CalendarIds.ChineseOffice, nextUpdate: Day,
            new(ClockKind.FirstResponse, Hour, TargetUnit.Minutes), new(ClockKind.Plan, 2, TargetUnit.WorkingDays), new(ClockKind.Resolution, 5, TargetUnit.WorkingDays)),
    ];

    /// <param name="nextUpdate">Minutes between two words of progress, day and night; so is the time within which the user is asked for confirmation.</param>
    private static Policy Of(int position, string name, string nameEn, Priority priority, Guid calendar, int nextUpdate, params PolicyTarget[] targets) => new()
    {
        Position = position,
        Name = name,
        NameEn = nameEn,
        Conditions = PolicyConditions.Of(priority),
        CalendarId = calendar,
        Targets =
        [
            .. targets,
            new(ClockKind.NextUpdate, nextUpdate, TargetUnit.Minutes, CalendarIds.AlwaysOpen),
            new(ClockKind.Take, 10, TargetUnit.Minutes),
            new(ClockKind.Confirmation, 2 * Day, TargetUnit.Minutes, CalendarIds.AlwaysOpen),
        ],
        Pauses = Pauses,
        Steps =
        [
            new("soon", ToUser, StepMoment.PercentLeft, 25, [StepAct.TellAssignee, StepAct.TellOwner]),
            new("due", [], StepMoment.Due, 0, [StepAct.TellAssignee, StepAct.TellOwner]),
            new("dueLead", ToUser, StepMoment.Due, 0, [StepAct.TellLead]),
            new("late", [ClockKind.Resolution], StepMoment.MinutesAfter, Hour, [StepAct.TellManager]),
        ],
    };
}
