using System.Text;
using Fengtai.Mail.Tests.Support;
using Xunit;

namespace Fengtai.Mail.Tests.Reading;

public sealed class PartTests
{
    private const string Mixed = "Content-Type: multipart/mixed; boundary=b\n\n";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Parts_AreFound_WhateverTheLineBreaks(string lineBreak)
    {
        var message = MailMessage.Read(Encoding.ASCII.GetBytes((Mixed + "before\n--b\n\none\n--b\nContent-Type: image/png; name=a.png\n\ntwo\n\n--b--\nbehind\n").Replace("\n", lineBreak)));
        Assert.Equal(["one", "two" + lineBreak], message.Root.Parts.Select(p => Encoding.ASCII.GetString(p.Content().Span)));
        Assert.Equal("before", Encoding.ASCII.GetString(message.Root.Preamble.Span).Trim());
        Assert.Equal("behind", Encoding.ASCII.GetString(message.Root.Epilogue.Span).Trim());
        Assert.Equal(("one", "a.png"), (message.Text, Assert.Single(message.Attachments).Name));
        Assert.Empty(message.Defects);
    }

    [Theory]
    [InlineData(Mixed + "--b\n\none\n--b\n\ntwo\n", "one|two", MailDefectKind.NoEnd)]
    [InlineData(Mixed + "--c\nContent-Type: text/plain\n\none\n--c\nContent-Type: text/plain\n\ntwo\n--c--\n", "one|two", MailDefectKind.NoBoundary)]
    [InlineData("Content-Type: multipart/mixed\n\n--c\nContent-Type: text/plain\n\none\n--c--\n", "one", MailDefectKind.NoBoundary)]
    [InlineData(Mixed + "all text\n", "all text", MailDefectKind.NoBoundary)]
    [InlineData(Mixed + "--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\none\n--b\n\ntwo\n--b--\n", "one|two", MailDefectKind.NoEnd)]
    [InlineData(Mixed + "--b\nno header here\n--b--\n", "no header here", MailDefectKind.NoEmptyLine)]
    [InlineData("Content-Type: text\n\none", "one", MailDefectKind.NotAMediaType)]
    [InlineData("\n\nContent-Type: text/plain\n\none", "one", MailDefectKind.LinesBeforeHeader)]
    [InlineData("From a@b Thu Nov 26\nContent-Type: text/plain\n\none", "one", MailDefectKind.LinesBeforeHeader)]
    [InlineData("Subject: a\nwhat is this\nContent-Type: text/plain\n\none", "one", MailDefectKind.NotAField)]
    [InlineData("Content-Transfer-Encoding: rot13\n\none", "one", MailDefectKind.UnknownEncoding)]
    public void BrokenMessages_AreReadAndTheDefectIsNamed(string written, string texts, MailDefectKind defect)
    {
        var message = Messages.Read(written);
        Assert.Equal(texts, string.Join('|', Corpora.Trees.Leaves(message.Root).Select(l => l.Text().Trim())));
        Assert.Contains(message.Defects, d => d.Kind == defect);
    }

    [Fact]
    public void Defects_SayWhere()
    {
        var message = Messages.Read("Subject: Gr\u00F6\u00DFe\n" + Mixed + "--b\n\none\n--b\nContent-Transfer-Encoding: base64\nContent-Type: image/png\n\n!!!!\n--b--\n");
        Assert.Equal(new(MailDefectKind.RawCharacters, "0 Subject"), Assert.Single(message.Defects));
        _ = message.Attachments[0].Content();
        Assert.Equal(new(MailDefectKind.DamagedEncoding, "2"), message.Defects[1]);
    }

    [Fact]
    public void Parts_BehindTheEnd_AreNotLost() =>
        Assert.Equal(["one", "list footer", "two"], Messages.Read(Mixed + "--b\n\none\n--b--\nlist footer\n--b\n\ntwo\n--b--\n").Root.Parts.Select(p => p.Text().Trim()));

    [Fact]
    public void AMessage_WithinAMessage_IsRead()
    {
        var message = Messages.Read(Mixed + "--b\n\nsee below\n--b\nContent-Type: message/rfc822\n\nSubject: inner\nFrom: a@b.c\n\ninner text\n--b--\n");
        Assert.Equal("see below", message.Text);
        var attached = Assert.Single(message.Attachments);
        Assert.Equal(("inner.eml", MailAttachmentKind.Message), (attached.Name, attached.Kind));
        Assert.Equal(("inner", "inner text", "a@b.c"), (attached.Part.Message!.Subject, attached.Part.Message.Text, attached.Part.Message.From!.Address));
    }

    [Fact]
    public void AMessage_InBase64_IsRead() =>
        Assert.Equal("inner", Messages.Read($"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String("Subject: inner\n\ntext"u8)}").Root.Message!.Subject);

