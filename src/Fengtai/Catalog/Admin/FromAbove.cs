namespace Fengtai.Catalog.Admin;

/// <summary>What a category gets from the one above where it says nothing itself.</summary>
public sealed record FromAbove(string? Team, string? Type, string? PaperModule, bool HasParent = false);
