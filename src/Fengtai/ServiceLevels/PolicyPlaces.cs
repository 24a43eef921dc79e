using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Platform.Events;
using Fengtai.ServiceLevels.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.ServiceLevels;

/// <summary>Writes to the list of policies.</summary>
internal sealed class PolicyPlaces(Work work, CalendarBook calendars, Categories categories)
{
    public Work Work => work;

    /// <summary>
    /// All in their order. The save fails where anybody changed one of them meanwhile: which tickets a policy gets depends on all that stand
    /// before it, and two changes at once could each hide what the other shows.
    /// </summary>
    public async Task<List<Policy>> HoldAsync(CancellationToken cancellation)
    {
        var all = await work.Db.Set<Policy>().OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancellation);
        all.ForEach(p => work.Db.Entry(p).Property(x => x.Position).IsModified = true);
        return all;
    }

    public async Task<PolicyGround> GroundAsync(CancellationToken cancellation) =>
        new((await calendars.ListAsync(cancellation)).ToDictionary(c => c.Id), await categories.TreeAsync(cancellation), work.Now);

    public static void Number(IReadOnlyList<Policy> inOrder)
    {
        foreach (var (i, policy) in inOrder.Index())
        {
            policy.Position = i + 1;
        }
    }
}
