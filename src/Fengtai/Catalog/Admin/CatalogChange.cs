namespace Fengtai.Catalog.Admin;

/// <param name="Who">null for the system.</param>
/// <param name="Kind">Of the event.</param>
public sealed record CatalogChange(DateTimeOffset At, string? Who, string Kind);

/// <summary>A detail in which what was typed differs from what is stored meanwhile.</summary>
public sealed record Difference(string Label, string Stored, string Typed);
