using Fengtai.ServiceLevels;
using Fengtai.ServiceLevels.Rules;
using Xunit;

namespace Fengtai.Tests.ServiceLevels.Rules;

public sealed class ClockReadingTests
{
    [Theory]
    [InlineData("09-21 09:00", 60, "09-21 10:00")]
    [InlineData("09-21 11:30", 60, "09-21 14:00")] // over lunch
    [InlineData("09-21 16:30", 60, "09-21 17:30")] // used up exactly at closing
    [InlineData("09-25 17:00", 60, "09-28 09:00")] // over the weekend
    [InlineData("09-30 17:00", 60, "10-08 09:00")] // over the national holidays
    [InlineData("09-26 10:00", 60, "09-28 09:30")] // received on a Saturday
    public void Minutes_AreThoseOfTheCalendar(string start, int minutes, string due) =>
        Assert.Equal(due, Office.Said(Read(Started(start, Office.Minutes(minutes))).DueAt));

    [Theory]
    [InlineData("09-21 09:00", 1, "09-22 17:30")]
    [InlineData("09-21 09:00", 5, "09-28 17:30")]
    [InlineData("09-26 10:00", 1, "09-28 17:30")]
    [InlineData("09-29 09:00", 2, "10-08 17:30")]
    public void WorkingDays_EndAtTheCloseOfTheNthAfterReceipt(string start, int days, string due) =>
        Assert.Equal(due, Office.Said(Read(Started(start, Office.WorkingDays(days))).DueAt));

    [Theory]
    [InlineData("09-21 10:00", "09-21 10:30", "09-21 12:00")] // used up exactly when lunch begins
    [InlineData("09-21 10:00", "09-21 11:00", "09-21 14:00")]
    [InlineData("09-21 10:00", "09-22 10:00", "09-22 11:30")]
    [InlineData("09-21 17:45", "09-21 19:00", "09-21 11:30")] // was late before: stays late
    public void Pause_MovesADeadlineInMinutesByTheWorkingTimeOfThePause(string from, string to, string due)
    {
        var reading = Read(Started("09-21 09:00", Office.Minutes(150)), new(Office.At(from), TurnKind.Paused, "user"), new(Office.At(to), TurnKind.Resumed));
        Assert.Equal(due, Office.Said(reading.DueAt));
    }

    [Theory]
    [InlineData("09-22 08:30", "09-23 08:30", "09-25 17:30")] // a whole day
    [InlineData("09-22 08:30", "09-22 12:15", "09-25 12:00")] // a morning: 3½ of 7½ hours
    [InlineData("09-22 18:00", "09-23 08:00", "09-24 17:30")] // a night moves nothing
    [InlineData("09-21 10:00", "09-21 15:00", "09-25 12:00")] // 3½ hours of the day of receipt, the same
    public void Pause_MovesADeadlineInWorkingDaysByWholeAndPartDays(string from, string to, string due)
    {
        var reading = Read(Started("09-21 09:00", Office.WorkingDays(3)), new(Office.At(from), TurnKind.Paused, "parts"), new(Office.At(to), TurnKind.Resumed));
        Assert.Equal(due, Office.Said(reading.DueAt));
    }

    [Fact]
    public void StricterTarget_IsTheEarlierOfTheOldDeadlineAndAWholeNewTargetFromNow()
    {
        var raised = Read(Started("09-21 09:00", Office.Minutes(240)), new(Office.At("09-21 10:00"), TurnKind.Retargeted, Target: Office.Minutes(60, Office.Always)));
        Assert.Equal("09-21 11:00", Office.Said(raised.DueAt));
        var late = Read(Started("09-21 09:00", Office.Minutes(120)), new(Office.At("09-21 10:30"), TurnKind.Retargeted, Target: Office.Minutes(60, Office.Always)));
        Assert.Equal("09-21 11:00", Office.Said(late.DueAt));
    }

    [Fact]
    public void LaxerTarget_CountsWhatHasPassedAndWhatWasPaused()
    {
        // an hour passed, half an hour was paused: two of three hours are left at 10:30
        var reading = Read(
            Started("09-21 09:00", Office.Minutes(60)),
            new(Office.At("09-21 09:30"), TurnKind.Paused, "user"),
            new(Office.At("09-21 10:00"), TurnKind.Resumed),
            new(Office.At("09-21 10:30"), TurnKind.Retargeted, Target: Office.Minutes(180)));
        Assert.Equal("09-21 14:00", Office.Said(reading.DueAt));
    }

    [Theory]
    [InlineData("09-21 14:00", 180, "09-21 12:00")] // three hours were used up at noon
    [InlineData("09-21 16:00", 300, "09-21 15:30")] // and five after lunch
    [InlineData("09-21 16:00", 360, "09-21 16:30")]
    public void LaxerTargetThatIsUsedUpAllTheSame_IsLateSinceThen(string at, int minutes, string due)
    {
        var reading = Read(Started("09-21 09:00", Office.Minutes(60)), new(Office.At(at), TurnKind.Retargeted, Target: Office.Minutes(minutes)));
        Assert.Equal(due, Office.Said(reading.DueAt));
    }

    [Fact]
    public void LaxerTargetInWorkingDays_IsReckonedFromReceiptAndMovedByEarlierPauses()
    {
        var reading = Read(
            Started("09-21 08:30", Office.Minutes(60, Office.Always)),
            new(Office.At("09-21 09:00"), TurnKind.Paused, "user"),
            new(Office.At("09-22 09:00"), TurnKind.Resumed),
            new(Office.At("09-22 09:10"), TurnKind.Retargeted, Target: Office.WorkingDays(3)));
        Assert.Equal("09-25 17:30", Office.Said(reading.DueAt));
    }

