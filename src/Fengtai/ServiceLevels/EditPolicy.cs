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
        var (work, all, ground) = (places.Work, await places.HoldAsync(cancellation), await places.GroundAsync(cancellation));
        if (all.Find(p => p.Id == id) is not { } policy)
        {
            return new NotFound();
        }
        var before = PolicyDraft.Of(policy);
        if (Fingerprint.Of(before) != basedOn)
        {
            return new ChangedMeanwhile();
        }
        draft.WriteTo(policy);
        Refusal[] refusals = [.. PolicyChecks.Of(draft, before, ground), .. PolicyChecks.Reach(all, id, ground)];
        if (refusals.Length > 0)
        {
            return Result<Done>.Refused(refusals);
        }
        var changes = before.Changes(draft, ground.Tree);
        if (changes.Count == 0)
        {
            return default(Done);
        }
        work.Record(PolicyEvent.Of(id), new PolicyEdited(changes), actor);
        return await work.SaveAsync(cancellation);
    }
}
