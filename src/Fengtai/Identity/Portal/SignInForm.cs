namespace Fengtai.Identity.Portal;

public sealed record SignInForm
{
    public string? Login { get; init; }

    public string? Password { get; init; }

    /// <summary><c>true</c> on a device of one's own.</summary>
    public string? Stay { get; init; }

    /// <summary>The page that was wanted.</summary>
    public string? Return { get; init; }
}

public sealed record NewPasswordForm
{
    public string? Password { get; init; }

    public string? Again { get; init; }
}

/// <summary>People of a demonstration who have a role in common.</summary>
public sealed record DemoGroup(string Role, IReadOnlyList<DemoPerson> People);

public sealed record DemoPerson(string Login, string Name, string Department);
