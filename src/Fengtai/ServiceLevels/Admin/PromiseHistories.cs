using Fengtai.Identity;
using Fengtai.Platform.Events;

namespace Fengtai.ServiceLevels.Admin;

/// <summary>What lately happened to a policy or agreement?</summary>
internal sealed class PromiseHistories(LatestEvents events, People people)
{
    private const int Shown = 8;

    public async Task<IReadOnlyList<PolicyHistoryLine>> OfAsync(Guid id, CancellationToken cancellation)
    {
        var rows = await events.OfAsync(id, Shown, cancellation);
        var names = await people.ManyAsync(rows.Select(r => r.Actor).OfType<Guid>(), cancellation);
        return [.. rows.Select(r => new PolicyHistoryLine(r.At, r.Actor is { } actor && names.TryGetValue(actor, out var person) ? person.Name : null, r.Kind))];
    }
}
