using Fengtai.Tickets;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>
/// The shares of teams and suppliers in a ticket's time. Each has one clock until the ticket is reopened after closing: it stands still while the
/// ticket is in other hands and goes on when it comes back, so that nobody gets fresh time by passing it to and fro.
/// </summary>
internal sealed partial class ClockRules
{
    /// <summary>Why a share does not count: the ticket is in other hands.</summary>
    public const string Elsewhere = "elsewhere";

    /// <summary>An agreement was changed, and what it asks is another from now on.</summary>
    /// <param name="share">Null where it asks for nothing any more.</param>
    public void AgreeAnew(DateTimeOffset at, Guid agreement, Share? share)
    {
        foreach (var clock in clocks.Where(c => !c.IsOver && c.AgreementId == agreement).ToList())
        {
            Aim(clock, share, at);
        }
    }

    private void FollowShares(TicketEvent happened, DateTimeOffset at, Agreed agreed)
    {
        switch (happened)
        {
            case TicketOpened or SolutionRejected or TicketReopened:
                Hold(agreed.Team, at, agreed);
                break;
            case TicketAssigned e:
                Hold(e.To.TeamId, at, agreed);
                break;
            case TicketPassedOn e:
                Hold(e.To.TeamId, at, agreed);
                break;
            case TicketEscalated e when e.To != e.From:
                Hold(e.To.TeamId, at, agreed);
                break;
            case TicketEscalated { Target: EscalationTarget.Supplier } e:
                CallIn(e.Supplier, at, agreed);
                break;
            case ActUndone { Act: BulkAct.Assign, To: { } back }:
                GiveBack(back.TeamId, at, agreed);
                break;
            case TicketClassified:
                AimShares(at, agreed);
                break;
            case WaitStarted e:
                PauseShares(e.Reason, at, agreed);
                if (e.Reason == WaitReason.Supplier)
                {
                    CallIn(e.Supplier, at, agreed);
                }
                break;
            case WaitEnded { Reason: WaitReason.Supplier }:
                Leave(ClockKind.Uc, at);
                break;
            case TicketResolved:
                Stop(ClockKind.Ola, at);
                Leave(ClockKind.Uc, at);
                break;
        }
    }

    /// <summary>A team has it, or none.</summary>
    private void Hold(Guid? team, DateTimeOffset at, Agreed agreed)
    {
        if (Running(ClockKind.Ola) is { } running)
        {
            if (running.TeamId == team)
            {
                return;
            }
            Leave(ClockKind.Ola, at);
        }
        if (team is { } now)
        {
            GoOn(ClockKind.Ola, clocks.FindLast(c => c.Kind == ClockKind.Ola && c.TeamId == team), agreed.OfTeam(now, at), team, at, agreed);
        }
    }

    /// <summary>A supplier has to do something. Where it is not said which, whoever was called in last is meant.</summary>
    private void CallIn(string? said, DateTimeOffset at, Agreed agreed)
    {
        var running = Running(ClockKind.Uc);
        var last = running ?? clocks.Where(c => c.Kind == ClockKind.Uc).MaxBy(c => c.StoppedAt);
        var share = agreed.OfSupplier(said ?? agreed.SupplierOf(last?.AgreementId), at);
        var supplier = said ?? agreed.SupplierOf(last?.AgreementId ?? share?.AgreementId);
        if (running is not null)
        {
            if (IsTheirs(running))
            {
                return;
            }
            Leave(ClockKind.Uc, at);
        }
        GoOn(ClockKind.Uc, clocks.FindLast(IsTheirs), share, null, at, agreed);

        // by whichever contract
        bool IsTheirs(Clock clock) => clock.Kind == ClockKind.Uc && string.Equals(agreed.SupplierOf(clock.AgreementId), supplier, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>It was given by mistake: whoever got it never had it.</summary>
    private void GiveBack(Guid? team, DateTimeOffset at, Agreed agreed)
    {
        if (Running(ClockKind.Ola) is { } mistaken && mistaken.TeamId != team)
        {
            NeverGot(mistaken);
        }
        Hold(team, at, agreed);
    }

    /// <summary>The clock is as it was before, however late it got meanwhile.</summary>
    private void NeverGot(Clock share)
    {
        var left = share.Turns.ToList().FindLastIndex(t => t.Kind == TurnKind.Stopped);
        if (left < 0)
        {
            End(share, TurnKind.Cancelled, share.StartedAt, CalledOff);
            return;
        }
        share.Turns = [.. share.Turns.Take(left + 1)];
        share.StoppedAt = share.Turns[^1].At;
        _changed.Add(share);
    }

    private void AimShares(DateTimeOffset at, Agreed agreed)
    {
        foreach (var clock in clocks.Where(c => !c.IsOver && c.AgreementId is not null).ToList())
        {
            Aim(clock, agreed.Again(clock), at);
        }
        if (agreed.Team is { } team)
        {
            Hold(team, at, agreed);
        }
    }

    private void PauseShares(WaitReason reason, DateTimeOffset at, Agreed agreed)
    {
        foreach (var clock in clocks.Where(c => !c.IsOver && c.AgreementId is not null && IsStoppedBy(Words.Of(reason), c.Kind, agreed.Again(c))).ToList())
        {
            Turn(clock, new(at, TurnKind.Paused, Words.Of(reason)));
        }
    }

    // a wait for the supplier is the supplier's time
    private static bool IsStoppedBy(string? reason, ClockKind kind, Share? share) =>
        reason is not null && share?.Pauses.Contains(reason) == true && !(kind == ClockKind.Uc && reason == Words.Of(WaitReason.Supplier));

    /// <param name="own">The clock that they had before, if any.</param>
    private void GoOn(ClockKind kind, Clock? own, Share? share, Guid? team, DateTimeOffset at, Agreed agreed)
    {
        var clock = own is not null && IsStoppedForNow(own) ? own : null;
        share = clock is null ? share : agreed.Again(clock);
        if (share is null)
        {
            return;
        }
        if (clock is null)
        {
            clock = Begin(new Clock
            {
                TicketId = ticket, Kind = kind, Round = clocks.Count(c => c.Kind == kind) + 1, AgreementId = share.AgreementId, TeamId = team, StartedAt = at,
                Turns = [new(at, TurnKind.Started, Target: share.Target)],
            });
        }
        else
        {
            Turn(clock, new(at, TurnKind.Resumed));
            Aim(clock, share, at);
        }
        if (IsStoppedBy(agreed.Waiting, kind, share))
        {
            Turn(clock, new(at, TurnKind.Paused, agreed.Waiting));
        }
    }

    private void Aim(Clock clock, Share? share, DateTimeOffset at)
    {
        if (share is not null)
        {
            clock.AgreementId = share.AgreementId;
        }
        Aim(clock, share?.Target, share?.Pauses ?? new HashSet<string>(), at);
    }

    /// <summary>It is in other hands now; it may come back.</summary>
    private void Leave(ClockKind kind, DateTimeOffset at)
    {
        if (Running(kind) is { } clock)
        {
            End(clock, TurnKind.Stopped, at, Elsewhere);
        }
    }
}
