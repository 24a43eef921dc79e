using Fengtai.Identity.Rules;

namespace Fengtai.Identity;

/// <summary>How a person signs in here. Kept apart from the person, so that no list ever loads it.</summary>
internal sealed class Account
{
    public Guid PersonId { get; init; }

    /// <summary>Null: cannot sign in with a password.</summary>
    public string? PasswordHash { get; set; }

    public bool MustChangePassword { get; set; }

    public DateTimeOffset? PasswordChangedAt { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }

    public uint Version { get; init; }

    public void Give(string passwordHash, DateTimeOffset at, bool mustChange = false) =>
        (PasswordHash, PasswordChangedAt, MustChangePassword) = (passwordHash, at, mustChange);
}

/// <summary>The wrong attempts for a login, whether it exists or not: being locked out tells nothing about that.</summary>
internal sealed class SignInAttempts
{
    /// <summary>SHA-256 of the login as typed: people type passwords into the wrong field.</summary>
    public required byte[] LoginHash { get; init; }

    public int Failed { get; set; }

    public DateTimeOffset LastAt { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public uint Version { get; init; }

    public FailedAttempts State
    {
        get => new(Failed, LastAt, LockedUntil);
        set => (Failed, LastAt, LockedUntil) = value;
    }
}

/// <summary>A browser that somebody signed in with.</summary>
internal sealed class Session
{
    public Guid Id { get; init; }

    public Guid PersonId { get; init; }

    public required byte[] TokenHash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset ExpiresAt { get; init; }

    public string Address { get; init; } = "";

    /// <summary>The browser's own name of itself, cut short.</summary>
    public string Device { get; init; } = "";
}

/// <summary>A key for programs that act as a person.</summary>
internal sealed class ApiToken
{
    public Guid Id { get; init; }

    public Guid PersonId { get; init; }

    public required string Name { get; init; }

    public required byte[] TokenHash { get; init; }

    /// <summary>Whether it may change anything.</summary>
    public bool MayWrite { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }
}

/// <summary>A link that works once: to set a new password, or to create the first administrator.</summary>
internal sealed class OneTimeLink
{
    public required byte[] TokenHash { get; init; }

    /// <summary>Whose password it sets; null: the first administrator's, who does not exist yet.</summary>
    public Guid? PersonId { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}
