using Fengtai.Platform.Texts;

namespace Fengtai.Tickets.Rules;

/// <summary>What people are told of a ticket in the page. Kept as text keys: names stay.</summary>
[TextKeys("tickets.news")]
internal enum News
{
    /// <summary>Given to this engineer.</summary>
    Assigned,

    /// <summary>Given to this person's team, and to nobody in it.</summary>
    AssignedToTeam,

    /// <summary>The user wrote.</summary>
    UserWrote,

    /// <summary>The user says that it is not solved.</summary>
    NotSolved,

    /// <summary>It was closed and is open again.</summary>
    Reopened,

    /// <summary>To the requester: somebody answered.</summary>
    Answered,

    /// <summary>To the requester: a question was put, and work waits for the answer.</summary>
    Asked,

    /// <summary>To the requester: what will be done.</summary>
    Planned,

    /// <summary>To the requester: until when to count on something.</summary>
    Promised,

    /// <summary>The user asks for haste.</summary>
    Urged,

    /// <summary>To those who lead: the user asks for haste again, or nobody has it yet.</summary>
    UrgedAgain,

    /// <summary>Escalated to this person's team.</summary>
    EscalatedToTeam,

    /// <summary>To those who lead and manage: they are called in.</summary>
    EscalatedUp,

    /// <summary>To those who lead: a supplier was called in.</summary>
    HandedToSupplier,

    /// <summary>To the requester: solved, to be confirmed.</summary>
    Resolved,

    /// <summary>To the requester: it goes on in another ticket.</summary>
    Merged,

    /// <summary>To the requester: it goes on by itself again.</summary>
    Unmerged,

    /// <summary>To the requester: it is part of a major incident.</summary>
    JoinedMajor,

    /// <summary>To those who follow it: there is news.</summary>
    Followed,

    /// <summary>The date until which it was put on hold has come.</summary>
    WaitIsOver,

    /// <summary>It became a major incident.</summary>
    MajorDeclared,

    /// <summary>It is none after all.</summary>
    MajorWithdrawn,

    /// <summary>To those who work on it: it is part of a major incident.</summary>
    BecamePartOfMajor,

    /// <summary>A task of it is this person's to do.</summary>
    TaskGiven,

    /// <summary>A note names this person.</summary>
    Mentioned,

    /// <summary>A colleague wants this person to watch it.</summary>
    AddedAsWatcher,

    /// <summary>To those who watch it, as all that follow: the user was answered.</summary>
    WatchedAnswered,

    WatchedUserWrote,
    WatchedAccepted,
    WatchedPassedOn,
    WatchedEscalated,
    WatchedStarted,
    WatchedWaiting,
    WatchedResumed,
    WatchedResolved,
    WatchedNotSolved,
    WatchedReopened,
    WatchedClosed,
    WatchedCancelled,
    WatchedMerged,
}

/// <summary>Who is told of what happens to a ticket.</summary>
internal static class NewsOf
{
    /// <summary>What those who work on it are told.</summary>
    /// <param name="ticket">As it is after everything that happened in the same step.</param>
    /// <param name="team">The members of the team it was given to.</param>
    public static (News News, IEnumerable<Guid> People)? ForStaff(TicketEvent happened, Ticket ticket, IReadOnlyList<Guid> team) => happened switch
    {
        TicketAssigned { To.AssigneeId: { } engineer } given when engineer != given.From.AssigneeId => (News.Assigned, [engineer]),
        TicketPassedOn { To.AssigneeId: { } engineer } => (News.Assigned, [engineer]),
        ActUndone { To.AssigneeId: { } engineer } back when engineer != back.From?.AssigneeId => (News.Assigned, [engineer]),
        TicketAssigned { To.AssigneeId: null } or TicketPassedOn { To.AssigneeId: null } => (News.AssignedToTeam, team),
        NoteAdded { IsFromUser: true, IsPublic: true, NoReplyNeeded: false } => (News.UserWrote, Responsible(ticket)),
        SolutionRejected => (News.NotSolved, Responsible(ticket)),
        TicketUrged => (News.Urged, Responsible(ticket)),
        TicketEscalated { Target: EscalationTarget.NextLine } => (News.EscalatedToTeam, team),
        TicketReopened => (News.Reopened, Responsible(ticket)),
        WaitEnded { Because: WaitEnd.DateCame } => (News.WaitIsOver, Responsible(ticket)),
        MajorIncidentDeclared => (News.MajorDeclared, [.. Responsible(ticket), .. team]),
        MajorIncidentWithdrawn => (News.MajorWithdrawn, [.. Responsible(ticket), .. team]),
        MajorIncidentJoined => (News.BecamePartOfMajor, Responsible(ticket)),
        TasksAdded added => (News.TaskGiven, added.Tasks.Select(t => t.Task.AssigneeId).OfType<Guid>().Distinct()),
        TaskChanged { To.AssigneeId: { } person } changed when person != changed.From.AssigneeId => (News.TaskGiven, [person]),
        WatcherAdded { ByMention: false } added => (News.AddedAsWatcher, [added.WatcherId]),
        _ => null,
    };

