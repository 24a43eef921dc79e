using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>Working on a ticket until it is solved.</summary>
internal static class Handling
{
    /// <summary>The longest wait in days; what takes longer is not waiting.</summary>
    public const int LongestWait = 180;

    /// <summary>Work begins; who was not asked to take the job takes it now.</summary>
    public static Decision Start(Ticket ticket, Standing by)
    {
        if (Dispatching.NotInWork(ticket) is { } no)
        {
            return no;
        }
        if (!by.IsAtWork)
        {
            return new TicketIsNotYours();
        }
        if (ticket.AssigneeId is not null && !by.IsAssignee)
        {
            return new TicketIsAssignedToSomebodyElse();
        }
        return ticket.Status switch
        {
            TicketStatus.Waiting => new TicketIsWaiting(),
            TicketStatus.InProgress => new TicketIsAlreadyInProgress(),
            _ => Decision.Happen(
                ticket.AssigneeId is null ? new TicketClaimed(by.Actor.Id, null) : null,
                ticket is { AssigneeId: not null, TakenAt: null } ? new TicketTaken(by.Actor.Id) : null,
                new WorkStarted()),
        };
    }

    /// <summary>A conversation outside this system. By telephone or face to face it is a response.</summary>
    public static Decision Contact(Ticket ticket, Standing by, ContactBy means, DateTimeOffset at, string? note, DateTimeOffset now)
    {
        Refusal? no = true switch
        {
            _ when !by.IsAtWork && !by.IsFollowUp => new TicketIsNotYours(),
            _ when !ticket.IsOpen => new TicketIsAlreadyClosed(),
            _ when string.IsNullOrWhiteSpace(note) => new Missing("note"),
            _ when at > now => new TimeIsInTheFuture("at"),
            _ when at < ticket.OpenedAt => new TimesAreOutOfOrder("at"),
            _ => null,
        };
        return no is not null ? no : Decision.Happen(
            new ContactMade(means, at, note!),
            means is ContactBy.Phone or ContactBy.InPerson && Conversation.IsFirstResponse(ticket) ? new FirstResponseGiven(at) : null);
    }

    /// <param name="question">The note with the question, where the user is asked.</param>
    /// <param name="note">An internal note.</param>
    /// <param name="supplier">Which one, where one is waited for and it is known.</param>
    public static Decision Wait(Ticket ticket, Standing by, WaitReason reason, DateTimeOffset? until, NoteAdded? question, NoteAdded? note, DateTimeOffset now, string? supplier = null)
    {
        Refusal? no = until switch
        {
            _ when !by.IsAtWork => new TicketIsNotYours(),
            _ when Dispatching.NotInWork(ticket) is { } notInWork => notInWork,
            _ when ticket.Status == TicketStatus.Waiting => new TicketIsWaiting(),
            _ when reason == WaitReason.User && question is null => new WaitingForTheUserNeedsAQuestion(),
            null => new WaitNeedsADate(),
            { } end when end <= now => new WaitEndsInThePast(),
            { } end when end > now.AddDays(LongestWait) => new WaitIsTooLong(LongestWait),
            _ => null,
        };
        return no is not null ? no : Decision.Happen(
            question,
            question is not null && Conversation.IsFirstResponse(ticket) ? new FirstResponseGiven(now) : null,
            note,
            new WaitStarted(reason, until!.Value, supplier));
    }

    public static Decision Resume(Ticket ticket, Standing by, WaitEnd because) => ticket switch
    {
        { Status: not TicketStatus.Waiting } => new TicketIsNotWaiting(),
        _ when because == WaitEnd.Resumed && !by.IsAtWork => new TicketIsNotYours(),
        _ => new WaitEnded(ticket.WaitReason!.Value, because),
    };

    public static Decision Resolve(Ticket ticket, Standing by, Resolution given, DateTimeOffset now)
    {
        if (!by.IsAtWork)
        {
            return new TicketIsNotYours();
        }
        if (given.FirstContact)
        {
            return ResolveAtFirstContact(ticket, by, given, now);
        }
        if (Dispatching.NotInWork(ticket) is { } no)
        {
            return no;
        }
        var missing = Missing(ticket.Type, given);
        return missing.Count > 0 ? Decision.Refuse(missing)
            : TaskRules.NotSolvable(ticket) is { } notYet ? notYet
            : Solve(ticket, given);
    }

    /// <summary>一次性解决: the desk answers while the user is there, hears that it is solved, and closes.</summary>
    private static Decision ResolveAtFirstContact(Ticket ticket, Standing by, Resolution given, DateTimeOffset now)
    {
        Refusal? no = ticket switch
        {
            _ when !by.IsDesk => new OnlyTheDeskDoesThis(),
            { Status: not (TicketStatus.New or TicketStatus.Accepted) } => Dispatching.NotInWork(ticket) ?? new FirstContactIsOver(),
            { ReopenCount: > 0 } => new FirstContactIsOver(),
            _ when string.IsNullOrWhiteSpace(given.Solution) => new SolutionIsMissing(),
            _ => TaskRules.NotSolvable(ticket),
        };
        return no is not null ? no : Decision.Happen(
            ticket.Status == TicketStatus.New ? new TicketAccepted(by.Actor.Id) : null,
            Conversation.IsFirstResponse(ticket) ? new FirstResponseGiven(now) : null,
            new DiagnosisRecorded(given.Cause, given.Tested),
            new TicketResolved(given.Solution!, given.Prevention, given.Outcome, FirstContact: true),
            new SolutionConfirmed(Spoken: true),
            new TicketClosed(CloseCode.Confirmed, null));
    }

    private static Decision Solve(Ticket ticket, Resolution given) => Decision.Happen(
        ticket.Status == TicketStatus.Waiting ? new WaitEnded(ticket.WaitReason!.Value, WaitEnd.Resumed) : null,
        ticket.StartedAt is null ? new WorkStarted() : null,
        new DiagnosisRecorded(given.Cause, given.Tested),
        new TicketResolved(given.Solution!, given.Prevention, given.Outcome, FirstContact: false));

    /// <summary>A fault has a cause and a repair that was tested; what was merely wished for or asked has neither.</summary>
    internal static List<Refusal> Missing(TicketType type, Resolution given)
    {
        var isFault = type is TicketType.Incident or TicketType.Alert;
        var missing = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(given.Solution))
        {
            missing.Add(new SolutionIsMissing());
        }
        if (isFault && string.IsNullOrWhiteSpace(given.Cause))
        {
            missing.Add(new CauseIsMissing());
        }
        if (isFault && string.IsNullOrWhiteSpace(given.Tested))
        {
            missing.Add(new TestIsMissing());
        }
        return missing;
    }
}

/// <summary>How it was solved, as told.</summary>
internal sealed record Resolution(string? Solution, string? Cause, string? Prevention, string? Tested, ResolutionOutcome Outcome, bool FirstContact);
