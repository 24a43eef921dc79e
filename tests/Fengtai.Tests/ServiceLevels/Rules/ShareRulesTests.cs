using Fengtai.Catalog;
using Fengtai.ServiceLevels;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tickets;
using Xunit;
using static Fengtai.Tests.ServiceLevels.Rules.Agreements;

namespace Fengtai.Tests.ServiceLevels.Rules;

/// <summary>Whose time is used: the clocks of teams and suppliers.</summary>
public sealed class ShareRulesTests
{
    [Fact]
    public void Team_IsMeasuredFromGettingItToPassingItOn()
    {
        var life = Opened().GiveTo(Desktop, "09-21 09:00");
        Assert.Equal(("ola 1 running", "09-21 11:00"), (life.SayShares(), Office.Said(life.Due(ClockKind.Ola))));
        Assert.Equal("ola 1 met; ola 2 running", life.GiveTo(Network, "09-21 10:00").SayShares());
        Assert.Equal("09-22 17:30", Office.Said(life.Due(ClockKind.Ola)));
    }

    [Fact]
    public void ComingBack_FindsTheTimeThatWasLeft()
    {
        var life = Opened().GiveTo(Desktop, "09-21 09:00").GiveTo(Network, "09-21 10:30").GiveTo(Desktop, "09-22 09:00");
        Assert.Equal("ola 1 running; ola 2 met", life.SayShares());
        Assert.Equal("09-22 09:30", Office.Said(life.Due(ClockKind.Ola)));
        Assert.Contains(Ledger(life, Desktop), l => l is { Reason: ClockRules.Elsewhere, Counted: false });
    }

    [Fact]
    public void WhatWasLate_StaysLateWhenItComesBack() =>
        Assert.Equal("ola 1 missed; ola 2 met", Opened().GiveTo(Desktop, "09-21 09:00").GiveTo(Network, "09-21 11:30").GiveTo(Desktop, "09-22 09:00").Solve("09-22 09:01").SayShares());

    [Fact]
    public void AnotherEngineerOfTheTeam_ChangesNothing() =>
        Assert.Equal("ola 1 running", Opened().GiveTo(Desktop, "09-21 09:00").GiveTo(Desktop, "09-21 10:00").SayShares());

    [Fact]
    public void TeamWithoutAgreement_HasNoClock() =>
        Assert.Equal("ola 1 met", Opened().GiveTo(Desktop, "09-21 09:00").GiveTo(Guid.CreateVersion7(), "09-21 10:00").SayShares());

    [Fact]
    public void EngineerWithoutTeam_IsNobodysShare() =>
        Assert.Equal("ola 1 met", Opened().GiveTo(Desktop, "09-21 09:00").GiveTo(null, "09-21 10:00").SayShares());

    [Fact]
    public void NextLine_TakesOver()
    {
        var life = Opened().GiveTo(Desktop, "09-21 09:00").Then("09-21 09:30", new TicketEscalated(EscalationTarget.NextLine, "", "", new(Desktop, null), new(Network, null)));
        Assert.Equal("ola 1 met; ola 2 running", life.SayShares());
    }

    [Fact]
    public void Wait_StopsTheShareAsItsAgreementSays()
    {
        var life = Opened().GiveTo(Desktop, "09-21 09:00").Then("09-21 09:30", new WaitStarted(WaitReason.Parts, Office.At("09-25 09:00")));
        Assert.Equal("ola 1 paused", life.SayShares());
        life.Then("09-21 10:30", new WaitEnded(WaitReason.Parts, WaitEnd.Resumed));
        Assert.Equal("09-21 13:30", Office.Said(life.Due(ClockKind.Ola)?.AddMinutes(90)));
        Assert.Equal("ola 1 running", Opened().GiveTo(Desktop, "09-21 09:00").Then("09-21 09:30", new WaitStarted(WaitReason.Approval, Office.At("09-25 09:00"))).SayShares());
    }

