namespace Fengtai.Tickets;

/// <summary>A major incident. Title and latest update are for everybody, the rest for staff.</summary>
public sealed record OpenMajorIncident(
    Guid TicketId, long Number, string Title, DateTimeOffset DeclaredAt, string? LatestUpdate, DateTimeOffset? LatestUpdateAt, Guid? CategoryId, TicketStatus Status)
{
    public bool IsGoingOn => Status is not (TicketStatus.Resolved or TicketStatus.Closed or TicketStatus.Cancelled);
}
