using System.Text;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Mail.Tests.Replies;

public sealed class AutomaticMailTests
{
    [Theory]
    [InlineData("Subject: Out of Office AutoReply: hello", AutomaticKind.OutOfOffice)]
    [InlineData("Subject: Automatic reply: hello", AutomaticKind.AutomaticReply)]
    [InlineData("Subject: Automatic reply: Out of office", AutomaticKind.OutOfOffice)]
    [InlineData("Subject: 自动回复", AutomaticKind.AutomaticReply)]
    [InlineData("Subject: OOO: hello", AutomaticKind.OutOfOffice)]
    [InlineData("Subject: 自动回复: 打印机", AutomaticKind.AutomaticReply)]
    [InlineData("Subject: 自动回复：我正在休假", AutomaticKind.OutOfOffice)]
    [InlineData("Subject: 【自动回复】打印机", AutomaticKind.AutomaticReply)]
    [InlineData("Subject: 自動回覆: 印表機", AutomaticKind.AutomaticReply)]
    [InlineData("Subject: 本人出差\nAuto-Submitted: auto-replied", AutomaticKind.OutOfOffice)]
    [InlineData("Subject: 我在休假\nReturn-Path: <>", AutomaticKind.OutOfOffice)]
    [InlineData("Subject: hello\nAuto-Submitted: auto-replied", AutomaticKind.AutomaticReply)]
    [InlineData("Subject: hello\nAuto-Submitted: auto-replied (vacation)", AutomaticKind.AutomaticReply)]
    [InlineData("Subject: disk full\nAuto-Submitted: auto-generated", AutomaticKind.Generated)]
    [InlineData("Subject: hello\nX-Autoreply: yes", AutomaticKind.AutomaticReply)]
    [InlineData("Subject: hello\nPrecedence: auto_reply", AutomaticKind.AutomaticReply)]
    [InlineData("Subject: news\nPrecedence: bulk", AutomaticKind.List)]
    [InlineData("Subject: news\nList-Id: <a.example.cn>", AutomaticKind.List)]
    [InlineData("Subject: news\nList-Unsubscribe: <mailto:a@example.cn>", AutomaticKind.List)]
    [InlineData("Subject: notice\nX-Auto-Response-Suppress: DR, OOF, AutoReply", AutomaticKind.Generated)]
    [InlineData("Subject: notice\nReturn-Path: <>", AutomaticKind.Generated)]
    [InlineData("Subject: a\nContent-Type: multipart/report; report-type=delivery-status; boundary=b", AutomaticKind.DeliveryReport)]
    [InlineData("Subject: a\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b", AutomaticKind.ReadingReport)]
    [InlineData("Subject: Mail delivery failed: returning message to sender\nFrom: Mailer-Daemon@example.cn", AutomaticKind.DeliveryReport)]
    [InlineData("Subject: 系统退信/Systems bounce\nFrom: PostMaster@qq.com", AutomaticKind.DeliveryReport)]
    [InlineData("Subject: hello\nX-Failed-Recipients: a@b.c", AutomaticKind.DeliveryReport)]
    public void AutomaticMail_IsRecognised(string header, AutomaticKind kind) => Assert.Equal(kind, AutomaticMail.Of(Read(header))?.Kind);

    [Theory]
    [InlineData("Subject: 打印机坏了")]
    [InlineData("Subject: Re: 自动回复不工作了")]
    [InlineData("Subject: 关于自动回复的设置")]
    [InlineData("Subject: 出差时的 VPN 权限")]
    [InlineData("Subject: 自动回复功能坏了")]
    [InlineData("Subject: Out of office hours support")]
    [InlineData("Subject: Automatic reply does not work")]
    [InlineData("Subject: Mail delivery failed for our customers\nFrom: zhang@example.cn")]
    [InlineData("Subject: hello\nAuto-Submitted: no")]
    [InlineData("Subject: hello\nPrecedence: normal")]
    [InlineData("Subject: hello\nReturn-Path: <zhang@example.cn>")]
    [InlineData("Subject: hello\nX-Auto-Response-Suppress: None")]
    public void WhatAPersonWrote_IsNot(string header) => Assert.Null(AutomaticMail.Of(Read(header)));

    [Fact]
    public void Reasons_NameTheField() => Assert.Equal("Auto-Submitted: auto-generated", AutomaticMail.Of(Read("Subject: a\nAuto-Submitted: auto-generated"))!.Reason);

    [Theory]
    [InlineData("sa-gb2312-outofoffice.eml", AutomaticKind.OutOfOffice)]
    [InlineData("phpmime-gb2312-dsn.eml", AutomaticKind.DeliveryReport)]
    [InlineData("sa-big5-1.eml", AutomaticKind.List)]
    [InlineData("webklex-x-gbk.eml", null)]
    public void RealMessages_AreRecognised(string file, AutomaticKind? kind) =>
        Assert.Equal(kind, AutomaticMail.Of(MailMessage.Read(File.ReadAllBytes(SharedData.Find("mail/chinese/" + file))))?.Kind);

    private static MailMessage Read(string header) => MailMessage.Read(Encoding.UTF8.GetBytes(header.ReplaceLineEndings("\r\n") + "\r\n\r\ntext"));
}
