using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Practices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.ServiceLevels;

/// <summary>Gives a new desk promises to begin with. One that has policies, whatever they are, is left alone.</summary>
internal sealed class PlantDefaultPolicies(IServiceScopeFactory scopes) : IBeforeReady
{
    public async Task PrepareAsync(Action<string> say, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<Work>();
        if (await work.Db.Set<Policy>().AnyAsync(cancellation))
        {
            return;
        }
        foreach (var policy in DefaultPolicies.All)
        {
            work.Db.Add(policy);
            work.Record(PolicyEvent.Of(policy.Id), new PolicyAdded(policy.Name, policy.NameEn), Actor.System);
        }
        // refused where another node, started at the same time, was first
        await work.SaveAsync(cancellation);
    }
}
