using Fengtai.Tickets;

namespace Fengtai.ServiceLevels;

/// <summary>The suppliers with whom a contract is in force today.</summary>
internal sealed class AgreedSuppliers(AgreementBook book, TimeProvider time) : ISuppliers
{
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellation) =>
        [.. (await book.AllAsync(cancellation)).OfSuppliers.Where(a => a.IsInForceOn(AgreementFile.Day(time.GetUtcNow()))).Select(a => a.Supplier).Distinct(StringComparer.OrdinalIgnoreCase)];
}
