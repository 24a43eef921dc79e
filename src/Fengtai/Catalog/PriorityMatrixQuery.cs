using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Catalog;

/// <summary>The matrix in force.</summary>
public sealed class PriorityMatrixQuery(FengtaiDb db)
{
    private PriorityMatrix? _matrix;

    public async Task<PriorityMatrix> CurrentAsync(CancellationToken cancellation = default) =>
        _matrix ??= await db.Set<PriorityMatrix>().AsNoTracking().SingleAsync(cancellation);
}
