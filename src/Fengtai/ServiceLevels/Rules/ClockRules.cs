using Fengtai.Tickets;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>
/// What happens to a ticket's clocks when something happens to the ticket. Events come in the order of recording; what they say of an
/// earlier time (a contact recorded afterwards) counts from then.
/// </summary>
internal sealed partial class ClockRules(Guid ticket, List<Clock> clocks)
{
    private static readonly ClockKind[] StandStill = [ClockKind.Plan, ClockKind.NextUpdate, ClockKind.Arrival, ClockKind.Resolution];

    /// <summary>Why a clock was called off: its ticket came to an end, which may prove to be a mistake.</summary>
    private const string Closed = "closed";

    /// <summary>The same: there was nothing to be measured any more, while the ticket went on.</summary>
    private const string CalledOff = "calledOff";

    /// <summary>Why an end is one for good: the ticket was reopened since, and what is measured then has clocks of its own.</summary>
    private const string Past = "past";

    private readonly HashSet<Clock> _changed = [];

    /// <summary>Those that are new or took a turn.</summary>
    public IReadOnlyCollection<Clock> Changed => _changed;

    /// <param name="byPerson">Not by the system.</param>
    /// <param name="promises">What applies to the ticket as it is after the event.</param>
    public void Follow(TicketEvent happened, DateTimeOffset at, bool byPerson, Promises promises)
    {
        switch (happened)
        {
            case TicketOpened e:
                Open(e, at, promises);
                break;
            case TicketClassified:
                Retarget(at, promises);
                break;
            case FirstResponseGiven e:
                Answered(e.RespondedAt, promises);
                break;
            case ContactMade e when e.By is ContactBy.Phone or ContactBy.InPerson || Running(ClockKind.FirstResponse) is not { Round: 1 }:
                Answered(e.ContactAt, promises);
                break;
            case ContactMade e:
                // written from afar it is no first response, but the user heard of it
                Told(e.ContactAt, promises);
                break;
            case NoteAdded { IsPublic: true, IsFromUser: false } when byPerson:
                Answered(at, promises);
                break;
            case NoteAdded { IsFromUser: true, NoReplyNeeded: false }:
                Ask(at, promises);
                break;
            case NoReplyIsNeeded e:
                NeedsNone(e.UnansweredSince, at, promises);
                break;
            case TicketAssigned e:
                Dispatched(e.To, at, promises);
                break;
            case TicketPassedOn e:
                Dispatched(e.To, at, promises);
                break;
            case TicketEscalated e when e.To != e.From:
                Dispatched(e.To, at, promises);
                break;
            case TicketTaken or TicketClaimed or WorkStarted:
                Stop(ClockKind.Take, at);
                break;
            case PlanGiven:
                Stop(ClockKind.Plan, at);
                Answered(at, promises);
                break;
            case PromiseMade:
                Answered(at, promises);
                break;
            case EngineerArrived e:
                Stop(ClockKind.Arrival, e.ArrivedAt);
                break;
            case WaitStarted e:
                Pause(Words.Of(e.Reason), at, promises);
                break;
            case WaitEnded:
                Resume(at);
                break;
            case TicketResolved e:
                Resolved(at, e.FirstContact, promises);
                break;
            case FollowUpCalled:
                Stop(ClockKind.Confirmation, at);
                break;
            case SolutionConfirmed:
                Stop(ClockKind.Confirmation, at);
                break;
            case SolutionRejected:
                Stop(ClockKind.Confirmation, at);
                BackToWork(at);
                Ask(at, promises);
                break;
            case TicketReopened:
                BeginAnew();
                foreach (var kind in new[] { ClockKind.Resolution, ClockKind.NextUpdate })
                {
                    Start(kind, at, promises);
                }
                Ask(at, promises);
                break;
            case TicketClosed or TicketCancelled or TicketMerged:
                Stop(ClockKind.Confirmation, at);
                CancelAll(at);
                break;
            case TicketUnmerged or ActUndone { Act: BulkAct.Close }:
                NeverEnded();
                break;
            case ActUndone { Act: BulkAct.Assign }:
                Cancel(ClockKind.Take, at);
                break;
        }
        FollowShares(happened, at, promises.Agreed);
    }

