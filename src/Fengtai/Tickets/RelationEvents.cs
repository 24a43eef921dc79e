using System.Text.Json.Serialization;

namespace Fengtai.Tickets;

/// <summary>It goes on in another ticket.</summary>
public sealed record TicketMerged(Guid IntoId, long Into) : PublicTicketEvent
{
    public override string Kind => "merged";

    /// <summary>Who answers for it while nobody has accepted it.</summary>
    [JsonIgnore]
    public Guid? OwnerId { get; init; }
}

/// <summary>Another ticket goes on here. Not for the requester's eyes: the other one need not be theirs.</summary>
/// <param name="WaitingSince">Since when the other one's user waits for a word; null where they do not.</param>
public sealed record TicketAbsorbed(Guid OtherId, long Other, DateTimeOffset? WaitingSince) : TicketEvent
{
    public override string Kind => "absorbed";
}

/// <summary>The merge was undone.</summary>
public sealed record TicketUnmerged(Guid FromId, long From) : PublicTicketEvent
{
    public override string Kind => "unmerged";

    [JsonIgnore]
    public BeforeMerge Before { get; init; } = null!;
}

/// <summary>The other ticket goes on by itself again.</summary>
/// <param name="UnansweredSince">Since when the user waits now.</param>
public sealed record TicketReleased(Guid OtherId, long Other, DateTimeOffset? UnansweredSince) : TicketEvent
{
    public override string Kind => "released";
}

/// <summary>How a ticket stood when it was merged.</summary>
public sealed record BeforeMerge(
    TicketStatus Status, Guid? OwnerId, TicketStatus? StatusBeforeWait, WaitReason? WaitReason, DateTimeOffset? WaitUntil, DateTimeOffset? UnansweredSince)
{
    public static BeforeMerge Of(Ticket ticket) =>
        new(ticket.Status, ticket.OwnerId, ticket.StatusBeforeWait, ticket.WaitReason, ticket.WaitUntil, ticket.UnansweredSince);
}

/// <summary>What was written at a merged ticket went to the one in which it goes on.</summary>
public sealed record NoteForwarded(Guid ToId, long To, Guid ForwardedNoteId) : PublicTicketEvent
{
    public override string Kind => "forwarded";
}

/// <summary>A part of it became a ticket of its own.</summary>
public sealed record TicketSplit(Guid NewId, string Subject) : PublicTicketEvent
{
    public override string Kind => "split";
}

/// <summary>It began as a part of another ticket of the same requester.</summary>
public sealed record TicketSplitOff(Guid FromId, long From) : PublicTicketEvent
{
    public override string Kind => "splitOff";
}

/// <param name="What">What the other ticket is to this one.</param>
public sealed record TicketLinked(Guid OtherId, long Other, LinkKind What) : TicketEvent
{
    public override string Kind => "linked";
}

/// <param name="What">What the other ticket was to this one.</param>
public sealed record TicketUnlinked(Guid OtherId, long Other, LinkKind What) : TicketEvent
{
    public override string Kind => "unlinked";
}

/// <summary>Several tickets became children of this one at once.</summary>
public sealed record ChildrenAttached(IReadOnlyList<long> Numbers) : TicketEvent
{
    public override string Kind => "childrenAttached";
}
