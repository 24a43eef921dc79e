namespace Fengtai.Catalog.Admin;

/// <param name="Who">null for the system.</param>
/// <param name="Kind">Of the event.</param>
public sealed record CatalogChange(DateTimeOffset At, string? Who, string Kind);
