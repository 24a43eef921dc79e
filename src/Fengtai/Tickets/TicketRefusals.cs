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

public sealed record TicketWasMerged : Refusal;

public sealed record TicketIsNotMerged : Refusal;

/// <summary>What was merged last is taken apart first.</summary>
public sealed record SurvivorWasMergedToo(long Number) : Refusal
{
    public override object[] Arguments => [Number.ToString(System.Globalization.CultureInfo.InvariantCulture)];
}

public sealed record MajorIncidentIsNotMerged : Refusal;

public sealed record TicketWithChildrenIsNotMerged : Refusal;

public sealed record TicketIsAMajorIncidentAlready : Refusal;

public sealed record TicketIsNoMajorIncident : Refusal;

public sealed record ChildIsNoMajorIncident : Refusal;

public sealed record MajorIncidentIsNoChild : Refusal;

public sealed record TicketHasAParent : Refusal;

public sealed record ChildIsNotOpen : Refusal;

public sealed record ParentIsNotOpen : Refusal;

/// <summary>Somebody touched it since in the respect in which it was to be put back.</summary>
public sealed record TicketHasChangedSince : Refusal;

/// <summary>Notes and answers stay.</summary>
public sealed record WordsAreNotTakenBack : Refusal;

public sealed record BatchIsStillRunning : Refusal;

public sealed record BatchWasStartedAlready : Refusal;

public sealed record BatchWasUndoneAlready : Refusal;

public sealed record BatchIsAnUndo : Refusal;

public sealed record BatchChangedNothing : Refusal;

public sealed record UndoCameTooLate(int Hours) : Refusal
{
    public override object[] Arguments => [Hours];
}

/// <summary>The same form came a second time; the first one opened the ticket.</summary>
public sealed record RequestWasSentAlready : Refusal;

/// <summary>Others answered, or the state is another, since who writes read the ticket; nothing was sent.</summary>
public sealed record OthersWereFaster : Refusal
{
    public override RefusalKind Kind => RefusalKind.Stale;
}

/// <summary>It is solved when these are done.</summary>
public sealed record RequiredTasksAreOpen(int Open) : Refusal
{
    public override object[] Arguments => [Open];
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

public sealed record TicketIsNotMergedIntoItself : InvalidRefusal
{
    public override string Field => "into";
}

public sealed record SurvivorIsNotOpen : InvalidRefusal
{
    public override string Field => "into";
}

public sealed record TicketIsNotLinkedToItself : InvalidRefusal
{
    public override string Field => "to";
}

public sealed record TicketsAreLinkedAlready : InvalidRefusal
{
    public override string Field => "to";
}

public sealed record TicketsAreNotLinked : InvalidRefusal
{
    public override string Field => "to";
}

public sealed record LinkComesFromSplitting : InvalidRefusal
{
    public override string Field => "kind";
}

public sealed record FamilyWouldBeACircle : InvalidRefusal
{
    public override string Field => "to";
}

public sealed record FamilyIsTooDeep(int Levels) : InvalidRefusal
{
    public override string Field => "to";

    public override object[] Arguments => [Levels];
}

public sealed record NothingToSplit : InvalidRefusal
{
    public override string Field => "text";
}

public sealed record InternalNotesAreNotSplit : InvalidRefusal
{
    public override string Field => "notes";
}

public sealed record SplitIsTooLong(int Characters) : InvalidRefusal
{
    public override string Field => "notes";

    public override object[] Arguments => [Characters];
}

public sealed record TooManyTickets(int Most) : InvalidRefusal
{
    public override string Field => "tickets";

    public override object[] Arguments => [Most];
}

/// <param name="Count">As far as it was counted.</param>
public sealed record TooManyTicketsAtOnce(string Count, int Most) : InvalidRefusal
{
    public override string Field => "tickets";

    public override object[] Arguments => [Count, Most];
}

public sealed record EitherTicketsOrAFilter : InvalidRefusal
{
    public override string Field => "filter";
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

public sealed record TooManyTasks(int Most) : InvalidRefusal
{
    public override string Field => "text";

    public override object[] Arguments => [Most];
}

public sealed record TaskAssigneeMayNotRead(string Name) : InvalidRefusal
{
    public override string Field => "assignee";

    public override object[] Arguments => [Name];
}

public sealed record TimeIsNotUnderstood(string Text) : InvalidRefusal
{
    public override string Field => "spent";

    public override object[] Arguments => [Text.Length > 40 ? Text[..40] : Text];
}

public sealed record TimeIsOutOfRange(int Most) : InvalidRefusal
{
    public override string Field => "spent";

    public override object[] Arguments => [Most];
}

public sealed record DayIsTooLongAgo(int Days) : InvalidRefusal
{
    public override string Field => "day";

    public override object[] Arguments => [Days];
}

// This actor may not.
public sealed record TimeIsSomebodyElses : ForbiddenRefusal;

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
