using System.Collections.Frozen;

namespace Fengtai.Tests.Architecture;

/// <summary>The practices from low to high. Each uses only lower ones; equals only where it is said here.</summary>
internal static class TierMap
{
    private static readonly string[][] Tiers =
    [
        ["Identity", "Audit", "Calendars"],
        ["Notifications", "Catalog", "Knowledge", "Assets"],
        ["Tickets"],
        [
            "ServiceLevels", "Dispatch", "Channels", "FieldService", "Satisfaction", "Complaints", "Problems", "Changes", "Suppliers",
            "Monitoring", "Inspections",
        ],
        ["Automation", "Performance", "Reports", "Improvement", "Continuity"],
        ["Demo"],
    ];

    /// <summary>Who may use an equal: the audit names the people whom the log is about.</summary>
    private static readonly FrozenSet<(string User, string Used)> Peers = [("Audit", "Identity")];

    /// <summary>What composes the application and belongs to no practice.</summary>
    public static readonly FrozenSet<string> Root = ["", "Shell", "Commands"];

    public static int? TierOf(string practice) =>
        Array.FindIndex(Tiers, tier => tier.Contains(practice)) is >= 0 and var index ? index + 1 : null;

    public static bool MayUse(string user, string used) =>
        TierOf(used) < TierOf(user) || Peers.Contains((user, used));
}
