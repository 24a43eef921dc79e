using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets;

// The state does not allow it.
public sealed record TicketIsAlreadyAccepted : Refusal;

public sealed record TicketIsNotAcceptedYet : Refusal;

public sealed record TicketIsAlreadyClosed : Refusal;

public sealed record TicketIsNotClosed : Refusal;

public sealed record TicketIsAlreadyResolved : Refusal;

public sealed record TicketIsNotResolved : Refusal;

public sealed record TicketIsAlreadyTaken : Refusal;

public sealed record TicketIsAlreadyInProgress : Refusal;

public sealed record TicketIsWaiting : Refusal;

public sealed record TicketIsNotWaiting : Refusal;

public sealed record TicketIsAssignedToSomebodyElse : Refusal;

public sealed record TicketHasNobodyAssigned : Refusal;

public sealed record TicketWasCancelled : Refusal;

public sealed record WorkHasBegun : Refusal;

public sealed record NothingWouldChange : Refusal;

public sealed record FirstContactIsOver : Refusal;

public sealed record CallsAreNotExhausted(int Attempts) : Refusal
{
    public override object[] Arguments => [Attempts];
}

public sealed record OnlyAlertsCloseOnRecovery : Refusal;

public sealed record RatingIsFinal : Refusal;

public sealed record OwnWorkIsNotRated : ForbiddenRefusal;

public sealed record NothingToRate : Refusal;

/// <summary>The same form came a second time; the first one opened the ticket.</summary>
public sealed record RequestWasSentAlready : Refusal;

/// <summary>Others answered, or the state is another, since who writes read the ticket; nothing was sent.</summary>
public sealed record OthersWereFaster : Refusal
{
    public override RefusalKind Kind => RefusalKind.Stale;
}

// The input does not.
public sealed record PriorityDepartsFromMatrixWithoutReason : InvalidRefusal
{
    public override string Field => "reason";
}

public sealed record AssignmentNamesNobody : InvalidRefusal
{
    public override string Field => "assignee";
}

public sealed record AssigneeIsNotInTheTeam : InvalidRefusal
{
    public override string Field => "assignee";
}

public sealed record AssigneeCannotWorkOnTickets : InvalidRefusal
{
    public override string Field => "assignee";
}

public sealed record WaitingForTheUserNeedsAQuestion : InvalidRefusal
{
    public override string Field => "question";
}

public sealed record WaitNeedsADate : InvalidRefusal
{
    public override string Field => "until";
}

public sealed record WaitEndsInThePast : InvalidRefusal
{
    public override string Field => "until";
}

public sealed record WaitIsTooLong(int Days) : InvalidRefusal
{
    public override string Field => "until";

    public override object[] Arguments => [Days];
}

public sealed record TooManyTickets(int Most) : InvalidRefusal
{
    public override string Field => "tickets";

    public override object[] Arguments => [Most];
}

public sealed record TimeIsInTheFuture(string Name) : InvalidRefusal
{
    public override string Field => Name;

    public override object[] Arguments => [Name];
}

public sealed record TimesAreOutOfOrder(string Name) : InvalidRefusal
{
    public override string Field => Name;

    public override object[] Arguments => [Name];
}

public sealed record SolutionIsMissing : InvalidRefusal
{
    public override string Field => "solution";
}

public sealed record CauseIsMissing : InvalidRefusal
{
    public override string Field => "cause";
}

public sealed record TestIsMissing : InvalidRefusal
{
    public override string Field => "tested";
}

public sealed record RatingIsOutOfRange(string Name) : InvalidRefusal
{
    public override string Field => Name;

    public override object[] Arguments => [Name];
}

// This actor may not.
public sealed record OnlyTheRequesterConfirms : ForbiddenRefusal;

public sealed record OnlyTheRequesterRates : ForbiddenRefusal;

public sealed record OnlyTheRequesterCancels : ForbiddenRefusal;

public sealed record OnlyStaffWritesInternally : ForbiddenRefusal;

public sealed record TicketIsNotYours : ForbiddenRefusal;

public sealed record OnlyTheDeskDoesThis : ForbiddenRefusal;

public sealed record OnlyTheDeskFilesForOthers : ForbiddenRefusal
{
    public override string Field => "requester";
}

public abstract record InvalidRefusal : Refusal
{
    public sealed override RefusalKind Kind => RefusalKind.Invalid;

    public abstract override string Field { get; }
}

public abstract record ForbiddenRefusal : Refusal
{
    public sealed override RefusalKind Kind => RefusalKind.Forbidden;
}