    [Fact]
    public void PassedOnWhileItWaits_StandsStillFromTheStart()
    {
        var life = Opened().GiveTo(Desktop, "09-21 09:00").Then("09-21 09:30", new WaitStarted(WaitReason.User, Office.At("09-25 09:00"))).GiveTo(Network, "09-21 10:00");
        Assert.Equal("ola 1 met; ola 2 paused", life.SayShares());
    }

    [Fact]
    public void WaitForTheSupplier_IsTheSuppliersTime()
    {
        var life = Opened().GiveTo(Desktop, "09-21 09:00").Then("09-21 09:30", new WaitStarted(WaitReason.Supplier, Office.At("09-25 09:00")));
        Assert.Equal("ola 1 paused; uc 1 running", life.SayShares());
        life.Then("09-21 11:30", new WaitEnded(WaitReason.Supplier, WaitEnd.Resumed));
        Assert.Equal("ola 1 running; uc 1 met", life.SayShares());
        // called upon again, they have what was left
        life.Then("09-21 14:00", new WaitStarted(WaitReason.Supplier, Office.At("09-25 09:00"), "联想"));
        Assert.Equal(("ola 1 paused; uc 1 running", "09-21 16:00"), (life.SayShares(), Office.Said(life.Due(ClockKind.Uc))));
    }

    [Fact]
    public void EscalationToTheSupplier_RunsUntilTheyAreThroughOrItIsSolved()
    {
        var life = Opened().Then("09-21 09:00", CallIn("联想")).Then("09-21 10:00", new WaitStarted(WaitReason.Supplier, Office.At("09-25 09:00")));
        Assert.Equal("uc 1 running", life.SayShares());
        Assert.Equal("uc 1 met", life.Then("09-21 11:00", new WaitEnded(WaitReason.Supplier, WaitEnd.Resumed)).SayShares());
        Assert.Equal("uc 1 missed", Opened().Then("09-21 09:00", CallIn(null)).Solve("09-21 15:00").SayShares());
    }

    [Fact]
    public void OtherSupplier_HasAClockOfItsOwn()
    {
        var life = new LifeOfClocks(null, WithSupplier(), WithSupplier("华为")).Open("09-21 09:00").Then("09-21 09:00", CallIn("联想")).Then("09-21 10:00", CallIn("华为"));
        Assert.Equal("uc 1 met; uc 2 running", life.SayShares());
        Assert.Equal("uc 1 running; uc 2 met", life.Then("09-21 10:30", CallIn("联想")).SayShares());
        Assert.Equal("", Opened().Then("09-21 09:00", CallIn("别家")).SayShares());
    }

    [Fact]
    public void NotSolved_ContinuesTheShareOfWhoHasIt()
    {
        var life = Opened().GiveTo(Desktop, "09-21 09:00").Solve("09-21 10:00");
        Assert.Equal("ola 1 met", life.SayShares());
        life.Then("09-21 14:00", new SolutionRejected("还是不行", 1));
        Assert.Equal(("ola 1 running", "09-21 15:00"), (life.SayShares(), Office.Said(life.Due(ClockKind.Ola))));
        Assert.Contains(Ledger(life, Desktop), l => l.Reason == ClockReading.AwaitingConfirmation);
    }

    [Fact]
    public void ReopeningAfterClosing_StartsANewOne()
    {
        var life = Opened().GiveTo(Desktop, "09-21 09:00").Solve("09-21 10:00").Then("09-21 11:00", new TicketClosed(CloseCode.Confirmed, null)).Then("09-23 09:00", new TicketReopened("又坏了", 1));
        Assert.Equal(("ola 1 met; ola 2 running", "09-23 11:00"), (life.SayShares(), Office.Said(life.Due(ClockKind.Ola))));
        // nor does another team go on where it was before
        Assert.Equal("ola 1 met; ola 2 met; ola 3 running", life.GiveTo(Network, "09-23 10:00").SayShares());
    }

