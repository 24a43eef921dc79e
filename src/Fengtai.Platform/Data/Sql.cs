using Npgsql;

namespace Fengtai.Platform.Data;

/// <summary>Hand-written SQL with positional parameters: <c>$1</c>, <c>$2</c> … in the order given; null is SQL's null.</summary>
public static class Sql
{
    public static NpgsqlCommand Command(this NpgsqlDataSource database, string sql, params ReadOnlySpan<object?> values) => With(database.CreateCommand(sql), values);

    /// <summary>On one connection, for what must stay together.</summary>
    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> values) => With(new NpgsqlCommand(sql, connection), values);

    /// <summary>Runs the statement; the number of rows it changed.</summary>
    public static async Task<int> ExecuteAsync(this NpgsqlDataSource database, string sql, object?[] values, CancellationToken cancellation = default)
    {
        await using var command = database.Command(sql, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    public static async Task<List<T>> ListAsync<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        var all = new List<T>();
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            all.Add(read(rows));
        }
        return all;
    }

    /// <summary>The column's value, or the type's default (null) where it is SQL's null.</summary>
    public static T? Get<T>(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? default : row.GetFieldValue<T>(column);

    private static NpgsqlCommand With(NpgsqlCommand command, ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value ?? DBNull.Value });
        }
        return command;
    }
}
