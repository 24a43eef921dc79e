namespace Fengtai.Catalog.Admin;

/// <param name="Who">null for the system.</param>
/// <param name="Kind">Of the event.</param>
public sealed record CatalogChange(DateTimeOffset At, string? Who, string Kind);

/// <summary>What somebody else changed while a form was open.</summary>
/// <param name="Typed">What the reader typed instead; null where they left it alone.</param>
public sealed record Difference(string Label, string Was, string Now, string? Typed);
