namespace Fengtai.Platform.Ui;

/// <summary>Where a long text finds what is meant while it is typed; each address answers ComboboxOptions to <c>?q=</c>, whose values are put into the text.</summary>
/// <param name="People">After <c>@</c>; null where nobody can be named.</param>
/// <param name="Numbers">After <c>#</c>.</param>
public sealed record Completes(string? People, string? Numbers);
