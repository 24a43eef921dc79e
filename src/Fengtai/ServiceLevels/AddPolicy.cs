using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.ServiceLevels.Rules;

namespace Fengtai.ServiceLevels;

/// <summary>Adds a policy, in force at once for tickets that come from now on.</summary>
internal sealed class AddPolicy(PolicyPlaces places)
{
    /// <summary>More than anybody overlooks; each is kept in memory.</summary>
    public const int Limit = 200;

    /// <param name="after">The policy behind which it stands; null puts it first, as what is special comes before what is general.</param>
    public async Task<Result<Guid>> RunAsync(PolicyDraft draft, Guid? after, Actor actor, CancellationToken cancellation)
    {
        var placed = await PlaceAsync(draft, after, cancellation);
        if (placed.IsRefused)
        {
            return Result<Guid>.Refused(placed.Refusals);
        }
        var (work, policy) = (places.Work, placed.Value.Policy);
        work.Db.Add(policy);
        work.Record(PolicyEvent.Of(policy.Id), new PolicyAdded(draft.Name, draft.NameEn), actor);
        return (await work.SaveAsync(cancellation)).Map(_ => policy.Id);
    }

    /// <summary>All policies in their order as they would be; nothing of it is saved.</summary>
    public async Task<Result<IReadOnlyList<Policy>>> DraftAsync(PolicyDraft draft, Guid? after, CancellationToken cancellation) =>
        (await PlaceAsync(draft, after, cancellation)).Map<IReadOnlyList<Policy>>(p => p.All);

    private async Task<Result<(Policy Policy, List<Policy> All)>> PlaceAsync(PolicyDraft draft, Guid? after, CancellationToken cancellation)
    {
        var (all, ground) = (await places.HoldAsync(cancellation), await places.GroundAsync(cancellation));
        if (all.Count >= Limit)
        {
            return new PoliciesAreFull(Limit);
        }
        var place = after is { } id ? all.FindIndex(p => p.Id == id) + 1 : 0;
        if (after is not null && place == 0)
        {
            return new UnknownValue("after", after.Value.ToString());
        }
        var policy = new Policy { Id = Guid.CreateVersion7(ground.Now) };
        draft.WriteTo(policy);
        all.Insert(place, policy);
        Refusal[] refusals = [.. PolicyChecks.Of(draft, null, ground), .. PolicyChecks.Reach(all, policy.Id, ground, "after")];
        if (refusals.Length > 0)
        {
            return Result<(Policy Policy, List<Policy> All)>.Refused(refusals);
        }
        PolicyPlaces.Number(all);
        return (policy, all);
    }
}
