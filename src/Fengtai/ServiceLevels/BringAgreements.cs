using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;

namespace Fengtai.ServiceLevels;

/// <summary>Brings agreements in whole, as a demonstration does.</summary>
public sealed class BringAgreements(FengtaiDb db)
{
    /// <summary>Within the context's transaction, where there is one.</summary>
    public async Task AddAsync(IReadOnlyList<Agreement> agreements, DateTimeOffset at, CancellationToken cancellation)
    {
        await db.CopyAsync(agreements, cancellation);
        await db.CopyAsync(agreements.Select(a => EventRow.Of(AgreementEvent.Of(a.Id), new AgreementAdded(a.Kind, a.Name, a.NameEn), Actor.System, at)), cancellation);
    }
}
