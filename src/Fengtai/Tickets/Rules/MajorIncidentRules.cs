using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>重大事件: declaring, telling everybody, solving for everybody.</summary>
internal static class MajorIncidentRules
{
    public static Decision Declare(Ticket ticket, Standing by, string title, string reason)
    {
        Refusal? no = ticket switch
        {
            _ when !by.IsDesk => new OnlyTheDeskDoesThis(),
            { IsMajor: true } => new TicketIsAMajorIncidentAlready(),
            { ParentId: not null } => new ChildIsNoMajorIncident(),
            { Status: TicketStatus.New } => null,
            _ => Dispatching.NotInWork(ticket),
        };
        return no is not null ? no
            : title.Length == 0 ? new Missing("title")
            : reason.Length == 0 ? new Missing("reason")
            : Decision.Happen(
                ticket.Status == TicketStatus.New ? new TicketAccepted(by.Actor.Id) : null,
                new MajorIncidentDeclared(title, reason));
    }

    public static Decision Withdraw(Ticket ticket, Standing by, string reason) => ticket switch
    {
        _ when !by.IsDesk => new OnlyTheDeskDoesThis(),
        { IsMajor: false } => new TicketIsNoMajorIncident(),
        _ when reason.Length == 0 => new Missing("reason"),
        _ => new MajorIncidentWithdrawn(reason),
    };

    /// <summary>News for all: a message to the ticket's own requester, and to those of its children.</summary>
    public static Decision Publish(Ticket ticket, Standing by, NoteAdded message, int children, DateTimeOffset now) => ticket switch
    {
        _ when !by.IsAtWork => new TicketIsNotYours(),
        { IsMajor: false } => new TicketIsNoMajorIncident(),
        { IsOpen: false } => new TicketIsAlreadyClosed(),
        _ when message.Text.Length == 0 => new Missing("text"),
        _ => Decision.Happen(
            message,
            Conversation.IsFirstResponse(ticket) ? new FirstResponseGiven(now) : null,
            new MajorIncidentUpdated(message.Text, children)),
    };

    /// <summary>Why nothing can be attached to it; null where it can.</summary>
    public static Refusal? NoAttaching(Ticket ticket, Standing by, int children) => ticket switch
    {
        _ when !by.IsDesk => new OnlyTheDeskDoesThis(),
        { IsMajor: false } => new TicketIsNoMajorIncident(),
        { IsOpen: false } => new ParentIsNotOpen(),
        _ when children == 0 => new Missing("tickets"),
        _ => null,
    };

    /// <summary>The news as a message in one child.</summary>
    public static Decision Tell(Ticket child, NoteAdded message, DateTimeOffset now) => !child.IsOpen ? new ChildIsNotOpen() : Decision.Happen(
        message,
        Conversation.IsFirstResponse(child) ? new FirstResponseGiven(now) : null);

    /// <summary>The solution of the major incident is the child's, too; its requester says whether that is so.</summary>
    /// <param name="ownerId">Who answers for it where nobody has accepted it yet.</param>
    public static Decision Resolve(Ticket child, Ticket major, Guid ownerId, DateTimeOffset now) => child switch
    {
        { IsOpen: false } => new ChildIsNotOpen(),
        { Status: TicketStatus.Resolved } => new TicketIsAlreadyResolved(),
        // its own requester may have said in between that it is not
        _ when major.Status is not (TicketStatus.Resolved or TicketStatus.Closed) => new TicketIsNotResolved(),
        _ when TaskRules.NotSolvable(child) is { } notYet => notYet,
        _ => Decision.Happen(
            child.Status == TicketStatus.New ? new TicketAccepted(ownerId) : null,
            child.Status == TicketStatus.Waiting ? new WaitEnded(child.WaitReason!.Value, WaitEnd.Resumed) : null,
            child.StartedAt is null ? new WorkStarted() : null,
            Conversation.IsFirstResponse(child) ? new FirstResponseGiven(now) : null,
            new DiagnosisRecorded(major.Cause, major.Tested),
            new TicketResolved(major.Solution!, major.Prevention, major.Outcome ?? ResolutionOutcome.Solved, FirstContact: false)),
    };
}
