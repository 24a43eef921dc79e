using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Xunit;

namespace Fengtai.Tests.Languages;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData(" \t\r\n\u3000\u00a0", "")]
    [InlineData("\u200b\u200d\ufeff", "")]
    [InlineData("\u3164", "")]
    [InlineData("  打印机卡纸  ", "打印机卡纸")]
    [InlineData("a\0b\u0007c\u001b[31m\u007f\u009b", "abc[31m")]
    [InlineData("发票\u202egnp.exe", "发票gnp.exe")]
    [InlineData("\u2066x\u2069\u200e\u200f\u061c", "x")]
    [InlineData("a\ufdd0\uffff\U000e0041b", "ab")]
    [InlineData("a\r\nb\rc\u2028d\u0085e\u000cf", "a\nb\nc\nd\ne\nf")]
    [InlineData("<script>alert('x')</script> & \"q\"", "<script>alert('x')</script> & \"q\"")]
    [InlineData("王𬭎\U0001f469\u200d\U0001f4bb", "王𬭎\U0001f469\u200d\U0001f4bb")]
    [InlineData("e\u0301tude", "e\u0301tude")]
    [InlineData("x\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301y", "x\u0301\u0301\u0301\u0301\u0301\u0301y")]
    [InlineData("\tint main()\n\t{\n\t}", "int main()\n\t{\n\t}")]
    public void Lines_AreCleaned_AndKeepWhatIsVisible(string? typed, string expected) =>
        Assert.Equal(expected, PlainText.Lines("text", typed, 1000).Value);

    // attributes cannot hold half a character
    [Fact]
    public void LoneSurrogates_AreReplaced()
    {
        Assert.Equal("a\ufffdb", PlainText.Lines("text", "a\ud800b", 1000).Value);
        Assert.Equal("a\ufffd", PlainText.Lines("text", "a\udc00", 1000).Value);
    }

    [Theory]
    [InlineData("一行\r\n又一行", "一行 又一行")]
    [InlineData("a \t\n  b", "a b")]
    [InlineData("王\u3000晓雨", "王\u3000晓雨")]
    [InlineData("\n\n标题", "标题")]
    public void Line_IsOneLine(string typed, string expected) =>
        Assert.Equal(expected, PlainText.Line("subject", typed, 1000).Value);

    [Theory]
    [InlineData("12345", 5, true)]
    [InlineData("123456", 5, false)]
    [InlineData("𬭎𬭎𬭎𬭎𬭎", 5, true)]
    [InlineData("  12345\0\u202e  ", 5, true)]
    [InlineData("12\r\n45", 5, true)]
    public void Length_IsCountedInCharacters_AfterCleaning(string typed, int longest, bool fits) =>
        Assert.Equal(!fits, PlainText.Lines("text", typed, longest).IsRefused);

    [Fact]
    public void TooLongText_IsRefused_WithItsFieldAndTheLimit()
    {
        var refusal = Assert.IsType<TextIsTooLong>(PlainText.Line("subject", new string('字', 201), 200).Refusal);
        Assert.Equal(new TextIsTooLong("subject", 200, 201), refusal);
        Assert.Equal((RefusalKind.Invalid, "subject"), (refusal.Kind, refusal.Field));
    }

    [Fact]
    public void GivenTexts_CollectAllThatIsWrong()
    {
        var given = new GivenTexts();
        Assert.Equal("打印机", given.Line("subject", " 打印机 ", 200, required: true));
        Assert.Equal("", given.Lines("place", null, 200));
        Assert.False(given.AreRefused);

        given.Line("contact", "123456", 5);
        given.Lines("description", "\u200b", 200, required: true);
        Assert.Equal([new TextIsTooLong("contact", 5, 6), new Missing("description")], given.Refusals);
    }
}
