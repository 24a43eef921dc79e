using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Fengtai.Platform.Data;

/// <summary>How a member is stored, for statements that write many rows.</summary>
internal sealed class MappedColumn(IProperty property)
{
    private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;
    private readonly string _type = property.GetRelationalTypeMapping().StoreType;

    public string Name { get; } = property.GetColumnName();

    public Task WriteAsync(NpgsqlBinaryImporter writer, object row, CancellationToken cancellation) =>
        Stored(row) is { } stored ? writer.WriteAsync(stored, _type, cancellation) : writer.WriteNullAsync(cancellation);

    /// <summary>The values of all rows, in their order, as one array.</summary>
    public NpgsqlParameter Values<T>(IReadOnlyCollection<T> rows) where T : class
    {
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        var values = Array.CreateInstance(type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type, rows.Count);
        foreach (var (i, row) in rows.Index())
        {
            values.SetValue(Stored(row), i);
        }
        return new() { Value = values, DataTypeName = _type + "[]" };
    }

    private object? Stored(object row)
    {
        var value = property.GetGetter().GetClrValue(row);
        return _convert is null ? value : _convert(value);
    }
}
