namespace Fengtai.Identity;

/// <summary>A page of settings that another practice adds to everybody's own account.</summary>
public sealed record AccountTab(string TextKey, string Href);
