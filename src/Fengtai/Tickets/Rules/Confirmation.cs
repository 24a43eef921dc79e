using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>From solved to closed, and back.</summary>
internal static class Confirmation
{
    /// <summary>So many calls without an answer …</summary>
    public const int MostCalls = 3;

    /// <summary>… and so long after it was resolved, it is closed as not reached.</summary>
    public static readonly TimeSpan PatienceForAnswer = TimeSpan.FromHours(48);

    /// <summary>Later than this a closed ticket stays closed and a linked one is opened.</summary>
    public static readonly TimeSpan ReopeningPeriod = TimeSpan.FromDays(7);

    public static Decision Confirm(Ticket ticket, Standing by) =>
        !by.IsUserSide ? new OnlyTheRequesterConfirms()
        : NotResolved(ticket) is { } no ? no
        : Decision.Happen(new SolutionConfirmed(Spoken: false), new TicketClosed(CloseCode.Confirmed, null));

    public static Decision Reject(Ticket ticket, Standing by, string? reason) =>
        !by.IsUserSide ? new OnlyTheRequesterConfirms()
        : NotResolved(ticket) is { } no ? no
        : string.IsNullOrWhiteSpace(reason) ? new Missing("reason")
        : new SolutionRejected(reason, ticket.ReopenCount + 1);

    /// <summary>回访: the desk calls the user.</summary>
    public static Decision Call(Ticket ticket, Standing by, CallOutcome outcome, string? note, DateTimeOffset now)
    {
        if (!by.IsFollowUp)
        {
            return new OnlyTheDeskDoesThis();
        }
        if (NotResolved(ticket) is { } no)
        {
            return no;
        }
        var called = new FollowUpCalled(outcome, note, ticket.CallAttempts + 1);
        return outcome switch
        {
            CallOutcome.Solved => Decision.Happen(called, new SolutionConfirmed(Spoken: true), new TicketClosed(CloseCode.CalledBack, null)),
            CallOutcome.Unsolved when string.IsNullOrWhiteSpace(note) => new Missing("note"),
            CallOutcome.Unsolved => Decision.Happen(called, new SolutionRejected(note, ticket.ReopenCount + 1)),
            CallOutcome.NotReached => Decision.Happen(called, NobodyAnswers(ticket, called.Attempt, now) ? new TicketClosed(CloseCode.NoAnswer, null) : null),
        };
    }

    /// <summary>Whether the calls are used up and the time is over.</summary>
    public static bool NobodyAnswers(Ticket ticket, int attempts, DateTimeOffset now) =>
        ticket.Status == TicketStatus.Resolved && attempts >= MostCalls && now >= ticket.ResolvedAt + PatienceForAnswer;

    /// <summary>The desk closes what needs no solution.</summary>
    /// <param name="explanation">What the requester reads.</param>
    public static Decision Close(Ticket ticket, Standing by, CloseCode code, string? explanation, DateTimeOffset now) => code switch
    {
        _ when !by.IsDesk => new OnlyTheDeskDoesThis(),
        _ when ticket.Status == TicketStatus.Closed => new TicketIsAlreadyClosed(),
        _ when ticket.Status == TicketStatus.Cancelled => new TicketWasCancelled(),
        CloseCode.Confirmed or CloseCode.CalledBack => new OnlyTheRequesterConfirms(),
        CloseCode.NoAnswer when !NobodyAnswers(ticket, ticket.CallAttempts, now) => new CallsAreNotExhausted(MostCalls),
        CloseCode.Recovered when ticket.Type != TicketType.Alert => new OnlyAlertsCloseOnRecovery(),
        CloseCode.Duplicate or CloseCode.NotIt or CloseCode.SelfRecovered when string.IsNullOrWhiteSpace(explanation) => new Missing("note"),
        CloseCode.Spam or CloseCode.NoAnswer or CloseCode.Recovered or CloseCode.Duplicate or CloseCode.NotIt or CloseCode.SelfRecovered => Decision.Happen(
            ticket.Status == TicketStatus.New ? new TicketAccepted(by.Actor.Id) : null,
            new TicketClosed(code, explanation)),
    };

    /// <summary>Within the period the ticket itself goes back to work; afterwards <see cref="IsTooLateToReopen"/> says so.</summary>
    public static Decision Reopen(Ticket ticket, Standing by, string? reason) => ticket.Status switch
    {
        _ when ticket.MergedIntoId is not null => new TicketWasMerged(),
        TicketStatus.Cancelled => new TicketWasCancelled(),
        not TicketStatus.Closed => new TicketIsNotClosed(),
        _ when !by.IsUserSide && !by.IsDesk => new TicketIsNotYours(),
        _ when string.IsNullOrWhiteSpace(reason) => new Missing("reason"),
        _ => new TicketReopened(reason, ticket.ReopenCount + 1),
    };

    public static bool IsTooLateToReopen(Ticket ticket, DateTimeOffset now) => now > ticket.ClosedAt + ReopeningPeriod;

    public static Decision Cancel(Ticket ticket, Standing by, string? reason) => ticket.Status switch
    {
        TicketStatus.Closed => new TicketIsAlreadyClosed(),
        TicketStatus.Cancelled => new TicketWasCancelled(),
        _ when !by.IsUserSide => new OnlyTheRequesterCancels(),
        _ when ticket.StartedAt is not null || ticket.Status == TicketStatus.Resolved => new WorkHasBegun(),
        _ when string.IsNullOrWhiteSpace(reason) => new Missing("reason"),
        _ => new TicketCancelled(reason),
    };

    private static Refusal? NotResolved(Ticket ticket) => ticket.Status switch
    {
        TicketStatus.Resolved => null,
        TicketStatus.Closed => new TicketIsAlreadyClosed(),
        TicketStatus.Cancelled => new TicketWasCancelled(),
        _ => new TicketIsNotResolved(),
    };
}