    [Fact]
    public void ReopeningAfterClosing_StartsANewOne_AlsoWhereNoSolutionIsPromised()
    {
        var life = new LifeOfClocks(Promises.None, WithDesktop(), WithNetwork(), WithSupplier()).Open("09-21 09:00").GiveTo(Network, "09-21 09:00").Then("09-21 09:10", CallIn("联想")).GiveTo(Desktop, "09-21 09:30")
            .Solve("09-21 10:00").Then("09-21 11:00", new TicketClosed(CloseCode.Confirmed, null)).Then("09-23 09:00", new TicketReopened("又坏了", 1));
        Assert.Equal("ola 1 met; uc 1 met; ola 2 met; ola 3 running", life.SayShares());
        Assert.Equal("ola 1 met; uc 1 met; ola 2 met; ola 3 met; ola 4 running; uc 2 running", life.GiveTo(Network, "09-23 10:00").Then("09-23 10:30", CallIn("联想")).SayShares());
    }

    [Fact]
    public void ClosingTakenBack_DoesNotReachBehindTheReopening()
    {
        var life = new LifeOfClocks(Promises.None, WithDesktop()).Open("09-21 09:00").GiveTo(Desktop, "09-21 09:00").Then("09-21 09:30", new TicketClosed(CloseCode.Spam, null))
            .Then("09-22 09:00", new TicketReopened("是真的", 1)).Solve("09-22 09:30").Then("09-22 10:00", new TicketClosed(CloseCode.Confirmed, null)).Then("09-22 10:30", new ActUndone(BulkAct.Close));
        Assert.Equal("ola 1 cancelled; ola 2 met", life.SayShares());
    }

    [Fact]
    public void ClosingUnsolved_CallsItOff_AndTakenBackItNeverWas()
    {
        var life = Opened().GiveTo(Desktop, "09-21 09:00").Then("09-21 09:30", CallIn("联想")).Then("09-21 10:00", new TicketClosed(CloseCode.Spam, null));
        Assert.Equal("ola 1 cancelled; uc 1 cancelled", life.SayShares());
        Assert.Equal("ola 1 running; uc 1 running", life.Then("09-21 10:30", new ActUndone(BulkAct.Close)).SayShares());
    }

    [Fact]
    public void AssignmentTakenBack_WasNobodysTime()
    {
        var life = Opened().GiveTo(Desktop, "09-21 09:00").GiveTo(Network, "09-21 09:30").Then("09-21 10:00", new ActUndone(BulkAct.Assign, new(Network, null), new(Desktop, null)));
        Assert.Equal(("ola 1 running; ola 2 cancelled", "09-21 11:30"), (life.SayShares(), Office.Said(life.Due(ClockKind.Ola))));
    }

    [Fact]
    public void AssignmentTakenBackLate_IsNobodysMiss()
    {
        var undone = new ActUndone(BulkAct.Assign, new(Desktop, null), new(Network, null));
        Assert.Equal("ola 1 running; ola 2 cancelled", Opened().GiveTo(Network, "09-21 09:00").GiveTo(Desktop, "09-21 09:30").Then("09-21 16:00", undone).SayShares());
        // who had it before is left as then
        Assert.Equal("ola 1 met; ola 2 running", Opened().GiveTo(Desktop, "09-21 09:00").GiveTo(Network, "09-21 10:00").GiveTo(Desktop, "09-21 10:30").Then("09-21 16:00", undone).SayShares());
    }

    [Fact]
    public void SupplierThatIsNotNamed_IsTheOneCalledInLast()
    {
        // of equal ones the older contract is meant where nobody was called in
        Agreement[] contracts = [.. new[] { WithSupplier(), WithSupplier("华为") }.OrderBy(a => a.Id)];
        var until = Office.At("09-25 09:00");
        var life = new LifeOfClocks(null, contracts).Open("09-21 09:00").Then("09-21 09:00", CallIn(contracts[1].Supplier))
            .Then("09-21 10:00", new WaitStarted(WaitReason.Supplier, until)).Then("09-21 11:00", new WaitEnded(WaitReason.Supplier, WaitEnd.Resumed)).Then("09-21 14:00", new WaitStarted(WaitReason.Supplier, until));
        Assert.Equal("uc 1 running", life.SayShares());
    }

