using Fengtai.Catalog;
using Fengtai.Tickets.Relations;

namespace Fengtai.Tickets;

/// <summary>
/// One request, whatever its channel and type. Changed only by <see cref="Rules.TicketState"/> applying events;
/// what higher practices keep here (the next deadline) they set themselves.
/// </summary>
public sealed class Ticket
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What people call it by.</summary>
    public long Number { get; set; }

    public TicketType Type { get; set; }

    public string Subject { get; set; } = "";

    public string Description { get; set; } = "";

    public TicketStatus Status { get; set; }

    /// <summary>The desk's classification; null until there is one.</summary>
    public Impact? Impact { get; set; }

    public Urgency? Urgency { get; set; }

    public Priority Priority { get; set; } = Priority.Normal;

    /// <summary>What the requester chose: a claim until the desk has classified.</summary>
    public Impact? ClaimedImpact { get; set; }

    public Urgency? ClaimedUrgency { get; set; }

    public Guid? CategoryId { get; set; }

    public Channel Channel { get; set; }

    /// <summary>Who is affected.</summary>
    public Guid RequesterId { get; set; }

    /// <summary>Who told it, where that is somebody else.</summary>
    public Guid? ReportedById { get; set; }

    /// <summary>Who on the desk answers for it; null only while new.</summary>
    public Guid? OwnerId { get; set; }

    public Guid? TeamId { get; set; }

    public Guid? AssigneeId { get; set; }

    public bool OutOfScope { get; set; }

    /// <summary>Work entered after it was done (补录): its times are real, it counts in no response figure.</summary>
    public bool EnteredAfterwards { get; set; }

    /// <summary>Who to contact and how, in the requester's words.</summary>
    public string? Contact { get; set; }

    public string? Place { get; set; }

    /// <summary>Answers to the category's form with their questions, as JSON.</summary>
    public string Answers { get; set; } = "[]";

    /// <summary>Keys of the required fields that were not answered.</summary>
    public List<string> MissingAnswers { get; set; } = [];

    /// <summary>When the fault began, as the requester says.</summary>
    public DateTimeOffset? OccurredAt { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public DateTimeOffset? AssignedAt { get; set; }

    /// <summary>When the present assignee took the job.</summary>
    public DateTimeOffset? TakenAt { get; set; }

    public DateTimeOffset? FirstResponseAt { get; set; }

    /// <summary>When work first began.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The last public word of staff to the user, or the opening.</summary>
    public DateTimeOffset LastUpdateToUserAt { get; set; }

    /// <summary>The oldest message of the user that waits for an answer.</summary>
    public DateTimeOffset? UnansweredSince { get; set; }

    public WaitReason? WaitReason { get; set; }

    /// <summary>When the wait ends by itself.</summary>
    public DateTimeOffset? WaitUntil { get; set; }

    /// <summary>What it goes back to after the wait.</summary>
    public TicketStatus? StatusBeforeWait { get; set; }

    /// <summary>The solution in words the user can read.</summary>
    public string? Solution { get; set; }

    public string? Cause { get; set; }

    public string? Prevention { get; set; }

    /// <summary>What was tested after the repair.</summary>
    public string? Tested { get; set; }

    public ResolutionOutcome? Outcome { get; set; }

    /// <summary>Solved at first contact (一次性解决).</summary>
    public bool FirstContact { get; set; }

    public CloseCode? CloseCode { get; set; }

    /// <summary>How often it was put back to work after it had been called solved.</summary>
    public int ReopenCount { get; set; }

    /// <summary>Follow-up calls without an answer since it was last resolved.</summary>
    public int CallAttempts { get; set; }

    /// <summary>The ticket that this one continues.</summary>
    public Guid? FollowsId { get; set; }

    /// <summary>The ticket in which this one goes on; that one may have been merged in turn.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>The ticket that this one is a part of, such as a major incident.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>重大事件: declared, and not withdrawn.</summary>
    public bool IsMajor { get; set; }

    /// <summary>Those who follow it because a ticket of theirs was merged into it; empty unless loaded.</summary>
    internal List<Participant> Participants { get; init; } = [];

    /// <summary>The same again, on which can be tried what would happen.</summary>
    internal Ticket Copy() => (Ticket)MemberwiseClone();

    public int? RatingOverall { get; set; }

    public int? RatingSpeed { get; set; }

    public int? RatingAttitude { get; set; }

    public int? RatingResult { get; set; }

    public string? RatingComment { get; set; }

    public DateTimeOffset? RatedAt { get; set; }

    /// <summary>How many tasks are on its list.</summary>
    public int TaskCount { get; set; }

    public int TasksDone { get; set; }

    /// <summary>Tasks without which it is not solved.</summary>
    public int RequiredTasksOpen { get; set; }

    /// <summary>What the work on it took in all, as far as it was entered.</summary>
    public int MinutesSpent { get; set; }

    /// <summary>What staff promised the user and is still open, in words the user reads.</summary>
    public string? PromiseText { get; set; }

    public DateTimeOffset? PromisedAt { get; set; }

    /// <summary>Until when it was promised.</summary>
    public DateTimeOffset? PromisedBy { get; set; }

    /// <summary>How often haste was asked for (催办).</summary>
    public int UrgeCount { get; set; }

    public DateTimeOffset? LastUrgedAt { get; set; }

    /// <summary>When an engineer last came to where the work is.</summary>
    public DateTimeOffset? ArrivedAt { get; set; }

    /// <summary>When the engineer who came last went again; null while they are there.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>What happens next; null when nothing does.</summary>
    public NextActionKind? NextAction { get; set; }

    public DateTimeOffset? NextDueAt { get; set; }

    /// <summary>From when on that is close: less than a quarter of its time is left.</summary>
    public DateTimeOffset? NextSoonAt { get; set; }

    /// <summary>PostgreSQL's <c>xmin</c>: another value means that somebody saved in between.</summary>
    public uint Version { get; set; }

    public bool IsOpen => Status is not (TicketStatus.Closed or TicketStatus.Cancelled);

    /// <summary>Somebody at work may go on with it: accepted, not waiting for confirmation or at its end.</summary>
    public bool IsInWork => Status is TicketStatus.Accepted or TicketStatus.Assigned or TicketStatus.InProgress or TicketStatus.Waiting;
}

/// <summary>A message in a ticket's conversation, or a note among staff.</summary>
public sealed class Note
{
    public Guid Id { get; init; }

    public Guid TicketId { get; init; }

    public Guid? AuthorId { get; init; }

    public DateTimeOffset At { get; init; }

    public string Text { get; init; } = "";

    /// <summary>For the requester's eyes too.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Written by the requester's side.</summary>
    public bool IsFromUser { get; init; }

    public bool NoReplyNeeded { get; set; }

    /// <summary>Reads like nothing but thanks; somebody may mark it as needing no reply.</summary>
    public bool LooksLikeThanks { get; init; }

    /// <summary>The merged ticket at which it was written.</summary>
    public Guid? ThroughId { get; init; }
}

/// <summary>A file on a ticket or one of its notes; it is as visible as what it hangs on.</summary>
public sealed class Attachment
{
    public Guid FileId { get; init; }

    public Guid TicketId { get; init; }

    /// <summary>Null: it came with the request itself.</summary>
    public Guid? NoteId { get; init; }

    public bool IsPublic { get; init; }
}
