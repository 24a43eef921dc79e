using Fengtai.Tickets;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>With whom a ticket is.</summary>
/// <param name="Waiting">What it waits for, where it does.</param>
/// <param name="IsInWork">Neither solved nor closed.</param>
internal readonly record struct Whereabouts(Guid? Team, WaitReason? Waiting, bool IsInWork)
{
    public static readonly Whereabouts Opened = new(null, null, true);

    public static Whereabouts Of(Ticket ticket) =>
        new(ticket.TeamId, ticket.WaitReason, ticket.Status is not (TicketStatus.Resolved or TicketStatus.Closed or TicketStatus.Cancelled));

    /// <summary>Where it is after an event.</summary>
    public Whereabouts After(TicketEvent happened) => happened switch
    {
        TicketAssigned e => this with { Team = e.To.TeamId },
        TicketPassedOn e => this with { Team = e.To.TeamId },
        TicketEscalated e when e.To != e.From => this with { Team = e.To.TeamId },
        ActUndone { Act: BulkAct.Assign, To: { } back } => this with { Team = back.TeamId },
        WaitStarted e => this with { Waiting = e.Reason },
        WaitEnded => this with { Waiting = null },
        TicketResolved or TicketClosed or TicketCancelled or TicketMerged => this with { Waiting = null, IsInWork = false },
        SolutionRejected or TicketReopened or TicketUnmerged => this with { IsInWork = true },
        _ => this,
    };
}
