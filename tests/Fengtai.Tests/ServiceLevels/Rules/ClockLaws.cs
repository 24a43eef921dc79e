using FsCheck;
using FsCheck.Fluent;
using Fengtai.Catalog;
using Fengtai.ServiceLevels;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tickets;
using Xunit;

namespace Fengtai.Tests.ServiceLevels.Rules;

/// <summary>What holds of every clock, whatever happened to its ticket, in whatever order and at whatever hour.</summary>
public sealed class ClockLaws
{
    private static readonly (string Name, Func<DateTimeOffset, TicketEvent> Happens)[] Events =
    [
        ("answer", _ => ClockRulesTests.Note()),
        ("ask", _ => ClockRulesTests.Note(fromUser: true)),
        ("call", at => new ContactMade(ContactBy.Phone, at.AddMinutes(-7), "")),
        ("none", _ => new NoReplyIsNeeded(Guid.CreateVersion7(), null)),
        ("give", _ => new TicketAssigned(ClockRulesTests.Nobody, ClockRulesTests.Somebody)),
        ("toDesktop", _ => new TicketPassedOn(ClockRulesTests.Nobody, new(Agreements.Desktop, null), "")),
        ("toNetwork", _ => new TicketAssigned(ClockRulesTests.Nobody, new(Agreements.Network, Guid.CreateVersion7()))),
        ("back", _ => new ActUndone(BulkAct.Assign, new(Agreements.Network, null), new(Agreements.Desktop, null))),
        ("callIn", _ => new TicketEscalated(EscalationTarget.Supplier, "", "", ClockRulesTests.Nobody, ClockRulesTests.Nobody, "联想")),
        ("came", _ => new WaitEnded(WaitReason.Supplier, WaitEnd.Resumed)),
        ("take", _ => new TicketTaken(Guid.CreateVersion7())),
        ("wait", at => new WaitStarted(WaitReason.Parts, at.AddDays(1))),
        ("supplier", at => new WaitStarted(WaitReason.Supplier, at.AddDays(1))),
        ("resume", _ => new WaitEnded(WaitReason.Parts, WaitEnd.Resumed)),
        ("urgent", _ => ClockRulesTests.Classified(Priority.Urgent)),
        ("normal", _ => ClockRulesTests.Classified(Priority.Normal)),
        ("plan", _ => new PlanGiven("")),
        ("solve", _ => new TicketResolved("", null, ResolutionOutcome.Solved, FirstContact: false)),
        ("reject", _ => new SolutionRejected("", 1)),
        ("close", _ => new TicketClosed(CloseCode.Confirmed, null)),
        ("undo", _ => new TicketUnmerged(Guid.CreateVersion7(), 1)),
        ("reopen", _ => new TicketReopened("", 1)),
    ];

    [Fact]
    public void Ledger_TilesTheLife() => Holds((clock, reading, now) =>
    {
        var (lines, end) = (reading.LedgerAt(now), clock.StoppedAt ?? now);
        return lines.Count == 0 ? clock.StartedAt >= end
            : lines[0].From == clock.StartedAt && lines[^1].To == end
            && lines.All(l => l.From < l.To && l.Counted == (l.Reason is null))
            && lines.Zip(lines.Skip(1)).All(p => p.First.To == p.Second.From);
    });

    [Fact]
    public void CountedLines_AddUpToWhatPassed() =>
        Holds((_, reading, now) => new TimeSpan(reading.LedgerAt(now).Where(l => l.Counted).Sum(l => (l.To - l.From).Ticks)) == reading.ElapsedAt(now));

    [Fact]
    public void WhatPassedAndWhatIsLeft_AreTheTarget() => Holds((clock, reading, now) =>
        clock.IsOver || reading.PausedFor is not null || clock.DueAt < now || reading.Target.Unit != TargetUnit.Minutes || clock.Turns.Any(t => t.Kind == TurnKind.Retargeted)
        || reading.ElapsedAt(now) + Office.Of(reading.Target.Calendar).Between(now, clock.DueAt!.Value) == TimeSpan.FromMinutes(reading.Target.Value));

    [Fact]
    public void State_FollowsFromTheDeadline() => Holds((clock, reading, now) => reading.StateAt(now) switch
    {
        ClockState.Met => clock.StoppedAt <= clock.DueAt,
        ClockState.Missed => clock.DueAt < (clock.StoppedAt ?? now),
        ClockState.Running => !clock.IsOver && clock.DueAt >= now,
        ClockState.Paused => !clock.IsOver && reading.PausedFor is not null,
        ClockState.Cancelled => clock.IsOver && clock.DueAt >= clock.StoppedAt,
    });

    [Fact]
    public void WhatHasEnded_StaysAsItWas() => Holds((clock, reading, now) =>
        !clock.IsOver || reading.ElapsedAt(now.AddYears(1)) == reading.ElapsedAt(now) && reading.LedgerAt(now.AddYears(1)).SequenceEqual(reading.LedgerAt(now)) && reading.StateAt(now.AddYears(1)) == reading.StateAt(now));