    [Fact]
    public void AnotherContractWithASupplier_GivesThemNoFreshTime()
    {
        var (normal, urgent, until) = (WithSupplier(), WithSupplier(), Office.At("09-25 09:00"));
        (normal.Targets, urgent.Targets) = ([new(Priority.Normal, 240, TargetUnit.Minutes)], [new(Priority.Urgent, 60, TargetUnit.Minutes)]);
        var life = new LifeOfClocks(null, normal, urgent).Open("09-21 09:00").Then("09-21 09:00", new WaitStarted(WaitReason.Supplier, until, "联想")).Then("09-21 10:00", new WaitEnded(WaitReason.Supplier, WaitEnd.Resumed))
            .Then("09-21 10:10", ClockRulesTests.Classified(Priority.Urgent)).Then("09-21 10:30", new WaitStarted(WaitReason.Supplier, until, "联想"));
        Assert.Equal(("uc 1 running", urgent.Id), (life.SayShares(), life.Clocks.Single(c => c.Kind == ClockKind.Uc).AgreementId));
    }

    [Fact]
    public void EndedAgreement_StillMeasuresWhatStartedByIt()
    {
        var agreement = WithDesktop();
        var life = new LifeOfClocks(null, agreement, WithNetwork()).Open("09-21 09:00").GiveTo(Desktop, "09-21 09:00");
        // at once: yesterday was its last day
        agreement.ValidUntil = new(2026, 9, 20);
        Assert.Equal("ola 1 running", life.Then("09-21 09:30", ClockRulesTests.Classified(Priority.Urgent)).Then("09-21 09:40", ClockRulesTests.Classified(Priority.Normal)).SayShares());
        Assert.Equal("ola 1 running; ola 2 met", life.GiveTo(Network, "09-21 10:00").GiveTo(Desktop, "09-21 10:30").SayShares());
    }

    [Fact]
    public void RaisedPriority_MakesNoTeamLateByBeingTold()
    {
        var life = Opened().GiveTo(Desktop, "09-21 09:00").Then("09-21 10:00", ClockRulesTests.Classified(Priority.Urgent));
        Assert.Equal(("ola 1 running", "09-21 10:30"), (life.SayShares(), Office.Said(life.Due(ClockKind.Ola))));
        // of urgent ones nothing is agreed with them
        Assert.Equal("ola 1 cancelled", Opened().GiveTo(Network, "09-21 09:00").Then("09-21 10:00", ClockRulesTests.Classified(Priority.Urgent)).SayShares());
    }

    [Fact]
    public void WhatIsAgreedForItsPriorityOnlyLater_StartsThen() =>
        Assert.Equal("ola 1 running", Opened().Then("09-21 09:00", ClockRulesTests.Classified(Priority.Urgent)).GiveTo(Network, "09-21 09:30").Then("09-21 10:00", ClockRulesTests.Classified(Priority.Normal)).SayShares());

    [Fact]
    public void ChangedAgreement_TakesOpenClocksWithIt()
    {
        var agreement = WithDesktop();
        var life = new LifeOfClocks(null, agreement).Open("09-21 09:00").GiveTo(Desktop, "09-21 09:00");
        agreement.Targets = [new(Priority.Normal, 180, TargetUnit.Minutes)];
        life.Agree("09-21 09:30", agreement, Priority.Normal);
        Assert.Equal("09-21 12:00", Office.Said(life.Due(ClockKind.Ola)));
        Assert.Equal("ola 1 cancelled", life.Agree("09-21 09:40", agreement, Priority.Low).SayShares());
    }

