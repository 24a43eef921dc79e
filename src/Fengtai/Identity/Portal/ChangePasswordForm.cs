namespace Fengtai.Identity.Portal;

public sealed record ChangePasswordForm
{
    public string? Present { get; init; }

    public string? Password { get; init; }

    public string? Again { get; init; }
}
