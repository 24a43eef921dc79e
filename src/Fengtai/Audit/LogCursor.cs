using Fengtai.Audit.Rules;
using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Audit;

/// <summary>Reads a log once from its beginning, a stretch at a time, in constant memory.</summary>
internal sealed class LogCursor : IAsyncDisposable
{
    private readonly SealedLog _log;
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlDataReader _rows;
    private readonly CanonicalRow _bytes = new();
    private readonly byte[] _digest = new byte[CanonicalRow.DigestSize];
    private bool _hasRow;

    private LogCursor(SealedLog log, NpgsqlConnection connection, NpgsqlDataReader rows) => (_log, _connection, _rows) = (log, connection, rows);

    public static async Task<LogCursor> OpenAsync(SealedLog log, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var connection = await database.OpenConnectionAsync(cancellation);
        var command = connection.Command($"select {log.Columns} from {log.Table} order by id");
        command.CommandTimeout = 0;
        var cursor = new LogCursor(log, connection, await command.ExecuteReaderAsync(cancellation));
        cursor._hasRow = await cursor._rows.ReadAsync(cancellation);
        return cursor;
    }

    /// <summary>Adds all rows up to this id that were not read yet.</summary>
    public async Task ReadAsync(Stretch stretch, long upTo, CancellationToken cancellation)
    {
        while (_hasRow && _rows.GetInt64(0) <= upTo)
        {
            var id = _log.Digest(_rows, _bytes, _digest);
            stretch.Add(id, _digest);
            _hasRow = await _rows.ReadAsync(cancellation);
        }
    }

    /// <summary>Counts what is left.</summary>
    public async Task<long> RestAsync(CancellationToken cancellation)
    {
        var rest = 0L;
        for (; _hasRow; _hasRow = await _rows.ReadAsync(cancellation))
        {
            rest++;
        }
        return rest;
    }

    public async ValueTask DisposeAsync()
    {
        await _rows.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
