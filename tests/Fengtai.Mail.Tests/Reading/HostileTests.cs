using System.Diagnostics;
using System.Text;
using Xunit;

namespace Fengtai.Mail.Tests.Reading;

/// <summary>Messages made to hurt end within limits and within a second, and say which limit.</summary>
public sealed class HostileTests
{
    [Fact]
    public void TenThousandParts() =>
        Read("Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\nContent-Type: text/plain\n\ntext\n", 10_000)) + "--b--\n", MailDefectKind.TooManyParts);

    [Fact]
    public void AThousandMultiparts_WithinEachOther() =>
        Read(string.Concat(Enumerable.Range(0, 1000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n")) + "\ntext\n", MailDefectKind.TooDeep);

    [Fact]
    public void AThousandMessages_WithinEachOther() =>
        Read(string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\n\n", 1000)) + "text", MailDefectKind.TooDeep);

    [Fact]
    public void AThousandMultiparts_WhoseBoundaryNeverComes() =>
        Read(string.Concat(Enumerable.Repeat("Content-Type: multipart/mixed; boundary=b\n\n--c\n", 1000)) + new string('-', 1 << 20), MailDefectKind.NoBoundary);

    [Fact]
    public void BoundaryLines_WithoutBoundary() =>
        Read(string.Concat(Enumerable.Range(0, 90).Select(i => $"Content-Type: multipart/mixed; boundary=bbbbbbbbbb{i:00}\n\n--bbbbbbbbbb{i:00}\n")) + "\n" + string.Concat(Enumerable.Repeat("--bbbbbbbbbbxx\n", 300_000)), MailDefectKind.NoEnd);

    [Fact]
    public void ALineOfTenMegabytes() => Read("Subject: " + new string('a', 10 << 20) + "\n\ntext", MailDefectKind.FieldTooLong);

    [Fact]
    public void AMillionAddresses() => Read("To: " + string.Join(", ", Enumerable.Range(0, 1_000_000).Select(i => $"a{i}@b.c")) + "\n\ntext", MailDefectKind.FieldTooLong);

    [Fact]
    public void AMillionFields() => Read(string.Concat(Enumerable.Repeat("A: b\n", 1_000_000)) + "\ntext", MailDefectKind.TooManyFields);

    [Fact]
    public void AMillionFolds() => Read("Subject: a\n" + string.Concat(Enumerable.Repeat(" b\n", 1_000_000)) + "\ntext", MailDefectKind.FieldTooLong);

    [Theory]
    [InlineData("Subject", "=?a?Q?")]
    [InlineData("Subject", "=?utf-8?Q?a?= ")]
    [InlineData("Subject", "=?utf-8?B?YQ?= ")]
    [InlineData("Subject", "=?nobody-knows?Q?a?=")]
    [InlineData("To", "(")]
    [InlineData("To", "\"")]
    [InlineData("To", "<")]
    [InlineData("To", "a@b <")]
    [InlineData("To", "\\\"(a")]
    [InlineData("To", "a:")]
    [InlineData("To", "a ")]
    [InlineData("To", "=?a?Q?")]
    [InlineData("Content-Type", "a=")]
    [InlineData("Content-Type", " ")]
    [InlineData("Content-Type", "(")]
    [InlineData("Content-Type", "; a*0*=b")]
    [InlineData("Content-Type", "a/b; x=y ")]
    [InlineData("References", "<")]
    [InlineData("Date", "(")]
    [InlineData("Date", "1 ")]
    public void ManyOfOne_InAField(string field, string piece) =>
        Read($"{field}: x{string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length))}\n\ntext", MailDefectKind.FieldTooLong);

    [Theory]
    [InlineData("<")]
    [InlineData("<a ")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("<blockquote>")]
    [InlineData("<a>&")]
    [InlineData("cid:")]
    [InlineData("&amp")]
    [InlineData("<p> ")]
    public void ManyOfOne_InHtml(string piece) =>
        Read($"Content-Type: text/html\nDate: x\n\n{string.Concat(Enumerable.Repeat(piece, (4 << 20) / piece.Length))}>", MailDefectKind.NotADate);

    [Theory]
    [InlineData("text/plain", "quoted-printable", "=")]
    [InlineData("text/plain", "quoted-printable", " ")]
    [InlineData("text/plain", "quoted-printable", "=\n")]
    [InlineData("text/plain", "base64", "=")]
    [InlineData("text/plain", "base64", "YQ=")]
    [InlineData("text/plain", "x-uuencode", "begin 644 a\n")]
    [InlineData("text/plain", "7bit", "begin 644 a\n#0V%T\n")]
    [InlineData("text/plain; charset=utf-7", "7bit", "+")]
    [InlineData("text/plain; charset=gbk", "8bit", "\u00E4\u00B8")]
    [InlineData("text/plain; charset=utf-8", "8bit", "\u00C4\u00E3\u00BA")]
    [InlineData("text/plain; format=flowed", "7bit", ">\n> a \n")]
    public void ManyOfOne_InText(string type, string encoding, string piece) =>
        Read($"Content-Type: {type}\nContent-Transfer-Encoding: {encoding}\nDate: x\n\n{string.Concat(Enumerable.Repeat(piece, (4 << 20) / piece.Length))}", MailDefectKind.NotADate);

    [Fact]
    public void ManyTextsInOne_AreReadInLinearTime() =>
        Read("Date: x\nContent-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\nContent-Type: image/png\nContent-ID: <a>\n\n\n", 900)) + "--b\nContent-Type: text/html\n\n" + new string('x', 8 << 20), MailDefectKind.NotADate);

    [Fact]
    public void TwentyFiveMegabytes_NeedLessThanFourTimesAsMuch()
    {
        var head = Encoding.ASCII.GetBytes("Content-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n--b\nContent-Transfer-Encoding: base64\nContent-Type: image/png; name=a.png\n\n");
        var line = Encoding.ASCII.GetBytes(Convert.ToBase64String(new byte[57]) + "\r\n");
        byte[] bytes = [.. head, .. Enumerable.Repeat(line, (25 << 20) / line.Length).SelectMany(l => l), .. "--b--"u8];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var message = MailMessage.Read(bytes);
        Assert.Equal((25 << 20) / line.Length * 57, message.Attachments[0].Content().Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 << 20);
    }

    private static void Read(string text, MailDefectKind limit)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        var watch = Stopwatch.StartNew();
        var message = MailMessage.Read(bytes);
        foreach (var field in message.Headers)
        {
            _ = field.Text;
        }
        Assert.Contains(message.Defects, d => d.Kind == limit);
        // a second is what is wanted; the machine that tests is not alone
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 3);
    }
}
