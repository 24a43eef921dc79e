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

    /// <summary>What began before this belongs to the ticket as it was before it was reopened.</summary>
    private DateTimeOffset? Since => clocks.Where(c => c.Kind == ClockKind.Resolution).Max(c => (DateTimeOffset?)c.StartedAt);

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

    /// <summary>A supplier has to do something. Where it is not said which, whoever was called in already is meant.</summary>
    private void CallIn(string? supplier, DateTimeOffset at, Agreed agreed)
    {
        var share = agreed.OfSupplier(supplier, at);
        if (Running(ClockKind.Uc) is { } running)
        {
            if (supplier is null || running.AgreementId == share?.AgreementId)
            {
                return;
            }
            Leave(ClockKind.Uc, at);
        }
        GoOn(ClockKind.Uc, clocks.FindLast(c => c.Kind == ClockKind.Uc && c.AgreementId == share?.AgreementId), share, null, at, agreed);
    }

    /// <summary>It was given by mistake: whoever got it never had it.</summary>
    private void GiveBack(Guid? team, DateTimeOffset at, Agreed agreed)
    {
        if (Running(ClockKind.Ola) is { } mistaken && mistaken.TeamId != team && !mistaken.Turns.Any(t => t.Kind == TurnKind.Stopped))
        {
            Turn(mistaken, new(at, TurnKind.Cancelled, CalledOff));
        }
        Hold(team, at, agreed);
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
        var clock = own is { IsOver: true } && own.Turns[^1].Kind == TurnKind.Stopped && !(own.StartedAt < Since) ? own : null;
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
