namespace Fengtai.Tickets;

/// <summary>One stay of an engineer where the work is.</summary>
/// <param name="LeftAt">Null while they are there.</param>
public sealed record SiteVisit(DateTimeOffset ArrivedAt, DateTimeOffset? LeftAt);
