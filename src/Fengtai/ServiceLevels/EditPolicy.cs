using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.ServiceLevels.Rules;

namespace Fengtai.ServiceLevels;

/// <summary>Changes what a policy promises, and for which tickets.</summary>
internal sealed class EditPolicy(PolicyPlaces places)
{
    /// <param name="basedOn">Fingerprint of the draft that was changed; another one is refused as stale.</param>
    public async Task<Result<Done>> RunAsync(Guid id, PolicyDraft draft, string? basedOn, Actor actor, CancellationToken cancellation)
    {
        var (all, ground) = (await places.HoldAsync(cancellation), await places.GroundAsync(cancellation));
        if (all.Find(p => p.Id == id) is not { } policy)
        {
            return new NotFound();
        }
        var before = PolicyDraft.Of(policy);
        var refusals = Check(all, policy, draft, basedOn, ground);
        if (refusals.Count > 0)
        {
            return Result<Done>.Refused(refusals);
        }
        var changes = before.Changes(draft, ground.Tree);
        if (changes.Count == 0)
        {
            return default(Done);
        }
        places.Work.Record(PolicyEvent.Of(id), new PolicyEdited(changes), actor);
        return await places.Work.SaveAsync(cancellation);
    }

    /// <summary>What speaks against it, before anybody is asked to confirm it.</summary>
    public async Task<IReadOnlyList<Refusal>> CheckAsync(Guid id, PolicyDraft draft, string? basedOn, CancellationToken cancellation)
    {
        var all = await places.HoldAsync(cancellation);
        return all.Find(p => p.Id == id) is { } policy ? Check(all, policy, draft, basedOn, await places.GroundAsync(cancellation)) : [new NotFound()];
    }

    /// <summary>All policies in their order as they would be, this one in force; nothing of it is saved.</summary>
    public async Task<Result<IReadOnlyList<Policy>>> DraftAsync(Guid id, PolicyDraft draft, string? basedOn, CancellationToken cancellation)
    {
        var all = await places.HoldAsync(cancellation);
        if (all.Find(p => p.Id == id) is not { } policy)
        {
            return new NotFound();
        }
        var refusals = Check(all, policy, draft, basedOn, await places.GroundAsync(cancellation));
        policy.IsActive = true;
        return refusals.Count > 0 ? Result<IReadOnlyList<Policy>>.Refused(refusals) : all;
    }

    private static IReadOnlyList<Refusal> Check(List<Policy> all, Policy policy, PolicyDraft draft, string? basedOn, PolicyGround ground)
    {
        var before = PolicyDraft.Of(policy);
        if (Fingerprint.Of(before) != basedOn)
        {
            return [new ChangedMeanwhile()];
        }
        (draft with { Steps = NewSteps.Hold(before.Steps, draft.Steps, ground.Now) }).WriteTo(policy);
        return [.. PolicyChecks.Of(draft, before, ground), .. PolicyChecks.Reach(all, policy.Id, ground)];
    }
}
