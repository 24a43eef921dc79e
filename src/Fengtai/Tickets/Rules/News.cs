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
        TicketAssigned { To.AssigneeId: null } or TicketPassedOn { To.AssigneeId: null } => (News.AssignedToTeam, team),
        NoteAdded { IsFromUser: true, IsPublic: true, NoReplyNeeded: false } => (News.UserWrote, Responsible(ticket)),
        SolutionRejected => (News.NotSolved, Responsible(ticket)),
        TicketReopened => (News.Reopened, Responsible(ticket)),
        _ => null,
    };

    /// <summary>What the requester's side is told.</summary>
    public static News? ForRequester(TicketEvent happened, Ticket ticket) => happened switch
    {
        NoteAdded { IsPublic: true, IsFromUser: false } => ticket is { Status: TicketStatus.Waiting, WaitReason: WaitReason.User } ? News.Asked : News.Answered,
        TicketResolved { FirstContact: false } => News.Resolved,
        TicketMerged => News.Merged,
        TicketUnmerged => News.Unmerged,
        MajorIncidentJoined => News.JoinedMajor,
        _ => null,
    };

    /// <summary>What those are told whose ticket was merged into it.</summary>
    public static News? ForFollowers(TicketEvent happened) => happened is NoteAdded { IsPublic: true, IsFromUser: false } or TicketResolved ? News.Followed : null;

    /// <summary>The team whose members <see cref="ForStaff"/> needs.</summary>
    public static Guid? TeamOf(TicketEvent happened) => happened switch
    {
        TicketAssigned { To: { AssigneeId: null, TeamId: { } team } } => team,
        TicketPassedOn { To: { AssigneeId: null, TeamId: { } team } } => team,
        _ => null,
    };

    private static IEnumerable<Guid> Responsible(Ticket ticket) => new[] { ticket.OwnerId, ticket.AssigneeId }.OfType<Guid>();
}