    [Fact]
    public void WhatIsAgreed_HoldsFromItsFirstDayToItsLast()
    {
        var agreement = WithDesktop();
        (agreement.ValidFrom, agreement.ValidUntil) = (new(2026, 9, 22), new(2026, 9, 23));
        Assert.Equal("", new LifeOfClocks(null, agreement).Open("09-21 09:00").GiveTo(Desktop, "09-21 23:59").SayShares());
        Assert.Equal("ola 1 running", new LifeOfClocks(null, agreement).Open("09-21 09:00").GiveTo(Desktop, "09-22 00:00").SayShares());
        Assert.Equal("ola 1 running", new LifeOfClocks(null, agreement).Open("09-21 09:00").GiveTo(Desktop, "09-23 23:59").SayShares());
        Assert.Equal("", new LifeOfClocks(null, agreement).Open("09-21 09:00").GiveTo(Desktop, "09-24 00:00").SayShares());
    }

    [Fact]
    public void ServicesNamedClosest_Decide()
    {
        var (all, hardware, printers, others) = (WithDesktop(), WithDesktop(), WithDesktop(), WithDesktop());
        Guid top = Guid.CreateVersion7(), below = Guid.CreateVersion7();
        hardware.Categories = [top];
        printers.Categories = [Guid.CreateVersion7(), below];
        others.Categories = [Guid.CreateVersion7()];
        Assert.Equal(printers.Id, First(top, below));
        Assert.Equal(hardware.Id, First(top, Guid.CreateVersion7()));
        Assert.Equal(all.Id, First());

        Guid? First(params Guid[] path) => AgreementMatch.First([all, hardware, printers, others], path, Priority.Normal, _ => true)?.Id;
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("2026-06-30", null, false)]
    [InlineData("2026-07-01", null, true)]
    // withdrawn before it began
    [InlineData("2025-12-31", null, false)]
    [InlineData(null, "hardware", false)]
    public void TwoThatCouldBothBeMeant_Contend(string? until, string? service, bool expected)
    {
        var (first, second) = (WithDesktop(), WithDesktop());
        second.ValidFrom = new(2026, 7, 1);
        first.ValidUntil = until is null ? null : DateOnly.ParseExact(until, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        first.Categories = service is null ? [] : [Guid.CreateVersion7()];
        Assert.Equal(expected, AgreementMatch.Contend(first, second));
        Assert.Equal(expected, AgreementMatch.Contend(second, first));
    }

    [Fact]
    public void OtherPartiesAndPriorities_DoNotContend()
    {
        var low = WithDesktop();
        low.Targets = [new(Priority.Low, 1, TargetUnit.WorkingDays)];
        Assert.False(AgreementMatch.Contend(WithDesktop(), WithNetwork()));
        Assert.False(AgreementMatch.Contend(WithDesktop(), low));
        Assert.False(AgreementMatch.Contend(WithSupplier(), WithSupplier("华为")));
        Assert.True(AgreementMatch.Contend(WithSupplier("Lenovo"), WithSupplier("LENOVO")));
    }

    [Fact]
    public void WhatIsAgreedAmongStaff_IsNoDeadlineForTheUser()
    {
        var life = new LifeOfClocks(Promises.None, WithDesktop()).Open("09-21 09:00").GiveTo(Desktop, "09-21 09:00");
        var ticket = new Ticket { Subject = "", Description = "", RequesterId = Guid.CreateVersion7() };
        NextDeadline.Write(ticket, life.Clocks, Office.Of);
        Assert.Null(ticket.NextDueAt);
    }

    private static LifeOfClocks Opened() => new LifeOfClocks(null, WithDesktop(), WithNetwork(), WithSupplier()).Open("09-21 09:00");

    private static TicketEscalated CallIn(string? supplier) => new(EscalationTarget.Supplier, "", "", ClockRulesTests.Nobody, ClockRulesTests.Nobody, supplier);

    private static IReadOnlyList<LedgerLine> Ledger(LifeOfClocks life, Guid team) => ClockReading.Of(life.Clocks.First(c => c.TeamId == team).Turns, Office.Of).LedgerAt(life.Now);
}
