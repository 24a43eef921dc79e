using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Catalog;

internal sealed class CatalogTables : ITableMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Category>(e =>
        {
            e.ToTable("categories", "catalog");
            e.HasOwnId();
            e.Property(c => c.Version).IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
            e.Property(c => c.Form).HasDocument();
            e.Ignore(c => c.Title);
            e.Ignore(c => c.Advice);
        });
        model.Entity<PriorityMatrix>(e =>
        {
            e.ToTable("priority_matrix", "catalog");
            e.HasOwnId();
            e.Property(m => m.Version).IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
            e.Property(m => m.Cells).HasDocument();
            e.Property(m => m.Impacts).HasDocument();
            e.Property(m => m.Urgencies).HasDocument();
        });
    }
}
