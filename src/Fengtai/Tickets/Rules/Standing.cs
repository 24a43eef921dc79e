using Fengtai.Platform.Access;

namespace Fengtai.Tickets.Rules;

/// <summary>What an actor who may know of a ticket is to it. Rules ask this, never roles.</summary>
/// <param name="IsFollower">Knows of it only because a ticket of theirs was merged into it: reads and answers, decides nothing.</param>
internal sealed record Standing(Actor Actor, bool IsRequester, bool IsReporter, bool IsDesk, bool IsFollowUp, bool IsInTeam, bool IsAssignee, bool SeesInternals, bool IsFollower)
{
    /// <summary>The requester's side: may answer, confirm, reject, reopen.</summary>
    public bool IsUserSide => IsRequester || IsReporter;

    /// <summary>May work on it: the desk, its team, its engineer, the system.</summary>
    public bool IsAtWork => IsDesk || IsInTeam || IsAssignee;

    /// <summary>On the requester's pages even staff are nothing but the requester's side.</summary>
    public Standing AsUser() => this with { IsDesk = false, IsFollowUp = false, IsInTeam = false, IsAssignee = false, SeesInternals = false };

    public static Standing Of(Actor actor, Ticket ticket)
    {
        var works = actor.May(TicketPermissions.Work);
        var assignee = works && actor.Is(ticket.AssigneeId);
        var inTeam = works && actor.IsIn(ticket.TeamId);
        var (requester, reporter) = (actor.Is(ticket.RequesterId), actor.Is(ticket.ReportedById));
        var seesInternals = actor.May(TicketPermissions.ReadAll) || inTeam || assignee;
        return new(
            actor,
            requester,
            reporter,
            actor.May(TicketPermissions.Desk),
            actor.May(TicketPermissions.FollowUp),
            inTeam,
            assignee,
            seesInternals,
            !requester && !reporter && !seesInternals);
    }
}
