using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Fengtai.Mail.Tests.Writing;

public sealed class WritingTests
{
    private static readonly OutgoingMail Plain = new()
    {
        From = new("服务台", "desk@example.cn"),
        To = [new("张三", "zhang@example.cn")],
        Subject = "[#100042] 打印机坏了",
        Date = new(2026, 11, 26, 14, 30, 0, TimeSpan.FromHours(8)),
        MessageId = "1.2@example.cn",
        Text = "您好，\n已经派人。\n",
    };

    private static readonly string[] Words =
    [
        "打印机", "三楼的那台打印机又坏了请派人来看一下谢谢", " ", "  ", "a", "Re:", "=?utf-8?Q?a?=", "=?", "😀", "é", "\"", "\\", ",", "<x@y>", "(c)", ";", "=", "%41", "'", "ＡＢ", "\t", "long-word-".PadRight(90, 'x'), "Li Ming", "--", ".", "From ",
    ];

    private static readonly string[] Lines = ["", "您好", "text", "--", "-- ", ".", "..", "From me", "> quoted", "trailing ", "\ttab\t", "=3D", "a=", new('x', 1000), new('字', 300), "begin 644 a", "--=_a", "é in a line of ASCII letters", "\u0000"];

    [Fact]
    public void WhatIsWritten_ReadsBackTheSame() =>
        Prop.ForAll(Mails().ToArbitrary(), mail =>
        {
            var bytes = mail.Write();
            var read = MailMessage.Read(bytes);
            Assert.Empty(read.Defects);
            Assert.Equal(OneLine(mail.Subject), read.Subject.Trim());
            Assert.Equal([mail.From, .. mail.To, .. mail.Cc], ((IEnumerable<MailAddress>)[read.From!, .. read.To, .. read.Cc]).ToList());
            Assert.Equal((mail.Date, mail.MessageId), (read.Date, read.MessageId));
            Assert.Equal(mail.References, read.References);
            Assert.Equal(mail.Text.TrimEnd('\n'), read.Text.TrimEnd('\n'));
            Assert.Equal(mail.Html?.TrimEnd('\n'), read.Html?.TrimEnd('\n'));
            var files = (mail.Html is null ? [] : mail.Pictures).Concat(mail.Attachments).ToList();
            Assert.Equal(files.Select(f => Convert.ToHexString(f.Content.Span)).Order(StringComparer.Ordinal), read.Attachments.Select(a => Convert.ToHexString(a.Content().Span)).Order(StringComparer.Ordinal));
            Assert.Equal(files.Select(f => f.Name).Order(StringComparer.Ordinal), read.Attachments.Select(a => a.Name).Order(StringComparer.Ordinal));
            Assert.True(Ascii.IsValid(bytes));
            Assert.All(Encoding.ASCII.GetString(bytes).Split("\r\n"), l => Assert.True(l.Length <= 998 && !l.Contains('\n') && !l.Contains('\r'), l));
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(300));

    [Fact]
    public void ChineseSubjects_AreWordsOfWholeCharacters()
    {
        var header = Header(Plain with { Subject = string.Concat(Enumerable.Repeat("打印机坏了，", 20)) });
        var lines = header.Split("\r\n").SkipWhile(l => !l.StartsWith("Subject", StringComparison.Ordinal)).TakeWhile((l, i) => i == 0 || l.StartsWith(' ')).ToList();
        Assert.All(lines, l => Assert.InRange(l.Length, 1, 76));
        Assert.All(lines, l => Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Convert.FromBase64String(l[(l.IndexOf("?B?", StringComparison.Ordinal) + 3)..^2]))));
    }

    [Fact]
    public void AutomaticMail_SaysSo()
    {
        var header = Header(Plain with { Automatic = AutomaticKind.Generated, Unsubscribe = new("https://desk.example.cn/u/1"), References = ["a@b", "c@d"], InReplyTo = "c@d" });
        Assert.Contains("\r\nAuto-Submitted: auto-generated\r\n", header);
        Assert.Contains("\r\nX-Auto-Response-Suppress: All\r\n", header);
        Assert.Contains("\r\nList-Unsubscribe: <https://desk.example.cn/u/1>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", header);
        Assert.Contains("\r\nReferences: <a@b> <c@d>\r\n", header);
        Assert.Contains("\r\nIn-Reply-To: <c@d>\r\n", header);
        Assert.Contains("Date: Thu, 26 Nov 2026 14:30:00 +0800\r\n", header);
        Assert.NotNull(AutomaticMail.Of(MailMessage.Read((Plain with { Automatic = AutomaticKind.AutomaticReply }).Write())));
        Assert.Null(AutomaticMail.Of(MailMessage.Read(Plain.Write())));
    }

    [Fact]
    public void LongThreads_KeepTheirFirstAndLastIds()
    {
        var ids = Enumerable.Range(0, 100).Select(i => $"{i}@b").ToList();
        Assert.Equal([ids[0], .. ids.TakeLast(30)], MailMessage.Read((Plain with { References = ids }).Write()).References);
    }

    [Fact]
    public void Pictures_AreInline_AndMessagesAreBytes()
    {
        var read = MailMessage.Read((Plain with
        {
            Html = "<p><img src=\"cid:p@x\"></p>",
            Pictures = [new("图.png", "image/png", new byte[] { 1, 2 }, "p@x")],
            Attachments = [new("旧邮件.eml", "message/rfc822", "Subject: a\r\n\r\nb"u8.ToArray())],
        }).Write());
        Assert.Equal(["图.png True image/png", "旧邮件.eml False application/octet-stream"], read.Attachments.Select(a => $"{a.Name} {a.IsInline} {a.ContentType}"));
    }

    [Theory]
    [InlineData("张三@example.cn", true)]
    [InlineData("zhang@例子.cn", false)]
    public void AddressesBeyondAscii_AreWritten(string address, bool needsUtf8)
    {
        var mail = Plain with { To = [new(null, address)] };
        Assert.Equal(needsUtf8, mail.NeedsUtf8);
        Assert.Equal(needsUtf8 ? address : "zhang@xn--fsqu00a.cn", MailMessage.Read(mail.Write()).To[0].Address);
    }

    [Theory]
    [InlineData("a@b\r\nBcc: c@d")]
    [InlineData("a@b, c@d")]
    [InlineData("a b@c")]
    [InlineData("nobody")]
    [InlineData("@b")]
    public void Addresses_ThatCarryMore_AreNotWritten(string address) => Assert.Throws<ArgumentException>(() => (Plain with { To = [new(null, address)] }).Write());

    [Theory]
    [InlineData("a\r\nBcc: c@d")]
    [InlineData("a b")]
    [InlineData("<a@b>")]
    public void Ids_ThatCarryMore_AreNotWritten(string id) => Assert.Throws<ArgumentException>(() => (Plain with { MessageId = id }).Write());

    [Fact]
    public void LineBreaks_InSubjectsAndNames_WriteNoFields()
    {
        var read = MailMessage.Read((Plain with { Subject = "a\r\nBcc: x@y", From = new("b\r\nBcc: x@y", "a@b.c"), Attachments = [new("c\r\nBcc: x@y", "text/plain", default)] }).Write());
        Assert.DoesNotContain(read.Headers, f => f.Name == "Bcc");
        Assert.Equal("a  Bcc: x@y", read.Subject);
    }

    private static string Header(OutgoingMail mail)
    {
        var text = Encoding.ASCII.GetString(mail.Write());
        return text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
    }

    private static string OneLine(string text) => text.Replace('\t', ' ').Trim();

    internal static Gen<OutgoingMail> Mails() =>
        from subject in Text(Words, "")
        from name in Text(Words, "")
        from text in Text(Lines, "\n")
        from html in Text(Lines, "\n")
        from hasHtml in Gen.Elements(true, false)
        from file in Text(["报告", "a", " b", "'", "%20", "\"", ".", "😀", "很长的文件名".PadRight(40, '长')], "").Resize(4)
        from content in ArbMap.Default.GeneratorFor<byte[]>()
        from count in Gen.Choose(0, 40)
        from files in Gen.Choose(0, 2)
        let shown = OneLine(name) is { Length: > 0 } n ? n : null
        let attached = new OutgoingFile("x" + file + "y", "application/pdf", content)
        select Plain with
        {
            Subject = subject,
            From = new(shown, "a@b.c"),
            To = [.. Enumerable.Range(0, count / 4).Select(i => new MailAddress(i % 2 == 0 ? shown : null, $"person{i}@example.cn"))],
            References = [.. Enumerable.Range(0, count / 2).Select(i => $"some.long.id.{i}.of.a.message@mail.example.cn")],
            Text = text,
            Html = hasHtml ? "<p>" + html : null,
            Pictures = files > 0 ? [attached with { ContentType = "image/png", ContentId = "p@x" }] : [],
            Attachments = [.. Enumerable.Repeat(attached, files)],
        };

    private static Gen<string> Text(string[] pieces, string between) => Gen.Elements(pieces).ListOf().Select(all => string.Join(between, all));
}
