using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Catalog;

/// <summary>Reads the catalogue.</summary>
public sealed class Categories(FengtaiDb db, Kept<CategoryTree> kept)
{
    /// <summary>All categories, also those that are no longer offered.</summary>
    public async Task<CategoryTree> TreeAsync(CancellationToken cancellation = default) =>
        await kept.GetAsync(async () => new(await db.Set<Category>().AsNoTracking().ToListAsync(cancellation)));

    /// <summary>What can be chosen for new requests.</summary>
    public async Task<CategoryTree> OfferedAsync(CancellationToken cancellation = default) => (await TreeAsync(cancellation)).Offered();

    public async Task<Category?> FindAsync(Guid? id, CancellationToken cancellation = default) => (await TreeAsync(cancellation)).Find(id);

    public async Task<Category?> ByCodeAsync(string? code, CancellationToken cancellation = default) => (await TreeAsync(cancellation)).ByCode(code);
}
