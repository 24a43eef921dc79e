using Fengtai.Catalog;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>Which of the agreements with somebody applies to a ticket.</summary>
internal static class AgreementMatch
{
    /// <summary>Of those in force that have a target for its priority the one whose services are named closest to its category; of equally close ones the older.</summary>
    /// <param name="path">The ticket's category and all above it, from the top.</param>
    public static Agreement? First(IEnumerable<Agreement> those, IReadOnlyList<Guid> path, Priority priority, Func<Agreement, bool> inForce) => those
        .Where(a => a.Targets.Any(t => t.Priority == priority) && inForce(a))
        .Select(a => (Agreement: a, Closeness: Closeness(a, path)))
        .Where(a => a.Closeness >= 0)
        .OrderByDescending(a => a.Closeness).ThenBy(a => a.Agreement.Id)
        .FirstOrDefault().Agreement;

    /// <summary>Whether there are tickets for which either could be meant: then nobody could say which one counts.</summary>
    public static bool Contend(Agreement one, Agreement other) =>
        one.Kind == other.Kind && one.Kind != AgreementKind.Sla
        && (one.Kind == AgreementKind.Ola ? one.TeamId == other.TeamId : string.Equals(one.Supplier, other.Supplier, StringComparison.OrdinalIgnoreCase))
        && !(one.ValidUntil < other.ValidFrom) && !(other.ValidUntil < one.ValidFrom) && !IsWithdrawn(one) && !IsWithdrawn(other)
        && one.Targets.Select(t => t.Priority).Intersect(other.Targets.Select(t => t.Priority)).Any()
        && (one.Categories.Count == 0 && other.Categories.Count == 0 || one.Categories.Intersect(other.Categories).Any());

    private static bool IsWithdrawn(Agreement agreement) => agreement.ValidUntil < agreement.ValidFrom;

    /// <summary>How far down the path; 0 where it is for all services, -1 where for others.</summary>
    private static int Closeness(Agreement agreement, IReadOnlyList<Guid> path)
    {
        if (agreement.Categories.Count == 0)
        {
            return 0;
        }
        for (var depth = path.Count; depth > 0; depth--)
        {
            if (agreement.Categories.Contains(path[depth - 1]))
            {
                return depth;
            }
        }
        return -1;
    }
}
