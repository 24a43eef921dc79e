using Fengtai.Catalog;
using Fengtai.ServiceLevels;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tickets;
using Xunit;

namespace Fengtai.Tests.ServiceLevels.Rules;

public sealed class ClockRulesTests
{
    [Fact]
    public void Opening_StartsWhatIsPromised() =>
        Assert.Equal("resolution 1 running; firstResponse 1 running; plan 1 running", new LifeOfClocks().Open("09-21 09:00").Say());

    [Fact]
    public void WorkEnteredAfterwards_CountsInNoResponseFigure() =>
        Assert.Equal("resolution 1 running", new LifeOfClocks().Open("09-21 09:00", afterwards: true).Say());

    [Fact]
    public void Answer_StopsTheResponseAndPromisesTheNextWord() =>
        Assert.Equal("resolution 1 running; firstResponse 1 met; plan 1 running; nextUpdate 1 running", new LifeOfClocks().Open("09-21 09:00").Answer("09-21 09:30").Say());

    [Fact]
    public void AutomaticAnswer_StopsNothing() =>
        Assert.Equal("resolution 1 running; firstResponse 1 running; plan 1 running", new LifeOfClocks().Open("09-21 09:00").Answer("09-21 09:30", byPerson: false).Say());

    [Fact]
    public void InternalNote_StopsNothing() =>
        Assert.Equal("resolution 1 running; firstResponse 1 running; plan 1 running", new LifeOfClocks().Open("09-21 09:00").Then("09-21 09:30", Note(isPublic: false)).Say());

    [Fact]
    public void LateAnswer_IsAMiss() =>
        Assert.Contains("firstResponse 1 missed", new LifeOfClocks().Open("09-21 09:00").Answer("09-21 10:31").Say(), StringComparison.Ordinal);

    [Fact]
    public void TelephoneCallRecordedLater_CountsFromWhenItWas() =>
        Assert.Contains("firstResponse 1 met", new LifeOfClocks().Open("09-21 09:00").Then("09-21 14:00", new ContactMade(ContactBy.Phone, Office.At("09-21 09:20"), "")).Say(), StringComparison.Ordinal);

    [Fact]
    public void MessageOfTheUser_WantsAnAnswerFromTheOldestOn()
    {
        var life = new LifeOfClocks().Open("09-21 09:00").Answer("09-21 09:30").Ask("09-21 10:00").Ask("09-21 10:20");
        Assert.Contains("firstResponse 2 running", life.Say(), StringComparison.Ordinal);
        Assert.Equal("09-21 11:00", Office.Said(life.Due(ClockKind.FirstResponse)));
    }

    [Fact]
    public void MessageThatNeedsNoReply_StartsNothing() =>
        Assert.DoesNotContain("firstResponse 2", new LifeOfClocks().Open("09-21 09:00").Answer("09-21 09:30").Then("09-21 10:00", Note(fromUser: true, needsNone: true)).Say(), StringComparison.Ordinal);

    [Fact]
    public void MarkingTheOldestAsNeedingNone_LetsTheNextOneCount()
    {
        var life = new LifeOfClocks().Open("09-21 09:00").Answer("09-21 09:30").Ask("09-21 10:00").Ask("09-21 10:20").Then("09-21 10:30", new NoReplyIsNeeded(Guid.CreateVersion7(), Office.At("09-21 10:20")));
        Assert.Contains("firstResponse 2 cancelled; firstResponse 3 running", life.Say(), StringComparison.Ordinal);
        Assert.Equal("09-21 11:20", Office.Said(life.Due(ClockKind.FirstResponse)));
    }

    [Fact]
    public void Wait_StopsWhatDependsOnTheDeskAndNeverTheResponse()
    {
        var life = new LifeOfClocks().Open("09-21 09:00").Then("09-21 09:10", new WaitStarted(WaitReason.Parts, Office.At("09-25 09:00")));
        Assert.Equal("resolution 1 paused; firstResponse 1 running; plan 1 paused", life.Say());
        Assert.Equal("resolution 1 running; firstResponse 1 running; plan 1 running", life.Then("09-21 09:40", new WaitEnded(WaitReason.Parts, WaitEnd.Resumed)).Say());
    }

