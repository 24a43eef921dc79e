using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fengtai.Platform.Data;

/// <summary>A practice's mapping of its state to its schema. Registered as a singleton; all together are the model.</summary>
public interface ITableMap
{
    void Map(ModelBuilder model);
}

/// <summary>The one context: the model is the sum of the practices' maps, names are snake_case, keys are made by us.</summary>
public sealed class FengtaiDb(DbContextOptions<FengtaiDb> options, IEnumerable<ITableMap> maps) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var map in maps)
        {
            map.Map(modelBuilder);
        }
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                // a row's version is PostgreSQL's own
                var isVersion = property is { IsConcurrencyToken: true, ValueGenerated: ValueGenerated.OnAddOrUpdate } && property.ClrType == typeof(uint);
                property.SetColumnName(isVersion ? "xmin" : SnakeCase(property.GetColumnName()));
            }
        }
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 && name[i - 1] != '_' ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}

public static class Mapping
{
    /// <summary>The id is made by the application (version 7), never by the database.</summary>
    public static EntityTypeBuilder<T> HasOwnId<T>(this EntityTypeBuilder<T> entity, string id = "Id") where T : class
    {
        entity.HasKey(id);
        entity.Property(id).ValueGeneratedNever();
        return entity;
    }
}