    [Fact]
    public void Alternatives_AreTextAndHtml_AndPicturesAreInline()
    {
        var message = Messages.Read("""
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: multipart/alternative; boundary=a

            --a
            Content-Type: text/plain

            plain
            --a
            Content-Type: multipart/related; boundary=r

            --r
            Content-Type: text/html

            <p>rich <img src="cid:p@x"></p>
            --r
            Content-Type: image/png; name=p.png
            Content-ID: <p@x>
            Content-Transfer-Encoding: base64

            AAAA
            --r--
            --a--
            --m
            Content-Type: application/pdf
            Content-Disposition: attachment; filename="a.pdf"

            pdf
            --m--
            """);
        Assert.Equal("plain", message.Text);
        Assert.Contains("rich", message.Html);
        Assert.False(message.IsTextFromHtml);
        Assert.Equal(["p.png True", "a.pdf False"], message.Attachments.Select(a => $"{a.Name} {a.IsInline}"));
        Assert.Equal(3, message.Attachments[0].Size);
    }

    [Fact]
    public void HtmlAlone_IsReadAsText()
    {
        var message = Messages.Read("Content-Type: text/html\n\n<meta charset=gb2312><p>" + Messages.Latin(Messages.CodePage(54936), "打印机坏了") + "</p>");
        Assert.Equal(("打印机坏了", true), (message.Text, message.IsTextFromHtml));
    }

    [Theory]
    [InlineData("text/calendar; method=REQUEST", MailAttachmentKind.Calendar, "invitation.ics")]
    [InlineData("application/ms-tnef; name=winmail.dat", MailAttachmentKind.WinmailDat, "winmail.dat")]
    [InlineData("application/octet-stream; name=WINMAIL.DAT", MailAttachmentKind.WinmailDat, "WINMAIL.DAT")]
    [InlineData("application/pkcs7-signature", MailAttachmentKind.Signature, "smime.p7s")]
    [InlineData("image/jpeg", MailAttachmentKind.Picture, "part-2.jpg")]
    [InlineData("application/x-unknown", MailAttachmentKind.File, "part-2.bin")]
    public void Attachments_AreNamedByKind(string type, MailAttachmentKind kind, string name)
    {
        var attachment = Assert.Single(Messages.Read($"{Mixed}--b\n\ntext\n--b\nContent-Type: {type}\n\nx\n--b--\n").Attachments);
        Assert.Equal((kind, name), (attachment.Kind, attachment.Name));
    }

    [Fact]
    public void ReportsOfDelivery_AreRead()
    {
        var report = Messages.Read("""
            Content-Type: multipart/report; report-type=delivery-status; boundary=r

            --r

            It did not work.
            --r
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.cn
            Arrival-Date: Thu, 26 Nov 2026 14:30:00 +0800

            Final-Recipient: rfc822; nobody@example.cn
            Action: failed
            Status: 5.1.1 (no such user)
            Diagnostic-Code: smtp; 550 5.1.1 unknown

            Final-Recipient: rfc822; slow@example.cn
            Action: delayed
            Status: 4.4.1
            --r
            Content-Type: message/rfc822

            Message-ID: <original@fengtai>
            Subject: hello

            text
            --r--
            """).Report!;
        Assert.Equal(("mx.example.cn", "original@fengtai"), (report.ReportingServer, report.OriginalMessageId));
        Assert.Equal(
            [new("nobody@example.cn", "failed", "5.1.1", "550 5.1.1 unknown"), new DeliveryRecipient("slow@example.cn", "delayed", "4.4.1", null)],
            report.Recipients);
        Assert.Equal([true, false], report.Recipients.Select(r => r.IsFinal));
    }

    [Fact]
    public void OtherMessages_AreNoReport() => Assert.Null(Messages.Read("Subject: a\n\nb").Report);

    [Fact]
    public void NothingAtAll_IsAMessage()
    {
        var message = MailMessage.Read(default);
        Assert.Equal(("", "", null, null, null), (message.Subject, message.Text, message.Html, message.From, message.Date));
    }

    [Fact]
    public void WhatIsTooLarge_IsReadInPart()
    {
        var message = MailMessage.Read("Subject: a\n\n0123456789"u8.ToArray(), new() { Bytes = 16 });
        Assert.Equal("0123", message.Text);
        Assert.Contains(message.Defects, d => d.Kind == MailDefectKind.TooLarge);
    }

    [Fact]
    public void TheLibrary_NeedsNothingButTheFramework() =>
        Assert.All(typeof(MailMessage).Assembly.GetReferencedAssemblies(), r => Assert.StartsWith("System.", r.Name));
}
