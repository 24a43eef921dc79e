using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.ServiceLevels.Rules;

namespace Fengtai.ServiceLevels;

/// <summary>Takes a policy out of force, or puts it in force again. Tickets that it applied to keep what they were promised until they are classified anew.</summary>
internal sealed class ActivatePolicy(PolicyPlaces places)
{
    public async Task<Result<Done>> RunAsync(Guid id, bool active, Actor actor, CancellationToken cancellation)
    {
        var (work, all) = (places.Work, await places.HoldAsync(cancellation));
        if (all.Find(p => p.Id == id) is not { } policy)
        {
            return new NotFound();
        }
        if (policy.IsActive == active)
        {
            return default(Done);
        }
        policy.IsActive = active;
        Refusal[] refusals = [.. PolicyChecks.Reach(all, id, await places.GroundAsync(cancellation))];
        if (refusals.Length > 0)
        {
            return Result<Done>.Refused(refusals);
        }
        work.Record<PolicyEvent>(PolicyEvent.Of(id), active ? new PolicyActivated() : new PolicyDeactivated(), actor);
        return await work.SaveAsync(cancellation);
    }
}
