using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Desk;

namespace Fengtai.Tickets;

/// <summary>A list that somebody keeps under a name, for themselves or for others. What it shows is always what its reader may see; <c>me</c> is its reader.</summary>
internal sealed class SavedView : IShared
{
    public Guid Id { get; init; }

    /// <summary>Whoever made it.</summary>
    public Guid OwnerId { get; init; }

    /// <summary>In whatever language it was typed.</summary>
    public string Name { get; set; } = "";

    public Audience Audience { get; set; }

    /// <summary>The team it is shared with.</summary>
    public Guid? TeamId { get; set; }

    /// <summary>The built-in view that its filters narrow.</summary>
    public QueueView Base { get; set; }

    /// <summary>As in an address: <c>status=open&amp;-waitReason=user</c>.</summary>
    public string Filter { get; set; } = "";

    /// <summary>A word of <see cref="TicketOrder"/>; null is the order of the built-in view.</summary>
    public string? Sort { get; set; }

    /// <summary>Words of <see cref="QueueColumn"/>; none are the usual ones.</summary>
    public string[] Columns { get; set; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Deleted, and can be had back for a while.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>PostgreSQL's <c>xmin</c>.</summary>
    public uint Version { get; init; }

    Permission IShared.ToShare => TicketPermissions.ShareViews;
}

/// <summary>How one person has arranged one view.</summary>
internal sealed class ViewPlace
{
    public Guid PersonId { get; init; }

    /// <summary>The word of a built-in view, or the id of a saved one.</summary>
    public required string View { get; init; }

    /// <summary>From the top; null comes last.</summary>
    public int? Position { get; set; }

    /// <summary>Words of <see cref="QueueColumn"/>; null are the view's own.</summary>
    public string[]? Columns { get; set; }
}

internal abstract record ViewEvent : Event
{
    public const string SubjectKind = "ticketView";
}

internal sealed record ViewSaved(string Name, Audience Audience, Guid? TeamId, string Filter) : ViewEvent
{
    public override string Kind => "viewSaved";
}

internal sealed record ViewChanged(string Name, Audience Audience, Guid? TeamId, string Filter) : ViewEvent
{
    public override string Kind => "viewChanged";
}

internal sealed record ViewDeleted(string Name) : ViewEvent
{
    public override string Kind => "viewDeleted";
}

internal sealed record ViewRestored(string Name) : ViewEvent
{
    public override string Kind => "viewRestored";
}
