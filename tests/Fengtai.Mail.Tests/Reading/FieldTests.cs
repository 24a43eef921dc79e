using Fengtai.Mail.Reading;
using Fengtai.Mail.Tests.Support;
using Xunit;

namespace Fengtai.Mail.Tests.Reading;

public sealed class FieldTests
{
    [Theory]
    [InlineData("=?gb2312?B?xOO6ww==?=", "你好")]
    [InlineData("=?GBK?Q?=C4=E3=BA=C3?=", "你好")]
    [InlineData("=?utf-8?B?5L2g?=\n =?utf-8?B?5aW9?=", "你好")]
    [InlineData("=?utf-8?B?5L0=?= =?utf-8?B?oOWlvQ==?=", "你好")]
    [InlineData("=?utf-8?Q?=E4=BD?=\n =?utf-8?Q?=A0=E5=A5=BD?=", "你好")]
    [InlineData("=?utf-8?B?5L2g5?= =?utf-8?B?aW9?=", "你好")]
    [InlineData("=?gb2312?B?xOM=?= =?utf-8?B?5aW9?=", "你好")]
    [InlineData("Re: =?utf-8?q?a_b?= c", "Re: a b c")]
    [InlineData("Re:=?utf-8?q?a?=c", "Re:ac")]
    [InlineData("=?utf-8?q?100=?= %", "100= %")]
    [InlineData("=?utf-8?q?a b?=", "a b")]
    [InlineData("=?utf-8?B?5L2g5aW9", "你好")]
    [InlineData("=?utf-8?Q?a", "a")]
    [InlineData("=?iso-2022-jp?B?GyRCJDMkcyRLJEEkTxsoQg==?=", "こんにちは")]
    [InlineData("=?big5?B?p0Gmbg==?=", "你好")]
    [InlineData("=?utf-7?Q?+T2BZfQ-?=", "你好")]
    [InlineData("=?gb2312?B?5L2g5aW95LiW55WM?=", "你好世界")]
    [InlineData("=?us-ascii?Q?=C4=E3=BA=C3=CA=C0=BD=E7?=", "你好世界")]
    [InlineData("=? no word ?=", "=? no word ?=")]
    [InlineData("a =?= b", "a =?= b")]
    public void EncodedWords_AreDecoded(string written, string read) => Assert.Equal(read, Messages.Read($"Subject: {written}\n\n").Subject);

    [Theory]
    [InlineData(65001, "报修：打印机")]
    [InlineData(54936, "报修：打印机坏了")]
    [InlineData(950, "維修：印表機壞了")]
    public void RawCharacters_AreGuessed(int codePage, string subject)
    {
        var raw = codePage == 65001 ? Messages.Latin(System.Text.Encoding.UTF8, subject) : Messages.Latin(Messages.CodePage(codePage), subject);
        Assert.Equal(subject, Messages.Read($"Subject: {raw}\n\n").Subject);
    }

    [Fact]
    public void RawCharacters_AreReadAsTheTextIs() =>
        Assert.Equal("Größe", Messages.Read("Subject: Gr\u00F6\u00DFe\nContent-Type: text/plain; charset=iso-8859-1\n\n").Subject);