    [Fact]
    public void SupplierTime_IsTheDesks() =>
        Assert.Equal("resolution 1 running; firstResponse 1 running; plan 1 running", new LifeOfClocks().Open("09-21 09:00").Then("09-21 09:10", new WaitStarted(WaitReason.Supplier, Office.At("09-25 09:00"))).Say());

    [Fact]
    public void WordDuringAWait_PromisesTheNextOneAfterIt() =>
        Assert.Contains("nextUpdate 1 paused", new LifeOfClocks().Open("09-21 09:00").Then("09-21 09:10", new WaitStarted(WaitReason.User, Office.At("09-25 09:00"))).Answer("09-21 09:20").Say(), StringComparison.Ordinal);

    [Fact]
    public void Dispatch_StartsTheTakingAnewForWhoGetsIt()
    {
        var life = new LifeOfClocks().Open("09-21 09:00").Give("09-21 09:10").Then("09-21 09:15", new TicketPassedOn(Nobody, Somebody, "")).Then("09-21 09:20", new TicketTaken(Guid.CreateVersion7()));
        Assert.Contains("take 1 cancelled; take 2 met", life.Say(), StringComparison.Ordinal);
    }

    [Fact]
    public void PassingOnLate_HidesNoMiss() =>
        Assert.Contains("take 1 missed; take 2 running", new LifeOfClocks().Open("09-21 09:00").Give("09-21 09:10").Then("09-21 09:21", new TicketPassedOn(Nobody, Somebody, "")).Say(), StringComparison.Ordinal);

    [Fact]
    public void RaisedPriority_MakesNobodyLateByBeingTold()
    {
        var life = new LifeOfClocks().Open("09-21 09:00").Then("09-21 15:00", Classified(Priority.Urgent), LifeOfClocks.Urgent);
        Assert.Equal("09-21 16:00", Office.Said(life.Due(ClockKind.Resolution)));
    }

    [Fact]
    public void LoweredPriority_CarriesOverWhatHasPassed()
    {
        var life = new LifeOfClocks(LifeOfClocks.Urgent).Open("09-21 09:00").Then("09-21 09:30", Classified(Priority.Normal), LifeOfClocks.Normal);
        Assert.Equal("09-24 17:30", Office.Said(life.Due(ClockKind.Resolution)));
    }

    [Fact]
    public void Plan_IsGivenOnceAndAnswers() =>
        Assert.Equal("resolution 1 running; firstResponse 1 met; plan 1 met; nextUpdate 1 running", new LifeOfClocks().Open("09-21 09:00").Then("09-21 09:30", new PlanGiven("明天换盘")).Say());

    [Fact]
    public void Solving_StopsAllAndAsksForConfirmation() =>
        Assert.Equal(
            "resolution 1 met; firstResponse 1 met; plan 1 met; nextUpdate 1 met; confirmation 1 running",
            new LifeOfClocks().Open("09-21 09:00").Answer("09-21 09:30").Solve("09-21 10:00").Say());

    [Fact]
    public void NotSolved_ContinuesTheSameClock()
    {
        var life = new LifeOfClocks().Open("09-21 09:00").Answer("09-21 09:30").Solve("09-22 09:00").Then("09-23 09:00", new SolutionRejected("还是打不出来", 1));
        Assert.Equal("resolution 1 running; firstResponse 1 met; plan 1 met; nextUpdate 1 met; confirmation 1 met; firstResponse 2 running", life.Say());
        Assert.Equal("09-25 17:30", Office.Said(life.Due(ClockKind.Resolution)));
    }