    [Fact]
    public void Response_IsNeverPaused() => Holds((clock, reading, now) => clock.Kind is not (ClockKind.FirstResponse or ClockKind.Take) || reading.LedgerAt(now).All(l => l.Reason is null or "outsideHours" or "dayOff"));

    [Fact]
    public void RaisingThePriority_MakesNobodyLate() => Prop.ForAll(Lives(), life =>
    {
        var (told, _) = Tell(life);
        var before = told.Clocks.Where(c => !c.IsOver && c.DueAt >= told.Now).ToList();
        told.Then(told.Now, ClockRulesTests.Classified(Priority.Urgent), LifeOfClocks.Urgent);
        return before.TrueForAll(c => c.IsOver || c.DueAt >= told.Now);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void OfAKind_OneRunsAtATime() => Prop.ForAll(Lives(), life =>
        Tell(life).Life.Clocks.Where(c => !c.IsOver).GroupBy(c => c.Kind).All(g => g.Count() == 1)).QuickCheckThrowOnFailure();

    [Fact]
    public void Teams_HaveTheirTimesOneAfterTheOther() => Prop.ForAll(Lives(), life =>
    {
        var (told, now) = Tell(Possible(life));
        var lines = told.Clocks.Where(c => c.Kind == ClockKind.Ola).SelectMany(c => ClockReading.Of(c.Turns, Office.Of).LedgerAt(now)).Where(l => l.Counted).OrderBy(l => l.From).ToList();
        return lines.Zip(lines.Skip(1)).All(p => p.First.To <= p.Second.From);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ShareOfATeam_CountsOnlyWhileItHasTheTicket() => Prop.ForAll(Lives(), life =>
    {
        var (told, now) = Tell(Possible(life));
        return told.Clocks.Where(c => c.Kind == ClockKind.Ola).All(c => ClockReading.Of(c.Turns, Office.Of).LedgerAt(now).Where(l => l.Counted)
            .All(l => told.Held.Last(h => h.From <= l.From).Team == c.TeamId && told.Held.All(h => h.From <= l.From || h.From >= l.To || h.Team == c.TeamId)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Passing_GivesNobodyFreshTime() => Prop.ForAll(Lives(), life =>
    {
        // what was taken back as a mistake, and another life after closing, are clocks of their own
        if (life.Any(l => Events[l.What].Name is "back" or "close" or "undo" or "reopen"))
        {
            return true;
        }
        return Tell(life).Life.Clocks.Where(c => c is { AgreementId: not null, State: not ClockState.Cancelled }).GroupBy(c => (c.Kind, c.TeamId)).All(g => g.Count() == 1);
    }).QuickCheckThrowOnFailure();

    private static void Holds(Func<Clock, ClockReading, DateTimeOffset, bool> law) => Prop.ForAll(Lives(), life =>
    {
        var (told, now) = Tell(life);
        return told.Clocks.All(c => law(c, ClockReading.Of(c.Turns, Office.Of), now));
    }).QuickCheckThrowOnFailure();

    /// <summary>Pairs of minutes that pass and of what happens then; the last minutes pass after everything.</summary>
    private static Arbitrary<(int Minutes, int What)[]> Lives() =>
        (from minutes in Gen.Choose(0, 2500)
         from what in Gen.Choose(0, Events.Length - 1)
         select (minutes, what)).ArrayOf().ToArbitrary();

    /// <summary>Without what the desk's rules would refuse.</summary>
    private static (int Minutes, int What)[] Possible((int Minutes, int What)[] life)
    {
        var stands = "work";
        return [.. life.Select(l => Next(Events[l.What].Name) is { } next && (stands = next).Length > 0 ? l : l with { What = 0 })];

        string? Next(string happens) => (stands, happens) switch
        {
            (_, "answer" or "ask" or "none") => stands,
            ("solved", "reject") or ("closed", "reopen") => "work",
            ("closed", "undo") => "work",
            ("closed", _) or (_, "undo" or "reopen" or "reject") => null,
            (_, "close") => "closed",
            ("solved", _) => null,
            (_, "solve") => "solved",
            ("work", "wait") => "waits",
            ("work", "supplier") => "supplier",
            ("waits", "resume") or ("supplier", "came") => "work",
            (_, "wait" or "supplier" or "resume" or "came") => null,
            _ => stands,
        };
    }

    private static (LifeOfClocks Life, DateTimeOffset Now) Tell((int Minutes, int What)[] life)
    {
        var told = new LifeOfClocks(null, Agreements.WithDesktop(), Agreements.WithNetwork(), Agreements.WithSupplier()).Open("09-21 09:00");
        var at = told.Now;
        foreach (var (minutes, what) in life)
        {
            at = at.AddMinutes(minutes);
            var (name, happens) = Events[what];
            told.Then(at, happens(at), name == "urgent" ? LifeOfClocks.Urgent : name == "normal" ? LifeOfClocks.Normal : null);
        }
        return (told, at.AddMinutes(life.Length > 0 ? life[^1].What * 60 : 30));
    }
}
