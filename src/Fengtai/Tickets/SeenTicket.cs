namespace Fengtai.Tickets;

/// <summary>Somebody opened the page of a ticket.</summary>
internal sealed class SeenTicket
{
    public Guid PersonId { get; init; }

    public Guid TicketId { get; init; }

    /// <summary>The last time.</summary>
    public DateTimeOffset SeenAt { get; init; }
}