    /// <summary>What was merged into it was promised earlier: that holds.</summary>
    public void Hasten(Guid from, IEnumerable<Clock> others, DateTimeOffset at, Promises promises)
    {
        foreach (var other in others.Where(o => o.DueAt is not null))
        {
            var mine = Running(other.Kind) ?? (other.Kind == ClockKind.FirstResponse ? Start(ClockKind.FirstResponse, at, promises) : null);
            if (mine is not null && !(mine.DueAt <= other.DueAt))
            {
                Turn(mine, new(at, TurnKind.Hastened, Until: other.DueAt, From: from));
            }
        }
    }

    /// <summary>The survivor keeps its deadline: it ran until the ticket was merged.</summary>
    public static bool GoesOnWhenMerged(Clock clock, DateTimeOffset mergedAt) =>
        clock.Kind is ClockKind.FirstResponse or ClockKind.Plan or ClockKind.Resolution && (!clock.IsOver || clock.StoppedAt == mergedAt && clock.Turns[^1].Kind == TurnKind.Cancelled);

    /// <summary>It was not merged after all.</summary>
    public void Release(Guid from)
    {
        foreach (var clock in clocks.Where(c => !c.IsOver && c.Turns.Any(t => t.From == from)))
        {
            clock.Turns = [.. clock.Turns.Where(t => t.From != from)];
            _changed.Add(clock);
        }
    }

    private void Open(TicketOpened opened, DateTimeOffset at, Promises promises)
    {
        Start(ClockKind.Resolution, at, promises);
        if (!opened.EnteredAfterwards)
        {
            Start(ClockKind.FirstResponse, at, promises);
            Start(ClockKind.Plan, at, promises);
            Start(ClockKind.Arrival, at, promises);
        }
    }

    /// <summary>The policy promises something else from now on. What it did not promise before begins with the next classification.</summary>
    public void PromiseAnew(DateTimeOffset at, Promises promises) => Retarget(at, promises, c => c.PolicyId == promises.PolicyId);

    /// <summary>What was promised changes with what the ticket is.</summary>
    private void Retarget(DateTimeOffset at, Promises promises)
    {
        Retarget(at, promises, _ => true);
        foreach (var kind in new[] { ClockKind.Plan, ClockKind.Arrival }.Where(k => !clocks.Exists(c => c.Kind == k) && Running(ClockKind.Resolution) is not null && Running(ClockKind.FirstResponse) is not null))
        {
            Start(kind, at, promises);
        }
    }

    /// <summary>What is no longer promised need not be kept.</summary>
    private void Retarget(DateTimeOffset at, Promises promises, Func<Clock, bool> which)
    {
        foreach (var clock in clocks.Where(c => c is { IsOver: false, PolicyId: not null } && which(c)).ToList())
        {
            var target = promises.Targets.GetValueOrDefault(clock.Kind);
            clock.PolicyId = target is null ? clock.PolicyId : promises.PolicyId;
            Aim(clock, target, promises.Pauses, at);
        }
    }

    /// <param name="target">Null: nothing is promised any more.</param>
    private void Aim(Clock clock, Target? target, IReadOnlySet<string> pauses, DateTimeOffset at)
    {
        if (target is null)
        {
            Turn(clock, new(at, TurnKind.Cancelled, CalledOff));
            return;
        }
        if (target != TargetOf(clock))
        {
            Turn(clock, new(at, TurnKind.Retargeted, Target: target));
        }
        if (PauseOf(clock) is { Reason: { } reason } && !pauses.Contains(reason))
        {
            Turn(clock, new(at, TurnKind.Resumed));
        }
    }

    /// <summary>The user heard from a person.</summary>
    /// <param name="told">When that was.</param>
    private void Answered(DateTimeOffset told, Promises promises)
    {
        Stop(ClockKind.FirstResponse, told);
        Told(told, promises);
    }

