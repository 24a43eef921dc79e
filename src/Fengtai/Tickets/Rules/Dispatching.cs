using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>What is known about the team and the engineer somebody wants to give a ticket to.</summary>
/// <param name="AssigneeWorks">The person is active and may work on tickets; true where nobody is named.</param>
/// <param name="AssigneeIsInTeam">True where no team or nobody is named.</param>
internal sealed record Target(Assignment To, bool AssigneeWorks, bool AssigneeIsInTeam);

/// <summary>Giving, taking and passing on work.</summary>
internal static class Dispatching
{
    public static Decision Assign(Ticket ticket, Standing by, Target target) =>
        !by.IsDesk ? new OnlyTheDeskDoesThis()
        : (NotInWork(ticket) ?? NotPossible(ticket, target)) is { } no ? no
        : new TicketAssigned(Current(ticket), target.To);

    public static Decision PassOn(Ticket ticket, Standing by, Target target, string? reason) =>
        !by.IsAtWork ? new TicketIsNotYours()
        : string.IsNullOrWhiteSpace(reason) ? new Missing("reason")
        : (NotInWork(ticket) ?? NotPossible(ticket, target)) is { } no ? no
        : new TicketPassedOn(Current(ticket), target.To, reason);

    /// <summary>接单: the engineer it was given to says yes.</summary>
    public static Decision Take(Ticket ticket, Standing by) =>
        NotInWork(ticket) is { } no ? no
        : ticket.AssigneeId is null ? new TicketHasNobodyAssigned()
        : !by.IsAssignee ? new TicketIsAssignedToSomebodyElse()
        : ticket.TakenAt is not null ? new TicketIsAlreadyTaken()
        : new TicketTaken(by.Actor.Id);

    /// <summary>认领: somebody of the team takes what nobody has taken yet.</summary>
    public static Decision Claim(Ticket ticket, Standing by) =>
        !by.IsInTeam && !by.IsAssignee ? new TicketIsNotYours()
        : NotInWork(ticket) is { } no ? no
        : ticket is { AssigneeId: not null, TakenAt: not null } ? by.IsAssignee ? new TicketIsAlreadyTaken() : new TicketIsAssignedToSomebodyElse()
        : new TicketClaimed(by.Actor.Id, ticket.AssigneeId);

    public static Assignment Current(Ticket ticket) => new(ticket.TeamId, ticket.AssigneeId);

    /// <summary>Why nobody can go on with it now; null where somebody can.</summary>
    public static Refusal? NotInWork(Ticket ticket) => ticket.Status switch
    {
        TicketStatus.New => new TicketIsNotAcceptedYet(),
        TicketStatus.Accepted or TicketStatus.Assigned or TicketStatus.InProgress or TicketStatus.Waiting => null,
        TicketStatus.Resolved => new TicketIsAlreadyResolved(),
        TicketStatus.Closed => new TicketIsAlreadyClosed(),
        TicketStatus.Cancelled => new TicketWasCancelled(),
    };

    private static Refusal? NotPossible(Ticket ticket, Target target) => target switch
    {
        { To: { TeamId: null, AssigneeId: null } } => new AssignmentNamesNobody(),
        { AssigneeWorks: false } => new AssigneeCannotWorkOnTickets(),
        { AssigneeIsInTeam: false } => new AssigneeIsNotInTheTeam(),
        _ when target.To == Current(ticket) => new NothingWouldChange(),
        _ => null,
    };
}
