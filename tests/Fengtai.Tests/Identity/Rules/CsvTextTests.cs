using System.Text;
using Fengtai.Identity.Rules;
using Fengtai.Platform.Tables;
using Xunit;

namespace Fengtai.Tests.Identity.Rules;

public sealed class CsvTextTests
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    [Theory]
    [InlineData("a,b\r\nc,d\r\n", "1:a|b 2:c|d")]
    [InlineData("a;b\nc;d", "1:a|b 2:c|d")]
    [InlineData("a\tb\nc\td", "1:a|b 2:c|d")]
    [InlineData("\"a,1\",\"b \"\"x\"\"\"\n", "1:a,1|b \"x\"")]
    [InlineData("\"a\nb\",c\nd,e\n", "1:a\nb|c 3:d|e")]
    [InlineData("a,b\n\n,\nc,d", "1:a|b 4:c|d")]
    [InlineData(" a , b ", "1:a|b")]
    [InlineData("a,b\nc", "1:a|b 2:c")]
    [InlineData("a,b\nc,d,e", "1:a|b 2:c|d|e")]
    [InlineData("'=1+1,'+86", "1:=1+1|+86")]
    [InlineData("'quoted',''", "1:'quoted'|'")]
    public void Table_IsReadAsSpreadsheetsWriteIt(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', CsvText.Read(text, 100).Value.Select(r => $"{r.Line}:{string.Join('|', r.Cells)}")));

    [Theory]
    [InlineData("", "tableIsEmpty")]
    [InlineData("\n\n", "tableIsEmpty")]
    [InlineData("a,\"b\nc,d", "fileIsNoTable")]
    [InlineData("a,b\0", "fileIsNoTable")]
    public void NoTable_IsRefused(string text, string code) => Assert.Equal(code, CsvText.Read(text, 100).Refusal?.Code);

    [Theory]
    [InlineData(3, null)]
    [InlineData(2, "tableIsTooLong")]
    public void LongTable_IsRefused(int most, string? code) => Assert.Equal(code, CsvText.Read("h\n1\n2\n3", most).Refusal?.Code);

    [Fact]
    public void Encoding_IsFoundOut()
    {
        const string text = "姓名,部门\n王晓雨,𠮷田";
        foreach (var encoding in new[] { new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Gb18030 })
        {
            Assert.Equal(text, CsvText.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]).Value);
        }
        Assert.Equal("fileIsNoTable", CsvText.Decode([0x81, 0x20, 0xff, 0xfe, 0x00]).Refusal?.Code);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\")", "\"'=HYPERLINK(\"\"http://evil\"\")\"")]
    [InlineData("+86 571", "'+86 571")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData(null, "")]
    [InlineData("王晓雨", "王晓雨")]
    [InlineData("'+x", "''+x")]
    public void WhatIsWritten_RunsNowhere_AndIsReadBackAsItWas(string? cell, string written)
    {
        Assert.Equal($"{written},x\r\n", CsvLine.Of([cell, "x"]));
        Assert.Equal(cell ?? "", CsvText.Read(CsvLine.Of([cell, "x"]), 10).Value[0].Cells[0]);
    }
}
