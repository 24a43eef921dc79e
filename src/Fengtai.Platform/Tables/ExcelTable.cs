using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Fengtai.Platform.Tables;

/// <summary>
/// A workbook with one sheet (ECMA-376, SpreadsheetML), written straight to the reader: the office libraries build a whole package first, which
/// for a long list is hundreds of megabytes. The first row is the head: bold, frozen and with filters.
/// </summary>
public sealed class ExcelTable : ITableWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int LongestText = 32_767;
    private const int LongestSheetName = 31;
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const int HeldAtMost = 64 * 1024;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Outlet _outlet;
    private readonly ZipArchive _package;
    private readonly StreamWriter _sheet;
    private readonly StringBuilder _row = new();
    private int _rows;
    private int _columns;

    private ExcelTable(Outlet outlet, ZipArchive package, StreamWriter sheet) => (_outlet, _package, _sheet) = (outlet, package, sheet);

    /// <param name="stream">Need not be able to seek.</param>
    /// <param name="name">Of the sheet; what Excel does not allow in it is left out.</param>
    /// <param name="widths">Of the columns, in characters.</param>
    public static async Task<ExcelTable> CreateAsync(Stream stream, string name, IReadOnlyList<int> widths, CancellationToken cancellation)
    {
        var outlet = new Outlet(stream);
        var package = await ZipArchive.CreateAsync(outlet, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        foreach (var (path, part) in Parts(SheetName(name)))
        {
            await using var entry = await package.CreateEntry(path).OpenAsync(cancellation);
            await entry.WriteAsync(Encoding.UTF8.GetBytes(Declaration + part), cancellation);
        }
        var sheet = new StreamWriter(await package.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).OpenAsync(cancellation), new UTF8Encoding(false));
        var columns = string.Concat(widths.Select((w, i) => string.Create(CultureInfo.InvariantCulture, $"""<col min="{i + 1}" max="{i + 1}" width="{w}" customWidth="1"/>""")));
        await sheet.WriteAsync($"""
            {Declaration}<worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>{columns}</cols><sheetData>
            """);
        return new(outlet, package, sheet);
    }

    public async Task WriteAsync(IReadOnlyList<Cell> row, CancellationToken cancellation)
    {
        _row.Clear().Append("<row>");
        foreach (var cell in row)
        {
            Append(cell);
        }
        await _sheet.WriteAsync(_row.Append("</row>"), cancellation);
        _columns = Math.Max(_columns, row.Count);
        _rows++;
        if (_outlet.Held > HeldAtMost)
        {
            await _outlet.SendAsync(cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _sheet.WriteAsync(_columns > 0 ? $"""</sheetData><autoFilter ref="A1:{ColumnName(_columns)}{_rows.ToString(CultureInfo.InvariantCulture)}"/></worksheet>""" : "</sheetData></worksheet>");
        await _sheet.DisposeAsync();
        await _package.DisposeAsync();
        await _outlet.SendAsync(CancellationToken.None);
        await _outlet.DisposeAsync();
    }

    private void Append(Cell cell)
    {
        var style = _rows == 0 ? 1 : 0;
        _ = cell switch
        {
            { Number: { } number } => _row.Append(CultureInfo.InvariantCulture, $"""<c s="{style}"><v>{number}</v></c>"""),
            { Moment: { } moment } => _row.Append(CultureInfo.InvariantCulture, $"""<c s="2"><v>{moment.ToOADate():R}</v></c>"""),
            { Text: { Length: > 0 } text } => _row.Append(CultureInfo.InvariantCulture, $"""<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{Escaped(text)}</t></is></c>"""),
            _ => _row.Append("<c/>"),
        };
    }

    private static string Escaped(string text)
    {
        var shown = text.Length > LongestText ? text[..LongestText] : text;
        var escaped = new StringBuilder(shown.Length + 16);
        for (var i = 0; i < shown.Length; i++)
        {
            var c = shown[i];
            if (char.IsHighSurrogate(c) && i + 1 < shown.Length && char.IsLowSurrogate(shown[i + 1]))
            {
                escaped.Append(c).Append(shown[++i]);
            }
            else if (XmlConvert.IsXmlChar(c))
            {
                _ = c switch
                {
                    '<' => escaped.Append("&lt;"),
                    '>' => escaped.Append("&gt;"),
                    '&' => escaped.Append("&amp;"),
                    _ => escaped.Append(c),
                };
            }
        }
        return escaped.ToString();
    }

    private static string SheetName(string name)
    {
        var kept = string.Concat(name.Where(c => (char.IsLetterOrDigit(c) || " -_.()（）".Contains(c, StringComparison.Ordinal)) && !char.IsSurrogate(c))).Trim();
        return kept.Length == 0 ? "Sheet1" : kept.Length > LongestSheetName ? kept[..LongestSheetName] : kept;
    }

    private static string ColumnName(int number) => number <= 26 ? ((char)('A' + number - 1)).ToString() : ColumnName((number - 1) / 26) + (char)('A' + (number - 1) % 26);

    private static IEnumerable<(string Path, string Part)> Parts(string sheetName)
    {
        const string types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string package = "http://schemas.openxmlformats.org/package/2006";
        yield return ("[Content_Types].xml", $"""<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{types}.styles+xml"/></Types>""");
        yield return ("_rels/.rels", $"""<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        yield return ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{relations}"><sheets><sheet name="{sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        yield return ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{relations}/styles" Target="styles.xml"/></Relationships>""");
        yield return ("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>""");
    }

    /// <summary>Compression writes synchronously, here and there even where it is asked otherwise, and a server takes no such writing: it is held and sent in between.</summary>
    private sealed class Outlet(Stream stream) : Stream
    {
        private readonly MemoryStream _held = new();
        private long _sent;

        public long Held => _held.Length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _sent + _held.Length; set => throw new NotSupportedException(); }

        public async Task SendAsync(CancellationToken cancellation)
        {
            await stream.WriteAsync(_held.GetBuffer().AsMemory(0, (int)_held.Length), cancellation);
            _sent += _held.Length;
            _held.SetLength(0);
        }

        public override void Write(byte[] buffer, int offset, int count) => _held.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => _held.Write(buffer);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _held.Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override void Flush()
        {
            // what is held is sent by SendAsync
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _held.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
