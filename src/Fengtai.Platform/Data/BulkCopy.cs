using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Fengtai.Platform.Data;

/// <summary>Writes many new rows at once, as they are mapped, by binary <c>COPY</c>: no tracking, no events, no reactions.</summary>
public static class BulkCopy
{
    /// <summary>Within the context's transaction, where there is one.</summary>
    public static async Task CopyAsync<T>(this FengtaiDb db, IEnumerable<T> rows, CancellationToken cancellation) where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        var columns = entity.GetProperties().Where(IsWritten).Select(p => new MappedColumn(p)).ToList();
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            var names = string.Join(", ", columns.Select(c => c.Name));
            await using var writer = await connection.BeginBinaryImportAsync($"copy {entity.GetSchema()}.{entity.GetTableName()} ({names}) from stdin (format binary)", cancellation);
            foreach (var row in rows)
            {
                await writer.StartRowAsync(cancellation);
                foreach (var column in columns)
                {
                    await column.WriteAsync(writer, row, cancellation);
                }
            }
            await writer.CompleteAsync(cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    // the database makes xmin and identities itself
    private static bool IsWritten(IProperty property) =>
        property.ValueGenerated != ValueGenerated.OnAddOrUpdate && property.GetValueGenerationStrategy() == Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.NpgsqlValueGenerationStrategy.None;
}
