namespace Fengtai.Identity.Portal;

public sealed record CreateTokenForm
{
    public string? TokenName { get; init; }

    /// <summary><c>read</c>, or <c>write</c>, which includes reading.</summary>
    public string? Scope { get; init; }

    public string? Days { get; init; }
}
