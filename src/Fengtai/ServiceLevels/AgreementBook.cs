using Fengtai.Platform.Data;
using Fengtai.ServiceLevels.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.ServiceLevels;

/// <summary>What is agreed?</summary>
internal sealed class AgreementBook(FengtaiDb db, Kept<AgreementList> kept)
{
    public ValueTask<AgreementList> AllAsync(CancellationToken cancellation) =>
        kept.GetAsync(async () => new AgreementList(await db.Set<Agreement>().AsNoTracking().OrderBy(a => a.Id).ToListAsync(cancellation)));
}

/// <summary>All agreements, the oldest first.</summary>
internal sealed class AgreementList(IReadOnlyList<Agreement> all)
{
    private readonly Dictionary<Guid, Agreement> _byId = all.ToDictionary(a => a.Id);
    private readonly ILookup<Guid, Agreement> _ofTeam = all.Where(a => a is { Kind: AgreementKind.Ola, TeamId: not null }).ToLookup(a => a.TeamId!.Value);

    public IReadOnlyList<Agreement> All => all;

    public IReadOnlyList<Agreement> OfSuppliers { get; } = [.. all.Where(a => a.Kind == AgreementKind.Uc)];

    public IEnumerable<Agreement> OfTeam(Guid team) => _ofTeam[team];

    public Agreement? Find(Guid id) => _byId.GetValueOrDefault(id);

    public bool HasShares => _ofTeam.Count > 0 || OfSuppliers.Count > 0;
}
