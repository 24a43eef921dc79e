using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Catalog;

/// <summary>The matrix in force.</summary>
public sealed class PriorityMatrixQuery(FengtaiDb db, Kept<PriorityMatrix> kept)
{
    public Task<PriorityMatrix> CurrentAsync(CancellationToken cancellation = default) =>
        kept.GetAsync(() => db.Set<PriorityMatrix>().AsNoTracking().SingleAsync(cancellation)).AsTask();
}
