using System.Text.Json.Serialization;
using Fengtai.Catalog;
using Fengtai.Platform.Events;

namespace Fengtai.Tickets;

/// <summary>What can happen to a ticket. Higher practices react to these.</summary>
public abstract record TicketEvent : Event
{
    /// <summary>The subject kind of all ticket events, and the live topic.</summary>
    public const string SubjectKind = "ticket";
}

/// <summary>A ticket event that the requester sees too.</summary>
public abstract record PublicTicketEvent : TicketEvent
{
    public override Visibility Visibility => Visibility.Public;
}

public sealed record TicketOpened(
    TicketType Type, string Subject, Channel Channel, Guid RequesterId, Guid? ReportedById, Guid? CategoryId,
    Impact? ClaimedImpact, Urgency? ClaimedUrgency, IReadOnlyList<string> MissingAnswers, bool EnteredAfterwards, Guid? FollowsId) : PublicTicketEvent
{
    public override string Kind => "opened";
}

public sealed record TicketAccepted(Guid OwnerId) : PublicTicketEvent
{
    public override string Kind => "accepted";
}

/// <summary>What the desk judged; every member is the new value, <see cref="From"/> the old ones.</summary>
public sealed record TicketClassified(Classification From, Classification To, string? Reason) : TicketEvent
{
    public override string Kind => "classified";
}

public sealed record Classification(TicketType Type, Guid? CategoryId, Impact? Impact, Urgency? Urgency, Priority Priority, bool OutOfScope, IReadOnlyList<string> MissingAnswers);

public sealed record TicketCorrected(Particulars From, Particulars To) : TicketEvent
{
    public override string Kind => "corrected";
}

/// <summary>What may be put right in the wording of a request.</summary>
public sealed record Particulars(string Subject, string? Contact, string? Place);

public sealed record TicketAssigned(Assignment From, Assignment To) : TicketEvent
{
    public override string Kind => "assigned";
}

public sealed record TicketPassedOn(Assignment From, Assignment To, string Reason) : TicketEvent
{
    public override string Kind => "passedOn";
}

/// <summary>A team, an engineer, or an engineer of a team.</summary>
public sealed record Assignment(Guid? TeamId, Guid? AssigneeId);

public sealed record TicketTaken(Guid AssigneeId) : TicketEvent
{
    public override string Kind => "taken";
}

public sealed record TicketClaimed(Guid AssigneeId, Guid? From) : TicketEvent
{
    public override string Kind => "claimed";
}

public sealed record WorkStarted : PublicTicketEvent
{
    public override string Kind => "started";
}

public sealed record ContactMade(ContactBy By, DateTimeOffset ContactAt, string Note) : TicketEvent
{
    public override string Kind => "contacted";
}

/// <summary>The user heard from a person for the first time.</summary>
public sealed record FirstResponseGiven(DateTimeOffset RespondedAt) : PublicTicketEvent
{
    public override string Kind => "firstResponse";
}

public sealed record NoteAdded(Guid NoteId, bool IsPublic, bool IsFromUser, bool NoReplyNeeded, bool LooksLikeThanks) : TicketEvent
{
    public override string Kind => "note";

    public override Visibility Visibility => IsPublic ? Visibility.Public : Visibility.Internal;

    /// <summary>Kept with the note, not in the log.</summary>
    [JsonIgnore]
    public string Text { get; init; } = "";

    [JsonIgnore]
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>The merged ticket at which it was written.</summary>
    [JsonIgnore]
    public Guid? ThroughId { get; init; }

    /// <summary>Those of the staff whom it names.</summary>
    [JsonIgnore]
    public IReadOnlyList<NamedPerson> Named { get; init; } = [];
}

/// <summary>Somebody named in a note.</summary>
/// <param name="Said">As it stands in the text, without the sign.</param>
/// <param name="Watches">They watched the ticket before.</param>
public sealed record NamedPerson(string Said, Guid PersonId, bool Watches);

/// <summary>What the form had left open was answered, or answered anew.</summary>
/// <param name="StillMissing">Keys of the required fields that have no answer even now.</param>
public sealed record QuestionsAnswered(IReadOnlyList<GivenAnswer> Given, IReadOnlyList<string> StillMissing) : PublicTicketEvent
{
    public override string Kind => "questionsAnswered";
}

/// <param name="UnansweredSince">The oldest other message of the user that still waits; null where none does.</param>
public sealed record NoReplyIsNeeded(Guid NoteId, DateTimeOffset? UnansweredSince) : TicketEvent
{
    public override string Kind => "noReplyNeeded";
}

/// <param name="Supplier">Which one is waited for, where it was said; for staff.</param>
public sealed record WaitStarted(WaitReason Reason, DateTimeOffset Until, string? Supplier = null) : PublicTicketEvent
{
    public override string Kind => "waiting";
}

public sealed record WaitEnded(WaitReason Reason, WaitEnd Because) : PublicTicketEvent
{
    public override string Kind => "resumed";
}

public sealed record TicketResolved(string Solution, string? Prevention, ResolutionOutcome Outcome, bool FirstContact) : PublicTicketEvent
{
    public override string Kind => "resolved";
}

/// <summary>What staff found out; not part of what the user reads.</summary>
public sealed record DiagnosisRecorded(string? Cause, string? Tested) : TicketEvent
{
    public override string Kind => "diagnosed";
}

/// <param name="Spoken">By word of mouth, as the desk recorded it.</param>
public sealed record SolutionConfirmed(bool Spoken) : PublicTicketEvent
{
    public override string Kind => "confirmed";
}

public sealed record SolutionRejected(string Reason, int Count) : PublicTicketEvent
{
    public override string Kind => "notSolved";
}

public sealed record FollowUpCalled(CallOutcome Outcome, string? Note, int Attempt) : TicketEvent
{
    public override string Kind => "called";
}

public sealed record TicketClosed(CloseCode Code, string? Explanation) : PublicTicketEvent
{
    public override string Kind => "closed";
}

public sealed record TicketReopened(string Reason, int Count) : PublicTicketEvent
{
    public override string Kind => "reopened";
}

public sealed record FollowUpTicketOpened(Guid FollowUpId, string Reason) : PublicTicketEvent
{
    public override string Kind => "followedUp";
}

public sealed record TicketCancelled(string Reason) : PublicTicketEvent
{
    public override string Kind => "cancelled";
}

public sealed record TicketRated(Rating Rating, Rating? Before) : PublicTicketEvent
{
    public override string Kind => "rated";
}

/// <summary>Somebody ran a macro; what it did follows at the same moment.</summary>
public sealed record MacroRan(Guid MacroId, string Name) : TicketEvent
{
    public override string Kind => "macro";
}

/// <summary>5 = 非常满意 … 1 = 非常不满意.</summary>
public sealed record Rating(int Overall, int? Speed, int? Attitude, int? Result, string? Comment);
