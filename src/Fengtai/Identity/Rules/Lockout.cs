namespace Fengtai.Identity.Rules;

/// <summary>Five wrong passwords in a row lock a login for 15 minutes, whether it exists or not.</summary>
internal static class Lockout
{
    public const int MostFailures = 5;

    public static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    /// <summary>Attempts that nobody repeated for this long are forgotten.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    /// <summary>Includes the moment of locking, excludes its end.</summary>
    public static bool IsLocked(this FailedAttempts attempts, DateTimeOffset now) => attempts.LockedUntil > now;

    /// <summary>What one more wrong password leads to. Must not be asked while locked: then the password is not even looked at.</summary>
    public static FailedAttempts AfterFailure(this FailedAttempts attempts, DateTimeOffset now)
    {
        var startsAnew = attempts.LockedUntil is not null || attempts.LastAt + Memory <= now;
        var failed = startsAnew ? 1 : attempts.Failed + 1;
        return new(failed, now, failed >= MostFailures ? now + Length : null);
    }
}

/// <summary>The wrong passwords in a row so far.</summary>
internal sealed record FailedAttempts(int Failed, DateTimeOffset LastAt, DateTimeOffset? LockedUntil);