    /// <summary>What the requester's side is told.</summary>
    public static News? ForRequester(TicketEvent happened, Ticket ticket) => happened switch
    {
        NoteAdded { IsPublic: true, IsFromUser: false } => ticket is { Status: TicketStatus.Waiting, WaitReason: WaitReason.User } ? News.Asked : News.Answered,
        PlanGiven => News.Planned,
        PromiseMade => News.Promised,
        TicketResolved { FirstContact: false } => News.Resolved,
        TicketMerged => News.Merged,
        TicketUnmerged => News.Unmerged,
        MajorIncidentJoined => News.JoinedMajor,
        _ => null,
    };

    /// <summary>What those are told whose ticket was merged into it.</summary>
    public static News? ForFollowers(TicketEvent happened) => happened is NoteAdded { IsPublic: true, IsFromUser: false } or PlanGiven or PromiseMade or TicketResolved ? News.Followed : null;

    /// <summary>What those are told who lead the team that has it.</summary>
    public static News? ForLeads(TicketEvent happened, Ticket ticket) => happened switch
    {
        TicketUrged { Count: var count } when count > 1 || !Responsible(ticket).Any() => News.UrgedAgain,
        TicketEscalated { Target: EscalationTarget.Manager } => News.EscalatedUp,
        TicketEscalated { Target: EscalationTarget.Supplier } => News.HandedToSupplier,
        _ => null,
    };

    /// <summary>What those are told who watch it: words to and from the user, who has it, and states; of several in one step the one in which it stays.</summary>
    /// <param name="ticket">As it is after everything that happened in the same step.</param>
    public static News? ForWatchers(TicketEvent happened, Ticket ticket) => happened switch
    {
        NoteAdded { IsPublic: true, IsFromUser: false } or PlanGiven or PromiseMade => News.WatchedAnswered,
        NoteAdded { IsPublic: true, NoReplyNeeded: false } => News.WatchedUserWrote,
        TicketAccepted when ticket.Status == TicketStatus.Accepted => News.WatchedAccepted,
        TicketAssigned or TicketPassedOn or TicketClaimed or TicketEscalated { Target: EscalationTarget.NextLine } => News.WatchedPassedOn,
        TicketEscalated => News.WatchedEscalated,
        WorkStarted when ticket.Status == TicketStatus.InProgress => News.WatchedStarted,
        WaitStarted when ticket.Status == TicketStatus.Waiting => News.WatchedWaiting,
        WaitEnded { Because: not WaitEnd.Answered } when ticket is { IsInWork: true, Status: not TicketStatus.Waiting } => News.WatchedResumed,
        TicketResolved when ticket.Status == TicketStatus.Resolved => News.WatchedResolved,
        SolutionRejected => News.WatchedNotSolved,
        TicketReopened => News.WatchedReopened,
        TicketClosed => News.WatchedClosed,
        TicketCancelled => News.WatchedCancelled,
        TicketMerged => News.WatchedMerged,
        _ => null,
    };

    /// <summary>The kind by which people want it or not.</summary>
    public static TicketNotice KindOf(News news) => news switch
    {
        News.Assigned or News.TaskGiven => TicketNotice.Assigned,
        News.AssignedToTeam or News.EscalatedToTeam => TicketNotice.AssignedToTeam,
        News.EscalatedUp or News.HandedToSupplier => TicketNotice.Escalated,
        News.UserWrote or News.NotSolved or News.Reopened => TicketNotice.UserReplied,
        News.Urged or News.UrgedAgain => TicketNotice.Urged,
        News.Mentioned => TicketNotice.Mentioned,
        News.WaitIsOver => TicketNotice.WaitEnded,
        News.MajorDeclared or News.MajorWithdrawn or News.BecamePartOfMajor => TicketNotice.Major,
        News.Answered or News.Asked or News.Planned or News.Promised or News.Resolved or News.Merged or News.Unmerged or News.JoinedMajor or News.Followed => TicketNotice.OwnRequests,
        News.AddedAsWatcher or News.WatchedAnswered or News.WatchedUserWrote or News.WatchedAccepted or News.WatchedPassedOn or News.WatchedEscalated or News.WatchedStarted or News.WatchedWaiting
            or News.WatchedResumed or News.WatchedResolved or News.WatchedNotSolved or News.WatchedReopened or News.WatchedClosed or News.WatchedCancelled or News.WatchedMerged => TicketNotice.Watched,
    };

    /// <summary>The team whose members <see cref="ForStaff"/> needs.</summary>
    public static Guid? TeamOf(TicketEvent happened, Ticket ticket) => happened switch
    {
        MajorIncidentDeclared or MajorIncidentWithdrawn => ticket.TeamId,
        TicketAssigned { To: { AssigneeId: null, TeamId: { } team } } => team,
        TicketPassedOn { To: { AssigneeId: null, TeamId: { } team } } => team,
        TicketEscalated { Target: EscalationTarget.NextLine, To.TeamId: { } team } => team,
        _ => null,
    };

    public static IEnumerable<Guid> Responsible(Ticket ticket) => new[] { ticket.OwnerId, ticket.AssigneeId }.OfType<Guid>();
}
