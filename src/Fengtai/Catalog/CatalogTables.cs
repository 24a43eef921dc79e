using System.Text.Json;
using System.Text.Json.Serialization;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fengtai.Catalog;

internal sealed class CatalogTables : ITableMap
{
    // stored documents outlive members: what a later version no longer knows is passed over
    private static readonly JsonSerializerOptions Stored = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    public void Map(ModelBuilder model)
    {
        model.Entity<Category>(e =>
        {
            e.ToTable("categories", "catalog");
            e.HasOwnId();
            e.Property(c => c.Version).IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
            HasDocument(e.Property(c => c.Form));
            e.Ignore(c => c.Title);
            e.Ignore(c => c.Advice);
        });
        model.Entity<PriorityMatrix>(e =>
        {
            e.ToTable("priority_matrix", "catalog");
            e.HasOwnId();
            e.Property(m => m.Version).IsRowVersion().HasColumnName("xmin").HasColumnType("xid");
            HasDocument(e.Property(m => m.Cells));
            HasDocument(e.Property(m => m.Impacts));
            HasDocument(e.Property(m => m.Urgencies));
        });
    }

    private static void HasDocument<T>(PropertyBuilder<T> property) => property
        .HasColumnType("jsonb")
        .HasConversion(
            v => Write(v),
            json => JsonSerializer.Deserialize<T>(json, Stored)!,
            new ValueComparer<T>((a, b) => Write(a) == Write(b), v => Write(v).GetHashCode(StringComparison.Ordinal)));

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Stored);
}
