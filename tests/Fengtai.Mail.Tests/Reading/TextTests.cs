using System.Text;
using Fengtai.Mail.Reading;
using Fengtai.Mail.Tests.Support;
using Xunit;

namespace Fengtai.Mail.Tests.Reading;

public sealed class TextTests
{
    private const string Simplified = "您好，打印机又坏了，请派人来看一下，谢谢。";
    private const string Traditional = "您好，印表機又壞了，請派人來看一下，謝謝。";

    [Theory]
    [InlineData(54936, "gb2312")]
    [InlineData(54936, "GBK")]
    [InlineData(54936, "x-gbk")]
    [InlineData(54936, "iso-8859-1")]
    [InlineData(54936, "us-ascii")]
    [InlineData(54936, "utf-8")]
    [InlineData(54936, "nobody-knows")]
    [InlineData(54936, null)]
    [InlineData(65001, "gb2312")]
    [InlineData(65001, "big5")]
    [InlineData(65001, "windows-1252")]
    [InlineData(65001, "shift_jis")]
    [InlineData(65001, null)]
    [InlineData(1200, "utf-16")]
    [InlineData(52936, "hz-gb-2312")]
    public void Chinese_IsReadWhateverTheLabel(int codePage, string? label) => Assert.Equal(Simplified, TextDecoder.Decode(Bytes(codePage, Simplified), label));

    [Theory]
    [InlineData(950, "big5")]
    [InlineData(950, "iso-8859-1")]
    [InlineData(950, null)]
    [InlineData(65001, "big5")]
    public void TraditionalChinese_IsReadWhateverTheLabel(int codePage, string? label) => Assert.Equal(Traditional, TextDecoder.Decode(Bytes(codePage, Traditional), label));

    [Theory]
    [InlineData(1252, "Größe überschreitet das Maß", "iso-8859-1")]
    [InlineData(1252, "Größe überschreitet das Maß", "utf-8")]
    [InlineData(1252, "L’été à côté: déjà vu", null)]
    [InlineData(1251, "Принтер не работает", "windows-1251")]
    [InlineData(20866, "Принтер не работает", "koi8-r")]
    [InlineData(932, "プリンタが壊れました", "shift_jis")]
    [InlineData(50220, "プリンタが壊れました", "iso-2022-jp")]
    [InlineData(51932, "プリンタが壊れました", "euc-jp")]
    [InlineData(949, "프린터가 고장났어요", "ks_c_5601-1987")]
    public void OtherScripts_AreNotTakenForChinese(int codePage, string text, string? label) => Assert.Equal(text, TextDecoder.Decode(Bytes(codePage, text), label));

    [Theory]
    [InlineData("中文", "gbk")]
    [InlineData("模块", "gb2312")]
    [InlineData("联通", "gb2312")]
    [InlineData("移动", "gbk")]
    public void ShortTexts_AreBelievedToBeWhatTheySay(string text, string label) => Assert.Equal(text, TextDecoder.Decode(Bytes(54936, text), label));

    [Fact]
    public void DamagedUtf8_KeepsTheRest()
    {
        var bytes = Bytes(65001, Simplified + Simplified);
        bytes[4] = 0xFF;
        var text = TextDecoder.Decode(bytes, "utf-8", out var defect);
        Assert.EndsWith(Simplified, text);
        Assert.Equal(MailDefectKind.DamagedText, defect);
    }

    [Theory]
    [InlineData("a+-b", "a+b")]
    [InlineData("+T2BZfQ-", "你好")]
    [InlineData("Hi Mom -+Jjo--!", "Hi Mom -☺-!")]
    public void Utf7_IsRead(string written, string read) => Assert.Equal(read, TextDecoder.Decode(Encoding.ASCII.GetBytes(written), "utf-7"));

    [Theory]
    [InlineData("a=3Db=\nc \n d=\n", "a=bc\n d")]
    [InlineData("=e4=BD=A0", "你")]
    [InlineData("100= % =ZZ =", "100= % =ZZ ")]
    public void QuotedPrintable_IsRead(string written, string read) => Assert.Equal(read, Content("quoted-printable", written));

    [Theory]
    [InlineData("5L2g5aW9", "你好")]
    [InlineData("5L2g\n5a-W9", "你好")]
    [InlineData("5L2g5aW", "你\u00E5\u00A5")]
    [InlineData("5L2g=5aW9", "你好")]
    [InlineData("5L2g5aW9Cg==\n--\nA list's footer.", "你好\n")]
    public void Base64_IsRead(string written, string read)
    {
        var expected = read.Contains('\u00E5') ? read : null;
        Assert.Equal(expected is null ? read : "你\uFFFD", Content("base64", written));
    }

    [Theory]
    [InlineData("begin 644 a.txt\n#0V%T\n`\nend", "Cat")]
    [InlineData("begin 644 a.txt\r\n#0V%T\r\n \r\nend\r\n", "Cat")]
    [InlineData("begin 644 a.txt\n#0V\n", "C`\0")]
    public void UuEncode_IsRead(string written, string read) => Assert.Equal(read, Content("x-uuencode", written));

    [Fact]
    public void FilesInUuEncode_AreAttachments()
    {
        var message = Messages.Read("Subject: a\n\nSee:\nbegin 644 猫.txt\n#0V%T\n`\nend\nBye\n");
        var cat = Assert.Single(message.Attachments);
        Assert.Equal(("Cat", 3), (Encoding.ASCII.GetString(cat.Content().Span), cat.Size));
        Assert.Equal("See:\nBye", message.Text.Trim());
    }

    [Fact]
    public void FlowedText_IsJoined() =>
        Assert.Equal("one two\n> three four\n-- \nname", Messages.Read("Content-Type: text/plain; format=flowed\n\none \ntwo\n> three \n> four\n-- \nname").Text);

    [Fact]
    public void FlowedChinese_LosesItsSpaces() => Assert.Equal("你好世界", Messages.Read("Content-Type: text/plain; format=flowed; delsp=yes; charset=utf-8\n\n" + Messages.Latin(Encoding.UTF8, "你好 \n世界")).Text);

    [Theory]
    [InlineData("<p>a</p><p>b &amp; c</p>", "a\n\nb & c")]
    [InlineData("<div>a</div><div>b<br>c</div>", "a\nb\nc")]
    [InlineData("a<style>p{}</style><script>x<y</script>b<!-- c -->d", "abd")]
    [InlineData("<blockquote>a<blockquote>b</blockquote></blockquote>c", "> a\n>> b\nc")]
    [InlineData("<ul><li>a<li>b</ul>", "- a\n- b")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc")]
    [InlineData("a &nbsp; <b>b</b>\n  c", "a   b c")]
    [InlineData("<pre>a\n  b</pre>", "a\n  b")]
    [InlineData("1 < 2", "1 < 2")]
    [InlineData("a<script>b", "a")]
    public void Html_IsReadAsText(string html, string text) => Assert.Equal(text, HtmlText.ToPlain(html));

    private static string Content(string encoding, string written) =>
        MailMessage.Read(Encoding.ASCII.GetBytes($"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n{written}")).Root.Text();

    private static byte[] Bytes(int codePage, string text) => (codePage switch { 65001 => Encoding.UTF8, 1200 => Encoding.Unicode, _ => Messages.CodePage(codePage) }).GetBytes(text);
}
