using Fengtai.Catalog;
using Fengtai.Tickets;

namespace Fengtai.ServiceLevels.Rules;

/// <summary>What a policy asks about a ticket.</summary>
/// <param name="Categories">The category and all above it.</param>
internal sealed record TicketFacts(TicketType Type, IReadOnlySet<Guid> Categories, Priority Priority, string? Department, string? Site, Channel Channel, bool IsVip);

/// <summary>Which policy applies: of those in force, in their order, the first all of whose conditions hold.</summary>
internal static class PolicyMatch
{
    public static Policy? First(IEnumerable<Policy> policies, TicketFacts facts) =>
        policies.Where(p => p.IsActive).OrderBy(p => p.Position).FirstOrDefault(p => Fits(p.Conditions, facts));

    public static bool Fits(PolicyConditions wanted, TicketFacts facts) =>
        Holds(wanted.Types, facts.Type)
        && (wanted.Categories.Count == 0 || wanted.Categories.Any(facts.Categories.Contains))
        && Holds(wanted.Priorities, facts.Priority)
        && (wanted.Departments.Count == 0 || facts.Department is { } department && wanted.Departments.Contains(department))
        && (wanted.Sites.Count == 0 || facts.Site is { } site && wanted.Sites.Contains(site))
        && Holds(wanted.Channels, facts.Channel)
        && (wanted.Vip ?? facts.IsVip) == facts.IsVip;

    private static bool Holds<T>(IReadOnlyList<T> wanted, T fact) => wanted.Count == 0 || wanted.Contains(fact);
}
