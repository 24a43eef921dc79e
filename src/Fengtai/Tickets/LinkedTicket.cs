using Fengtai.Platform.Texts;

namespace Fengtai.Tickets;

/// <summary>Another ticket, and what it has to do with this one.</summary>
/// <param name="Tie">Set where it comes from the life of the tickets.</param>
/// <param name="Link">Set where somebody said so: what the other is to this one.</param>
public sealed record LinkedTicket(Ticket Ticket, Tie? Tie, LinkKind? Link)
{
    /// <summary>In the order in which they are shown.</summary>
    internal int Order => Link is { } link ? (link is LinkKind.Parent ? -1 : 10 + (int)link) : (int)Tie!.Value;
}

/// <summary>What becomes of tickets binds them, too.</summary>
[TextKeys("tickets.tie")]
public enum Tie
{
    /// <summary>已并入: this one goes on there.</summary>
    MergedInto,

    /// <summary>并入的: that one goes on here.</summary>
    Merged,

    /// <summary>延续自: this one was opened because that one had been closed too long.</summary>
    Continues,

    /// <summary>后续: that one was opened because this one had been closed too long.</summary>
    ContinuedBy,
}
