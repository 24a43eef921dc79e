namespace Fengtai.Platform.Ui;

/// <summary>Where something leads and what it says.</summary>
public sealed record Link(string Href, string Text);

/// <summary>One of several views of the same list.</summary>
/// <param name="Count">How many are behind it; null where nobody counted.</param>
public sealed record Tab(string Href, string Text, bool Current = false, string? Count = null, string? Keys = null);
