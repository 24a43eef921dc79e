namespace Fengtai.Tickets;

/// <summary>到场: an engineer came to where the work is.</summary>
/// <param name="ArrivedAt">When they really came; it may have been recorded later.</param>
public sealed record EngineerArrived(DateTimeOffset ArrivedAt) : PublicTicketEvent
{
    public override string Kind => "arrived";
}

/// <summary>离场: the engineer who was there went.</summary>
/// <param name="LeftAt">When they really went.</param>
public sealed record EngineerLeft(DateTimeOffset LeftAt) : PublicTicketEvent
{
    public override string Kind => "left";
}
