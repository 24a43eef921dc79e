namespace Fengtai.Identity.Portal;

public sealed record FirstRunForm
{
    public string? Login { get; init; }

    public string? Name { get; init; }

    public string? Password { get; init; }

    public string? Again { get; init; }

    public string? Culture { get; init; }

    public string? TimeZone { get; init; }
}
