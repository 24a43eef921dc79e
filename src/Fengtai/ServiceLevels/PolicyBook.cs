using System.Collections.Concurrent;
using Fengtai.Platform.Data;
using Fengtai.ServiceLevels.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.ServiceLevels;

/// <summary>What is promised?</summary>
internal sealed class PolicyBook(FengtaiDb db, Kept<PolicyList> kept)
{
    public ValueTask<PolicyList> AllAsync(CancellationToken cancellation) =>
        kept.GetAsync(async () => new PolicyList(await db.Set<Policy>().AsNoTracking().OrderBy(p => p.Position).ToListAsync(cancellation)));
}

/// <summary>All policies in their order.</summary>
internal sealed class PolicyList(IReadOnlyList<Policy> policies)
{
    private readonly Dictionary<Guid, Policy> _byId = policies.ToDictionary(p => p.Id);
    private readonly ConcurrentDictionary<Guid, Promises> _promises = new();

    public IReadOnlyList<Policy> InOrder => policies;

    public Policy? Find(Guid id) => _byId.GetValueOrDefault(id);

    public Promises For(TicketFacts facts) => PolicyMatch.First(policies, facts) is { } policy ? Of(policy) : Promises.None;

    /// <summary>Null where there is no such policy.</summary>
    public Promises? PromisesOf(Guid id) => Find(id) is { } policy ? Of(policy) : null;

    public static Promises PromisedBy(Policy policy) => new(
        policy.Id,
        policy.Targets.ToDictionary(t => t.Kind, t => new Target(t.Value, t.Unit, t.Calendar ?? policy.CalendarId)),
        policy.Pauses.Select(p => Words.Of(p)).ToHashSet());

    private Promises Of(Policy policy) => _promises.GetOrAdd(policy.Id, static (_, p) => PromisedBy(p), policy);
}
