using System.Text;
using Fengtai.Platform.Search;
using Xunit;

namespace Fengtai.Tests.Search;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("打印机卡纸", "'打印':1 '印机':2 '机卡':3 '卡纸':4 '纸':5 ")]
    [InlineData("重启 VPN", "'重启':1 '启':2 'vpn':3 ")]
    [InlineData("PRN-0042", "'prn':1 '0042':2 ")]
    [InlineData("a b a", "'a':1,3 'b':2 ")]
    [InlineData("", "")]
    [InlineData("！？…", "")]
    public void Vector_HasWordsAndPairs(string text, string expected) => Assert.Equal(expected, SearchText.Vector(text));

    [Fact]
    public void Texts_DoNotRunIntoOneAnother() =>
        Assert.Equal("'网':1 'vpn':4 ", SearchText.Vector("网", null, "vpn"));

    [Theory]
    [InlineData("打印机", "('打印' <-> '印机')")]
    [InlineData("纸", "('纸':*)")]
    [InlineData("vp", "('vp':*)")]
    [InlineData("连接VPN", "('连接' <-> '接' <-> 'vpn':*)")]
    [InlineData("打印机 vpn vpn", "('打印' <-> '印机') & ('vpn':*)")]
    public void Query_IsAPhrasePerWord(string text, string expected) => Assert.Equal(expected, SearchText.Query(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \u3000 ")]
    [InlineData("'\\\0:*&|!<->")]
    public void NothingToSearchFor_IsNoQuery(string? text) => Assert.Null(SearchText.Query(text));

    [Theory]
    [InlineData("ＶＰＮ", "vpn")]
    [InlineData("電腦壞了，麵條著火", "电脑坏了,面条着火")]
    [InlineData("打\u200b印\u00ad机\ufeff", "打印机")]
    [InlineData("㈠①", "(一)1")]
    public void Normalised_IsTheSameForAllWaysToWriteIt(string text, string expected) => Assert.Equal(expected, SearchText.Normalise(text));

    // attributes cannot hold half a character
    [Fact]
    public void LoneSurrogates_AreNotSearched()
    {
        Assert.Equal("'a':1 'b':2 ", SearchText.Vector("a\ud800b\udc00"));
        Assert.Null(SearchText.Query("\ud800"));
    }

    [Fact]
    public void LongText_IsCut_NotRefused()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 100_000; i++)
        {
            text.Append((char)(0x4e00 + i % 20_000));
        }
        Assert.EndsWith(":16383 ", SearchText.Vector(text.ToString()), StringComparison.Ordinal);
        Assert.InRange(SearchText.Vector(new string('x', 1_000_000)).Length, 64, 80);
    }
}