    /// <summary>Progress was told: the next telling is due anew, while work goes on.</summary>
    private void Told(DateTimeOffset told, Promises promises)
    {
        // one act may be several words to the user
        if (Running(ClockKind.Resolution) is not { } work || Running(ClockKind.NextUpdate)?.StartedAt >= told)
        {
            return;
        }
        Stop(ClockKind.NextUpdate, told);
        var next = Start(ClockKind.NextUpdate, told, promises);
        if (next is not null && PauseOf(work) is { } pause)
        {
            Turn(next, new(Later(told, pause.At), TurnKind.Paused, pause.Reason));
        }
    }

    /// <summary>The user said something that wants an answer.</summary>
    private void Ask(DateTimeOffset at, Promises promises)
    {
        Start(ClockKind.FirstResponse, at, promises);
    }

    private void NeedsNone(DateTimeOffset? unansweredSince, DateTimeOffset at, Promises promises)
    {
        if (Running(ClockKind.FirstResponse) is not { Round: > 1 } waiting)
        {
            return;
        }
        if (unansweredSince == waiting.StartedAt)
        {
            return;
        }
        Turn(waiting, new(at, TurnKind.Cancelled, CalledOff));
        if (unansweredSince is { } since)
        {
            Start(ClockKind.FirstResponse, since, promises);
        }
    }

    /// <summary>Whoever gets it takes it within the time; whoever had it need not any more.</summary>
    private void Dispatched(Assignment to, DateTimeOffset at, Promises promises)
    {
        Cancel(ClockKind.Take, at);
        if (to is not { AssigneeId: null, TeamId: null })
        {
            Start(ClockKind.Take, at, promises);
        }
    }

    private void Pause(string reason, DateTimeOffset at, Promises promises)
    {
        if (!promises.Pauses.Contains(reason))
        {
            return;
        }
        foreach (var clock in clocks.Where(c => !c.IsOver && StandStill.Contains(c.Kind)).ToList())
        {
            Turn(clock, new(at, TurnKind.Paused, reason));
        }
    }

    private void Resume(DateTimeOffset at)
    {
        foreach (var clock in clocks.Where(c => !c.IsOver && PauseOf(c) is not null).ToList())
        {
            Turn(clock, new(at, TurnKind.Resumed));
        }
    }

    private void Resolved(DateTimeOffset at, bool confirmed, Promises promises)
    {
        // the solution is a word to the user, and whatever was to be done on the way there is done
        foreach (var kind in new[] { ClockKind.FirstResponse, ClockKind.Plan, ClockKind.NextUpdate, ClockKind.Take, ClockKind.Resolution })
        {
            Stop(kind, at);
        }
        Cancel(ClockKind.Arrival, at);
        if (!confirmed)
        {
            Start(ClockKind.Confirmation, at, promises);
        }
    }

    /// <summary>还没解决: the same clock goes on; the time for the user's answer was not the desk's.</summary>
    private void BackToWork(DateTimeOffset at)
    {
        if (Running(ClockKind.Resolution) is null && clocks.FindLast(c => c.Kind == ClockKind.Resolution && IsStoppedForNow(c)) is { } resolution)
        {
            Turn(resolution, new(at, TurnKind.Resumed));
        }
    }

    /// <summary>Only why they ended changes: what they say is frozen.</summary>
    private void BeginAnew()
    {
        foreach (var clock in clocks.Where(c => c.IsOver))
        {
            clock.Turns = [.. clock.Turns.SkipLast(1), clock.Turns[^1] with { Reason = Past }];
        }
    }

    private void CancelAll(DateTimeOffset at)
    {
        foreach (var clock in clocks.Where(c => !c.IsOver).ToList())
        {
            Turn(clock, new(at, TurnKind.Cancelled, Closed));
        }
    }

    /// <summary>The end was a mistake and is as if it had not been: time went on.</summary>
    private void NeverEnded()
    {
        // turns of earlier versions do not say what called a clock off
        var ended = clocks.Where(c => c.IsOver && c.Turns[^1] is { Kind: TurnKind.Cancelled, Reason: Closed or null }).ToList();
        foreach (var clock in ended.Where(c => c.StoppedAt == ended.Max(e => e.StoppedAt) && Running(c.Kind) is null).ToList())
        {
            clock.Turns = [.. clock.Turns.SkipLast(1)];
            clock.StoppedAt = null;
            _changed.Add(clock);
        }
    }
}
