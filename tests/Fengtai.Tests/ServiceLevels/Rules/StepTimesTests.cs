using Fengtai.ServiceLevels;
using Fengtai.ServiceLevels.Rules;
using Xunit;

namespace Fengtai.Tests.ServiceLevels.Rules;

/// <summary>When do a policy's steps come to a clock? Every clock here started at nine on a Monday with four hours round the clock: warned of at noon, due at one.</summary>
public sealed class StepTimesTests
{
    private static readonly DateTimeOffset Nine = Office.At("09-21 09:00");

    public static TheoryData<string, string, string?> Moments => new()
    {
        // a step as old as the policy
        { "PercentLeft 25", "", "12:00" },
        { "MinutesBefore 30", "", "12:30" },
        { "Due 0", "", "13:00" },
        { "MinutesAfter 30", "", "13:30" },
        { "EveryMinutesAfter 60", "", "14:00" },
        // one that was set later holds for what is still to come
        { "PercentLeft 25", "11:59", "12:00" },
        { "PercentLeft 25", "12:00", "12:00" },
        { "PercentLeft 25", "12:01", null },
        { "MinutesBefore 30", "12:31", null },
        { "Due 0", "13:01", null },
        { "MinutesAfter 30", "13:29", "13:30" },
        { "MinutesAfter 30", "13:31", null },
        { "EveryMinutesAfter 60", "13:01", "14:00" },
        { "EveryMinutesAfter 60", "16:30", "17:00" },
        { "EveryMinutesAfter 60", "23:00", "23:00" },
        { "EveryMinutesAfter 60", "23:01", null },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public void AStep_ComesAtItsMoment_UnlessThatHadPassedWhenItWasSet(string step, string since, string? at) =>
        Assert.Equal(at, Say(StepTimes.Of(Read(), ClockKind.Resolution, [Step(step) with { Since = since.Length == 0 ? null : Office.At($"09-21 {since}") }], new HashSet<string>())));

    [Fact]
    public void AnEdit_SetsTheMomentsThatItChanges()
    {
        var (long_, now) = (Nine.AddDays(-9), Nine);
        EscalationStep[] before = [Step("Due 0") with { Key = "due", Since = long_ }, Step("MinutesAfter 30") with { Key = "late" }, Step("PercentLeft 25") with { Key = "soon", Kinds = [ClockKind.Plan] }];
        EscalationStep[] edited =
        [
            before[0] with { Since = null, Acts = [StepAct.TellManager] },
            before[1] with { Value = 60 },
            before[2] with { Kinds = [ClockKind.Plan, ClockKind.Resolution] },
            Step("Due 0") with { Key = "new" },
        ];

        Assert.Equal([long_, now, now, now], NewSteps.Hold(before, edited, now).Select(s => s.Since));
        Assert.Equal([long_, null, null], NewSteps.Hold(before, before.Select(s => s with { Since = null }), now).Select(s => s.Since));
    }

    [Theory]
    [InlineData("PercentLeft 25", "11:00", false)]
    [InlineData("PercentLeft 25", "12:30", true)]
    [InlineData("Due 0", "12:30", false)]
    [InlineData("Due 0", "14:00", true)]
    [InlineData("EveryMinutesAfter 60", "15:30", false)]
    [InlineData("EveryMinutesAfter 60", "23:30", true)]
    public void AStepIsTooLate_WhereItsMomentsHavePassed(string step, string now, bool late) => Assert.Equal(
        late, NewSteps.ComeTooLate(NewSteps.Hold([], [Step(step)], Office.At($"09-21 {now}")), Read(), new Clock { Kind = ClockKind.Resolution }));

    [Fact]
    public void AWarning_IsDueBeforeTheDeadline_AlsoOfALateClockWithAnotherTarget()
    {
        var late = Read(new Turn(Office.At("09-21 15:00"), TurnKind.Retargeted, Target: Office.Minutes(300, Office.Always)));

        Assert.Equal("14:00", late.DueAt is { } due ? Office.Said(due)[6..] : null);
        Assert.Equal("14:00", Say(StepTimes.Of(late, ClockKind.Resolution, [Step("PercentLeft 25")], new HashSet<string>())));
        Assert.Null(Say(StepTimes.Of(late, ClockKind.Resolution, [Step("PercentLeft 25") with { Since = Office.At("09-21 14:59") }], new HashSet<string>())));
    }

    private static ClockReading Read(params Turn[] turns) => ClockReading.Of([new Turn(Nine, TurnKind.Started, Target: Office.Minutes(240, Office.Always)), .. turns], Office.Of);

    private static EscalationStep Step(string given) => given.Split(' ') is [var moment, var value]
        ? new(given, [], Enum.Parse<StepMoment>(moment), int.Parse(value, System.Globalization.CultureInfo.InvariantCulture), [StepAct.TellOwner])
        : throw new ArgumentException(given, nameof(given));

    private static string? Say(IReadOnlyList<StepTime> times) => times is [var one] ? Office.Said(one.At)[6..] : null;
}
