using System.Globalization;
using System.Text;

namespace Fengtai.Platform.Tables;

/// <summary>Comma-separated text in UTF-8; the byte-order mark tells Excel so.</summary>
public sealed class CsvTable(Stream stream) : ITableWriter
{
    public const string ContentType = "text/csv; charset=utf-8";

    private readonly StreamWriter _writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);

    public Task WriteAsync(IReadOnlyList<Cell> row, CancellationToken cancellation) => _writer.WriteAsync(CsvLine.Of(row.Select(Said)).AsMemory(), cancellation);

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private static string? Said(Cell cell) =>
        cell.Number?.ToString(CultureInfo.InvariantCulture) ?? cell.Moment?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? cell.Text;
}
