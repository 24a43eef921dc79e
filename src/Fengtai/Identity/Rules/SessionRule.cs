namespace Fengtai.Identity.Rules;

/// <summary>How long somebody stays signed in.</summary>
internal static class SessionRule
{
    /// <summary>On a device that others use too: a long working day.</summary>
    public static readonly TimeSpan Short = TimeSpan.FromHours(14);

    /// <summary>On an own device.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromDays(90);

    /// <summary>Not used for this long, a session is over earlier.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(14);

    /// <summary>How exactly it is kept when a session was last seen: a write per request would cost more than it tells.</summary>
    public static readonly TimeSpan SeenPrecision = TimeSpan.FromMinutes(5);
}