    [Theory]
    [InlineData("Thu, 26 Nov 2026 14:30:00 +0800", "2026-11-26T14:30:00+08:00", true)]
    [InlineData("Thu, 26 Nov 2026 14:30:00 +0800 (CST)", "2026-11-26T14:30:00+08:00", true)]
    [InlineData("26 Nov 26 14:30 GMT", "2026-11-26T14:30:00+00:00", true)]
    [InlineData("26 Nov 99 14:30:60 EST", "1999-11-26T14:30:59-05:00", true)]
    [InlineData("26 Nov 126 14:30:00 GMT", "2026-11-26T14:30:00+00:00", true)]
    [InlineData("Thu Nov 26 14:30:00 2026", "2026-11-26T14:30:00+00:00", false)]
    [InlineData("Thu Nov 26 14:30:00 CST 2026", "2026-11-26T14:30:00-06:00", true)]
    [InlineData("November 26, 2026 2:30:00 PM +0800", "2026-11-26T14:30:00+08:00", true)]
    [InlineData("2026-11-26T14:30:00+08:00", "2026-11-26T14:30:00+08:00", true)]
    [InlineData("2026-11-26T14:30:00.123Z", "2026-11-26T14:30:00+00:00", true)]
    [InlineData("2026/11/26 14:30:00", "2026-11-26T14:30:00+00:00", false)]
    [InlineData("2026年11月26日 14:30", "2026-11-26T14:30:00+00:00", false)]
    [InlineData("Thu, 26-Nov-2026 14:30:00 UTC+8", "2026-11-26T14:30:00+08:00", true)]
    [InlineData("Thu, 26 Nov 2026 14:30:00 +9900", "2026-11-26T14:30:00+00:00", false)]
    public void Dates_AreUnderstood(string written, string read, bool hasZone) =>
        Assert.Equal((DateTimeOffset.Parse(read), hasZone), (MailDates.Read(written)!.Value.At, MailDates.Read(written)!.Value.HasZone));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("31 Feb 2026 10:00:00 +0800")]
    [InlineData("26 Nov 2026 25:61:00 +0800")]
    public void WhatIsNoDate_IsNone(string written) => Assert.Null(MailDates.Read(written));

    [Theory]
    [InlineData("张三 <zhang@example.cn>", "张三 <zhang@example.cn>")]
    [InlineData("=?gb2312?B?1cXI/Q==?= <zhang@example.cn>", "张三 <zhang@example.cn>")]
    [InlineData("\"=?gb2312?B?1cXI/Q==?=\" <zhang@example.cn>", "张三 <zhang@example.cn>")]
    [InlineData("=?utf-8?Q?Li, Ming?= <li@example.cn>", "Li, Ming <li@example.cn>")]
    [InlineData("\"Li, Ming\" <li@example.cn>", "Li, Ming <li@example.cn>")]
    [InlineData("li@example.cn (Li Ming)", "Li Ming <li@example.cn>")]
    [InlineData("Li Ming li@example.cn", "Li Ming <li@example.cn>")]
    [InlineData("a@b.c; d@e.f，g@h.i", "a@b.c | d@e.f | g@h.i")]
    [InlineData("<a@b.c> <d@e.f>", "a@b.c | d@e.f")]
    [InlineData("值班: a@b.c, d@e.f;, g@h.i", "a@b.c | d@e.f | g@h.i")]
    [InlineData("undisclosed-recipients:;", "")]
    [InlineData("<@relay,@other:a@b.c>", "a@b.c")]
    [InlineData("\"a b\"@c.d", "\"a b\"@c.d")]
    [InlineData("a . b @ c . d", "a.b@c.d")]
    [InlineData("Name <a@b.c", "Name <a@b.c>")]
    [InlineData("\"Name <a@b.c>", "\"Name <a@b.c>")]
    [InlineData("Name (no end <a@b.c>", "Name (no end <a@b.c>")]
    [InlineData("mailto:a@b.c", "a@b.c")]
    [InlineData(",,, ;", "")]
    public void Addresses_AreRead(string written, string read) => Assert.Equal(read, string.Join(" | ", AddressList.Read(written)));

    [Fact]
    public void Groups_AreNamed() => Assert.Equal(new MailAddress("A", "a@b.c", "On duty"), Assert.Single(AddressList.Read("On duty: A <a@b.c>;")));

    [Fact]
    public void Ids_AreReadFromAllFieldsOfTheName()
    {
        var message = Messages.Read("Message-Id: <a@b>\nReferences: <1@b>\n <2@b>,<3@b>\nReferences: <3@b> <4@b>\nIn-Reply-To: 4@b\n\n");
        Assert.Equal("a@b", message.MessageId);
        Assert.Equal(["1@b", "2@b", "3@b", "4@b"], message.References);
        Assert.Equal(["4@b"], message.InReplyTo);
    }

    [Theory]
    [InlineData("a/b; filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf", "报告.pdf")]
    [InlineData("a/b; filename*0*=gb2312''%B1%A8; filename*1*=%B8%E6; filename*2=.pdf", "报告.pdf")]
    [InlineData("a/b; filename=\"=?gb2312?B?sai45i5wZGY=?=\"", "报告.pdf")]
    [InlineData("a/b; filename==?gb2312?B?sai45i5wZGY=?=", "报告.pdf")]
    [InlineData("a/b; filename=old.pdf; filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf", "报告.pdf")]
    [InlineData("a/b; filename=my report.pdf; size=1", "my report.pdf")]
    [InlineData("a/b filename=report.pdf", "report.pdf")]
    [InlineData("a/b; filename=\"a\\\"b.pdf\"", "a\"b.pdf")]
    public void Parameters_AreRead(string written, string name) => Assert.Equal(name, Parameters.Read(written)["filename"]);

    [Theory]
    [InlineData("C:\\Users\\a\\b.txt", "b.txt")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\u202Etxt.exe", "atxt.exe")]
    [InlineData("/", null)]
    public void FileNames_AreNamesAlone(string written, string? name) => Assert.Equal(name, FileNames.Of(written));
}
