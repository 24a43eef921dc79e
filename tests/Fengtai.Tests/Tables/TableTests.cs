using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Fengtai.Platform.Tables;
using Xunit;
using Cell = Fengtai.Platform.Tables.Cell;

namespace Fengtai.Tests.Tables;

/// <summary>Tables as other programs read them; the workbook is read by Microsoft's own library.</summary>
public sealed class TableTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static readonly Cell[][] Rows =
    [
        [Cell.Of("编号"), Cell.Of("标题"), Cell.Of("提交")],
        [Cell.Of(100001), Cell.Of("=1+1"), Cell.Of(new DateTimeOffset(2026, 3, 2, 1, 30, 0, TimeSpan.Zero), Shanghai)],
        [Cell.Of(100002), Cell.Of("a <b> & \"c\"\n\u0001𠮷\ud800 '"), Cell.Of((DateTimeOffset?)null, Shanghai)],
        [Cell.Of((decimal?)null), Cell.Of((string?)null), Cell.Of(new DateTimeOffset(1999, 12, 31, 16, 0, 0, TimeSpan.Zero), Shanghai)],
    ];

    [Fact]
    public async Task Workbook_IsValid_AndHoldsWhatWasWritten()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(await WorkbookAsync("待受理 / [all]: \"x\"*?")), isEditable: false);
        Assert.Equal("", string.Join('\n', new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}")));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        Assert.Empty(sheet.Descendants<CellFormula>());
        var cells = sheet.Descendants<Row>().Select(r => r.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().Select(c => c.InnerText).ToArray()).ToArray();
        Assert.Equal(["编号", "标题", "提交"], cells[0]);
        Assert.Equal(["100001", "=1+1", new DateTime(2026, 3, 2, 9, 30, 0).ToOADate().ToString("R", CultureInfo.InvariantCulture)], cells[1]);
        Assert.Equal(["100002", "a <b> & \"c\"\n𠮷 '", ""], cells[2]);
        Assert.Equal(["", "", "36526"], cells[3]);
        Assert.Equal("A1:C4", sheet.GetFirstChild<AutoFilter>()!.Reference!.Value);
        Assert.Equal("待受理  all x", document.WorkbookPart.Workbook.Descendants<Sheet>().Single().Name!.Value);
    }

    [Fact]
    public async Task Workbook_TakesTextThatIsTooLongForExcel()
    {
        var bytes = new MemoryStream();
        await using (var table = await ExcelTable.CreateAsync(bytes, "", [10], TestContext.Current.CancellationToken))
        {
            await table.WriteAsync([Cell.Of(new string('x', 40_000))], TestContext.Current.CancellationToken);
        }
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes.ToArray()), isEditable: false);
        Assert.Equal(32_767, document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Text>().Single().Text.Length);
    }

    /// <summary>A long list leaves as it is made: nothing of it waits in memory for the rest.</summary>
    [Fact]
    public async Task Workbook_IsWrittenRowByRow_ToWhatCannotSeek()
    {
        var wire = new Wire();
        await using var table = await ExcelTable.CreateAsync(wire, "x", [10], TestContext.Current.CancellationToken);
        var sent = new List<long>();
        for (var i = 0; i < 20; i++)
        {
            for (var row = 0; row < 500; row++)
            {
                await table.WriteAsync([Cell.Of(Guid.NewGuid().ToString())], TestContext.Current.CancellationToken);
            }
            sent.Add(wire.Sent);
        }
        Assert.True(sent[^1] > 100_000 && sent[5] > sent[0], string.Join(' ', sent));
    }

    [Fact]
    public async Task Csv_HasAByteOrderMark_AndRunsNoFormula()
    {
        var bytes = new MemoryStream();
        await using (var table = new CsvTable(bytes))
        {
            foreach (var row in Rows)
            {
                await table.WriteAsync(row, TestContext.Current.CancellationToken);
            }
        }
        Assert.Equal([0xef, 0xbb, 0xbf], bytes.ToArray()[..3]);
        Assert.Equal(
            "编号,标题,提交\r\n100001,'=1+1,2026-03-02 09:30\r\n",
            Encoding.UTF8.GetString(bytes.ToArray())[1..].Split("100002")[0]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("'quoted'", "'quoted'")]
    public void Csv_CellThatWouldRun_IsText(string text, string written) => Assert.Equal(written + "\r\n", CsvLine.Of([text]));

    private static async Task<byte[]> WorkbookAsync(string name)
    {
        var bytes = new MemoryStream();
        await using (var table = await ExcelTable.CreateAsync(bytes, name, [10, 40, 17], TestContext.Current.CancellationToken))
        {
            foreach (var row in Rows)
            {
                await table.WriteAsync(row, TestContext.Current.CancellationToken);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>As an answer on its way: it goes forwards, and only asynchronously.</summary>
    private sealed class Wire : Stream
    {
        public long Sent { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Sent; set => throw new NotSupportedException(); }

        public override void Flush() => throw new NotSupportedException();

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Kestrel allows no synchronous writing.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Sent += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