    [Fact]
    public void ReopeningAfterClosing_StartsANewClockWithItsOwnTarget()
    {
        var life = new LifeOfClocks().Open("09-21 09:00").Answer("09-21 09:30").Solve("09-21 10:00").Then("09-21 11:00", new SolutionConfirmed(false)).Then("09-21 11:00", new TicketClosed(CloseCode.Confirmed, null)).Then("09-23 09:00", new TicketReopened("又坏了", 1));
        Assert.Contains("confirmation 1 met; resolution 2 running; nextUpdate 2 running; firstResponse 2 running", life.Say(), StringComparison.Ordinal);
        Assert.Equal("09-28 17:30", Office.Said(life.Due(ClockKind.Resolution)));
    }

    [Fact]
    public void NotSolvedAfterAReopening_DoesNotWakeWhatWasSolvedBefore() =>
        Assert.Contains(
            "resolution 1 met",
            new LifeOfClocks().Open("09-21 09:00").Solve("09-21 10:00").Then("09-21 11:00", new TicketClosed(CloseCode.Confirmed, null)).Then("09-23 09:00", new TicketReopened("又坏了", 1), Promises.None)
                .Solve("09-23 10:00").Then("09-23 11:00", new SolutionRejected("还是不行", 2)).Say(),
            StringComparison.Ordinal);

    [Fact]
    public void ClosingUnsolved_CallsOffWhatWasNotLate() =>
        Assert.Equal("resolution 1 cancelled; firstResponse 1 missed; plan 1 cancelled", new LifeOfClocks().Open("09-21 09:00").Then("09-21 11:00", new TicketClosed(CloseCode.Spam, null)).Say());

    [Fact]
    public void ClosingByMistake_IsAsIfItHadNotBeen()
    {
        var life = new LifeOfClocks().Open("09-21 09:00").Answer("09-21 09:30").Then("09-21 11:00", new TicketClosed(CloseCode.Spam, null)).Then("09-22 11:00", new TicketUnmerged(Guid.CreateVersion7(), 1));
        Assert.Equal("resolution 1 running; firstResponse 1 met; plan 1 running; nextUpdate 1 missed", life.Say());
        Assert.Equal("09-24 17:30", Office.Said(life.Due(ClockKind.Resolution)));
    }

    [Fact]
    public void ClosingASolvedOneByMistake_BringsNothingBackThatWasCalledOffBefore() =>
        Assert.Contains(
            "take 1 cancelled; take 2 missed",
            new LifeOfClocks().Open("09-21 09:00").Give("09-21 09:10").Give("09-21 09:15").Solve("09-21 10:00").Then("09-21 11:00", new TicketClosed(CloseCode.Confirmed, null)).Then("09-21 11:30", new ActUndone(BulkAct.Close)).Say(),
            StringComparison.Ordinal);

    [Fact]
    public void Merging_KeepsTheEarliestDeadline_UntilItIsTakenBack()
    {
        var (other, from) = (new LifeOfClocks().Open("09-18 09:00"), Guid.CreateVersion7());
        var life = new LifeOfClocks().Open("09-21 09:00").Answer("09-21 09:05").Hasten("09-21 09:10", from, other);
        Assert.Equal("09-23 17:30", Office.Said(life.Due(ClockKind.Resolution)));
        Assert.Equal("09-24 17:30", Office.Said(life.Release(from).Due(ClockKind.Resolution)));
    }

    internal static NoteAdded Note(bool isPublic = true, bool fromUser = false, bool needsNone = false) => new(Guid.CreateVersion7(), isPublic, fromUser, needsNone, LooksLikeThanks: false);

    internal static readonly Assignment Nobody = new(null, null);

    internal static readonly Assignment Somebody = new(Guid.CreateVersion7(), Guid.CreateVersion7());

    internal static TicketClassified Classified(Priority priority)
    {
        var any = new Classification(TicketType.Incident, null, null, null, priority, false, []);
        return new(any, any, null);
    }
}