    [Fact]
    public void EarlierDeadlineOfAMergedTicket_Holds()
    {
        var reading = Read(Started("09-21 09:00", Office.Minutes(240)), new(Office.At("09-21 09:30"), TurnKind.Hastened, Until: Office.At("09-21 10:00"), From: Guid.CreateVersion7()));
        Assert.Equal("09-21 10:00", Office.Said(reading.DueAt));
    }

    [Theory]
    [InlineData(false, "09-21 10:00", ClockState.Met)]
    [InlineData(false, "09-21 10:01", ClockState.Missed)]
    [InlineData(true, "09-21 09:10", ClockState.Cancelled)]
    [InlineData(true, "09-21 10:01", ClockState.Missed)] // calling it off hides no breach
    public void End_AtTheDeadlineIsInTime(bool calledOff, string at, ClockState expected)
    {
        var reading = Read(Started("09-21 09:00", Office.Minutes(60)), new(Office.At(at), calledOff ? TurnKind.Cancelled : TurnKind.Stopped));
        Assert.Equal(expected, reading.StateAt(Office.At("09-25 09:00")));
    }

    [Fact]
    public void EndDuringAPause_IsJudgedByTheMovedDeadline()
    {
        var reading = Read(Started("09-21 09:00", Office.Minutes(60)), new(Office.At("09-21 09:30"), TurnKind.Paused, "user"), new(Office.At("09-22 15:00"), TurnKind.Stopped));
        Assert.Equal((ClockState.Met, 30), (reading.StateAt(Office.At("09-25 09:00")), reading.ElapsedAt(Office.At("09-25 09:00")).TotalMinutes));
    }

    [Fact]
    public void GoingOnAfterItWasCalledSolved_CountsNotTheTimeOfTheAnswer()
    {
        var reading = Read(Started("09-21 09:00", Office.Minutes(120)), new(Office.At("09-21 10:00"), TurnKind.Stopped), new(Office.At("09-22 10:00"), TurnKind.Resumed));
        Assert.Equal(("09-22 11:00", ClockState.Running), (Office.Said(reading.DueAt), reading.StateAt(Office.At("09-22 10:30"))));
        Assert.Equal(
            "09:00–10:00 +; 10:00–10:00 awaitingConfirmation; 10:00–10:30 +",
            Say(reading, "09-22 10:30"));
    }

    [Fact]
    public void Ledger_SaysOfEveryStretchWhyItCountsOrNot()
    {
        var reading = Read(Started("09-25 16:00", Office.Minutes(480)), new(Office.At("09-28 09:00"), TurnKind.Paused, "parts"), new(Office.At("09-28 10:00"), TurnKind.Resumed));
        Assert.Equal(
            "16:00–17:30 +; 17:30–00:00 outsideHours; 00:00–00:00 dayOff; 00:00–08:30 outsideHours; 08:30–09:00 +; 09:00–10:00 parts; 10:00–12:00 +; 12:00–13:00 outsideHours",
            Say(reading, "09-28 13:00"));
        Assert.Equal(240, reading.ElapsedAt(Office.At("09-28 13:00")).TotalMinutes);
    }

    /// <summary>Office hours are 08:30 to 12:00 and 13:30 to 17:30.</summary>
    [Theory]
    [InlineData("09-21 16:30", 0, 300)]
    [InlineData("09-22 09:30", 60, 420)]
    public void TimeTaken_HasTheDayOfReceipt_ButNoPause(string end, int counted, int taken)
    {
        var reading = Read(Started("09-21 09:00", Office.WorkingDays(3)), new(Office.At("09-21 10:00"), TurnKind.Paused, "parts"), new(Office.At("09-21 11:00"), TurnKind.Resumed), new(Office.At(end), TurnKind.Stopped));
        Assert.Equal((counted, taken), (reading.ElapsedAt(Office.At(end)).TotalMinutes, reading.TakenAt(Office.At(end)).TotalMinutes));
    }

    [Fact]
    public void Ledger_OfWorkingDaysLeavesOutTheDayOfReceipt()
    {
        var reading = Read(Started("09-21 09:00", Office.WorkingDays(1)));
        Assert.Equal("09:00–00:00 dayOfReceipt; 00:00–08:30 outsideHours; 08:30–09:30 +", Say(reading, "09-22 09:30"));
    }

    [Fact]
    public void Close_IsWhenAQuarterOfTheTargetIsLeft()
    {
        Assert.Equal("09-21 12:00", Office.Said(Read(Started("09-21 09:00", Office.Minutes(240))).WhenLeft(0.25)));
        Assert.Equal("09-22 15:37", Office.Said(Read(Started("09-21 09:00", Office.WorkingDays(1))).WhenLeft(0.25)));
        Assert.Null(Read(Started("09-21 09:00", Office.Minutes(240)), new(Office.At("09-21 09:30"), TurnKind.Paused, "user")).WhenLeft(0.25));
    }

    private static Turn Started(string at, Target target) => new(Office.At(at), TurnKind.Started, Target: target);

    private static ClockReading Read(params Turn[] turns) => ClockReading.Of(turns, Office.Of);

    private static string Say(ClockReading reading, string now) =>
        string.Join("; ", reading.LedgerAt(Office.At(now)).Select(l => $"{Office.Said(l.From)[6..]}–{Office.Said(l.To)[6..]} {(l.Counted ? "+" : l.Reason)}"));
}
