using System.Text;
using CsvHelper;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Tables;

namespace Fengtai.Identity.Rules;

/// <summary>
/// Tables as spreadsheets write them (RFC 4180, and what Excel makes of it): UTF-8, UTF-16 or GB18030; commas, semicolons or tabs.
/// What <see cref="CsvLine"/> wrote is read back as it was.
/// </summary>
internal static class CsvText
{
    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        TrackLineNumbers = true,
        MaxRecordSize = 100_000,
    };

    /// <summary>Text of a file, by its byte-order mark, else UTF-8 if it is, else GB18030.</summary>
    public static Result<string> Decode(ReadOnlySpan<byte> bytes)
    {
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        Encoding[] ways = bytes switch
        {
            [0xef, 0xbb, 0xbf, ..] => [new UTF8Encoding(true, throwOnInvalidBytes: true)],
            [0xff, 0xfe, ..] => [new UnicodeEncoding(false, true, throwOnInvalidBytes: true)],
            [0xfe, 0xff, ..] => [new UnicodeEncoding(true, true, throwOnInvalidBytes: true)],
            _ => [new UTF8Encoding(false, throwOnInvalidBytes: true), gb18030],
        };
        foreach (var way in ways)
        {
            try
            {
                return way.GetString(bytes).TrimStart('\ufeff');
            }
            catch (DecoderFallbackException)
            {
                // not written this way: the next one
            }
        }
        return new FileIsNoTable();
    }

    /// <summary>The rows with their line numbers, blank ones left out.</summary>
    public static Result<List<TableRow>> Read(string text, int mostRows)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return new FileIsNoTable();
        }
        var rows = new List<TableRow>();
        try
        {
            using var reader = CsvReader.FromText(text, Options with { Separator = SeparatorOf(text) });
            while (reader.Read())
            {
                var cells = Enumerable.Range(0, reader.FieldCount).Select(i => CsvLine.Unescaped(reader.GetString(i).Trim())).ToArray();
                if (cells.All(c => c.Length == 0))
                {
                    continue;
                }
                if (rows.Count > mostRows)
                {
                    return new TableIsTooLong(mostRows);
                }
                rows.Add(new((int)reader.LineNumber, cells));
            }
        }
        catch (CsvFormatException)
        {
            return new FileIsNoTable();
        }
        return rows.Count == 0 ? new TableIsEmpty() : rows;
    }

    private static char SeparatorOf(string text)
    {
        var header = text.AsSpan().TrimStart();
        var end = header.IndexOfAny('\r', '\n');
        header = end < 0 ? header : header[..end];
        var (commas, semicolons, tabs) = (header.Count(','), header.Count(';'), header.Count('\t'));
        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }
}

/// <param name="Line">The line in the file on which the row begins, counted from 1.</param>
internal sealed record TableRow(int Line, IReadOnlyList<string> Cells);

internal sealed record FileIsNoTable : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "file";
}

internal sealed record TableIsEmpty : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "file";
}

internal sealed record TableIsTooLong(int Most) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "file";

    public override object[] Arguments => [Most];
}
