using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.ServiceLevels.Rules;

namespace Fengtai.ServiceLevels;

/// <summary>Moves a policy up or down: the first that fits a ticket applies to it.</summary>
internal sealed class OrderPolicy(PolicyPlaces places)
{
    /// <param name="down">Down where positive; as far as it goes.</param>
    public async Task<Result<Done>> RunAsync(Guid id, int down, Actor actor, CancellationToken cancellation)
    {
        var (work, all, ground) = (places.Work, await places.HoldAsync(cancellation), await places.GroundAsync(cancellation));
        var from = all.FindIndex(p => p.Id == id);
        if (from < 0)
        {
            return new NotFound();
        }
        var (policy, to) = (all[from], (int)Math.Clamp((long)from + down, 0, all.Count - 1));
        if (from == to)
        {
            return default(Done);
        }
        all.RemoveAt(from);
        all.Insert(to, policy);
        // what nothing reached may go up until something does
        Refusal[] refusals = [.. PolicyChecks.Reach(all, id, ground).Where(r => down > 0 || r is not PolicyIsNeverReached)];
        if (refusals.Length > 0)
        {
            return Result<Done>.Refused(refusals);
        }
        PolicyPlaces.Number(all);
        work.Record(PolicyEvent.Of(id), new PolicyOrdered(from + 1, to + 1), actor);
        return await work.SaveAsync(cancellation);
    }
}
