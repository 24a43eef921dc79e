using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Fengtai.Mail.Tests.Replies;

/// <summary>Replies as the usual programs make them: what is new, what is quoted, what is signature.</summary>
public sealed class ReplyTextTests
{
    private const string New = "还是不行，重启以后又弹出同样的错误。";

    public static TheoryData<string, string, string> Programs => new()
    {
        {
            "Outlook 中文", "", """
            ________________________________
            发件人: 服务台 <desk@example.cn>
            发送时间: 2026年11月26日 14:30
            收件人: 张三 <zhang@example.cn>
            主题: 回复: [#100042] 打印机

            您好，请重启打印机。
            """
        },
        {
            "Outlook 邮件原件", "", """
            -----邮件原件-----
            发件人: desk@example.cn
            发送时间: 2026年11月26日 14:30
            收件人: zhang@example.cn
            主题: 打印机

            您好
            """
        },
        {
            "Outlook", "", """
            From: Service Desk <desk@example.cn>
            Sent: Thursday, November 26, 2026 2:30 PM
            To: Zhang San <zhang@example.cn>
            Subject: RE: [#100042] Printer

            Please restart it.
            """
        },
        {
            "Outlook with bold names", "", """
            *From:* Service Desk <desk@example.cn>
            *Date:* Thursday, 26 November 2026 at 14:30
            *To:* Zhang San <zhang@example.cn>
            *Subject:* RE: Printer

            Please restart it.
            """
        },
        {
            "Outlook Original Message", "", """
            -----Original Message-----
            From: Service Desk
            Sent: Thursday, November 26, 2026 2:30 PM

            Please restart it.
            """
        },
        {
            "Foxmail", "zhang@example.cn", """
            发件人： 服务台
            发送时间： 2026-11-26 14:30
            收件人： zhang
            抄送： li
            主题： Re: 打印机

            您好，请重启。
            """
        },
        {
            "QQ 邮箱", "", """
            ------------------ 原始邮件 ------------------
            发件人: "服务台" <desk@example.cn>;
            发送时间: 2026年11月26日(星期四) 下午2:30
            收件人: "张三"<zhang@qq.com>;
            主题: Re: 打印机

            您好，请重启。
            """
        },
        {
            "QQ 邮箱 手机", "发自我的iPhone", """
            ---Original---
            From: "服务台"<desk@example.cn>
            Date: Thu, Nov 26, 2026 14:30 PM
            To: "张三"<zhang@qq.com>;
            Subject: Re: 打印机

            您好
            """
        },
        {
            "网易 163", "", """
            在 2026-11-26 14:30:00，"服务台" <desk@example.cn> 写道：

            您好，请重启。
            """
        },
        {
            "网易 163 with marks", "", """
            At 2026-11-26 14:30:00, "服务台" <desk@example.cn> wrote:
            >您好，请重启。
            >谢谢
            """
        },
        {
            "网易邮箱大师", "| 张三 |\n签名由 网易邮箱大师 定制", """
            ---- 回复的原邮件 ----
            | 发件人 | 服务台<desk@example.cn> |
            | 日期 | 2026年11月26日 14:30 |
            | 收件人 | 张三 |
            | 主题 | 打印机 |
            您好
            """
        },
        {
            "阿里企业邮箱", "", """
            ------------------------------------------------------------------
            发件人：服务台 <desk@example.cn>
            日　期：2026年11月26日 14:30:00
            收件人：张三<zhang@example.cn>
            主　题：打印机

            您好
            """
        },
        {
            "Gmail", "", """
            On Thu, Nov 26, 2026 at 2:30 PM Service Desk <desk@example.cn> wrote:

            > Please restart it.
            > Thank you
            """
        },
        {
            "Gmail, broken line", "", """
            On Thu, Nov 26, 2026 at 2:30 PM A Service Desk With a Long Name <
            desk@example.cn> wrote:

            > Please restart it.
            """
        },
        {
            "Gmail 中文", "", """
            服务台 <desk@example.cn> 于2026年11月26日周四 14:30写道：

            > 您好，请重启。
            """
        },
        {
            "Apple Mail", "Sent from my iPhone", """
            > On 26 Nov 2026, at 14:30, Service Desk <desk@example.cn> wrote:
            > 
            > Please restart it.
            """
        },
        {
            "Apple Mail 中文", "发自我的 iPhone", """
            > 在 2026年11月26日，14:30，服务台 <desk@example.cn> 写道：
            > 
            > 您好，请重启。
            """
        },
        {
            "iPhone 中文, without marks", "从我的iPhone发送", """
            在 2026年11月26日，14:30，服务台 <desk@example.cn> 写道：

            您好，请重启。
            """
        },
        {
            "Thunderbird 中文", "-- \n张三\n信息部", """
            在 2026/11/26 14:30, 服务台 写道:
            > 您好，请重启。
            """
        },
        {
            "Outlook for Android", "获取 Outlook for Android<https://aka.ms/x>", """
            ________________________________
            From: Service Desk <desk@example.cn>
            Sent: Thursday, November 26, 2026 2:30:00 PM
            To: Zhang San <zhang@example.cn>
            Subject: Printer

            Please restart it.
            """
        },
        {
            "Windows 邮件", "发送自 Windows 版邮件", """
            发件人: 服务台
            发送时间: 2026年11月26日 14:30
            收件人: 张三
            主题: 打印机

            您好
            """
        },
        {
            "钉钉邮箱", "——\n张三", """
            ------------------------------------------------------------------
            发件人：服务台<desk@example.cn>
            日　期：2026年11月26日 14:30
            主　题：打印机

            您好
            """
        },
        {
            "our own line", "", """
            ##- 请在此行上方回复 -##

            您好
            """
        },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void Replies_AreSplit(string program, string signature, string quoted)
    {
        _ = program;
        quoted = quoted.ReplaceLineEndings("\n");
        var text = $"{New}\n\n{(signature.Length > 0 && signature != "zhang@example.cn" ? signature + "\n\n" : "")}{quoted}\n";
        var reply = ReplyText.Split(text);
        Assert.Equal((New, quoted, signature == "zhang@example.cn" ? "" : signature), (reply.New, reply.Quoted, reply.Signature));
        Assert.Equal(reply, ReplyText.Split(text.Replace("\n", "\r\n")));
    }

    [Fact]
    public void AnswersBetweenTheLines_AreNew()
    {
        var reply = ReplyText.Split("""
            On 26 Nov 2026, at 14:30, Desk <desk@example.cn> wrote:
            > Which printer?

            The one on the third floor.

            > Since when?

            Since Monday.
            """);
        Assert.Equal("The one on the third floor.\nSince Monday.", reply.New);
        Assert.Contains("> Which printer?", reply.Quoted);
        Assert.Contains("> Since when?", reply.Quoted);
    }

    [Fact]
    public void AnswersBelow_AreNew() => Assert.Equal("三楼的那台。", ReplyText.Split("> 哪台打印机？\n\n三楼的那台。\n").New);

    [Theory]
    [InlineData("请处理。\n\n---------- Forwarded message ---------\nFrom: Li <li@example.cn>\nDate: Thu, Nov 26, 2026\nSubject: 打印机\nTo: Zhang\n\n打印机坏了")]
    [InlineData("请处理。\n\nBegin forwarded message:\n\n> From: Li <li@example.cn>\n> Subject: 打印机\n>\n> 打印机坏了")]
    [InlineData("---- 转发的消息 ----\n| 发件人 | 李四 |\n打印机坏了")]
    [InlineData("下面是被转发的邮件：\n\n> 发件人: 李四\n> 打印机坏了")]
    public void ForwardedMessages_AreNew(string text) => Assert.Equal((text, ""), (ReplyText.Split(text).New, ReplyText.Split(text).Quoted));

    [Theory]
    [InlineData("他在群里写道：\n打印机坏了")]
    [InlineData("From: the third floor\nthe printer cannot be reached.")]
    [InlineData("发件人写的是我，可是我没发过。\n请查一下。")]
    [InlineData("日志如下：\n-----\nerror 5\n-----\n这是第一次出现，以前从来没有遇到过这样的情况，麻烦尽快安排人来看看，现在整个办公室都没有办法打印，下午还有一个很重要的会议要用材料。")]
    [InlineData("从我的电脑发送不出去邮件，请帮忙。")]
    [InlineData("发自我的内心感谢你们！")]
    [InlineData("a -- b\n--help does not work")]
    [InlineData("On Monday the printer wrote:\nPC LOAD LETTER")]
    public void WhatOnlyLooksLikeIt_IsNew(string text) => Assert.Equal(new ReplyText(text, "", ""), ReplyText.Split(text));

    [Theory]
    [InlineData("好的\n\n-- \n张三\n信息部 | 010-12345678", "好的", "-- \n张三\n信息部 | 010-12345678")]
    [InlineData("Done.\n\nBest regards,\nZhang San\nIT", "Done.", "Best regards,\nZhang San\nIT")]
    [InlineData("已经好了，谢谢！\n\n此致\n敬礼\n张三", "已经好了，谢谢！", "此致\n敬礼\n张三")]
    [InlineData("好了\n\n____________\n张三\n电话：010-1", "好了", "____________\n张三\n电话：010-1")]
    [InlineData("OK\nSent from my Huawei phone", "OK", "Sent from my Huawei phone")]
    [InlineData("发自我的小米手机", "", "发自我的小米手机")]
    public void Signatures_AreTakenOff(string text, string added, string signature) => Assert.Equal(new(added, "", signature), ReplyText.Split(text));

    [Fact]
    public void Html_IsSplitByItsText()
    {
        var message = MailMessage.Read(Encoding.UTF8.GetBytes("""
            Content-Type: text/html; charset=utf-8

            <div>还是不行</div><div><br></div><div class="gmail_quote"><div>服务台 &lt;desk@example.cn&gt; 于2026年11月26日周四 14:30写道：<br></div>
            <blockquote style="margin:0"><div>您好，</div><div>请重启。</div></blockquote></div>
            """));
        var reply = ReplyText.Of(message);
        Assert.Equal("还是不行", reply.New);
        Assert.Contains("> 请重启。", reply.Quoted);
    }

    [Theory]
    [InlineData("<div class=WordSection1><p class=MsoNormal>还是不行<o:p></o:p></p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>发件人<span lang=EN-US>:</span></b><span lang=EN-US> </span>服务台<span lang=EN-US> &lt;desk@example.cn&gt; <br></span><b>发送时间<span lang=EN-US>:</span></b> 2026年11月26日 14:30<br><b>收件人:</b> 张三<br><b>主题:</b> 打印机</p></div><p>请重启</p></div>")]
    [InlineData("<div dir=ltr>还是不行</div><hr style='width:98%'><div id=divRplyFwdMsg><b>From:</b> Desk &lt;desk@example.cn&gt;<br><b>Sent:</b> Thursday<br><b>To:</b> Zhang<br><b>Subject:</b> Printer</div><div>请重启</div>")]
    [InlineData("<div>还是不行</div><div><br></div><div style='font-size:12px'>------------------&nbsp;原始邮件&nbsp;------------------</div><div><div><b>发件人:</b>&nbsp;服务台</div><div><b>发送时间:</b>&nbsp;2026年11月26日</div></div><div>请重启</div>")]
    [InlineData("<div>还是不行</div><br><p>在 2026-11-26 14:30:00，\"服务台\" &lt;desk@example.cn&gt; 写道：</p><blockquote id=isReplyContent>请重启</blockquote>")]
    [InlineData("<div>还是不行</div><div>---- 回复的原邮件 ----</div><table><tr><td>发件人</td><td>服务台</td></tr><tr><td>日期</td><td>2026年11月26日</td></tr></table><div>请重启</div>")]
    [InlineData("还是不行<br><blockquote type=cite><div>在 2026年11月26日，14:30，服务台 &lt;desk@example.cn&gt; 写道：</div><br><div>请重启</div></blockquote>")]
    public void HtmlOfTheUsualPrograms_IsSplit(string html)
    {
        var reply = ReplyText.Of(MailMessage.Read(Encoding.UTF8.GetBytes("Content-Type: text/html; charset=utf-8\r\n\r\n" + html)));
        Assert.Equal(("还是不行", ""), (reply.New, reply.Signature));
        Assert.EndsWith("请重启", reply.Quoted);
    }

    [Fact]
    public void Nothing_IsLost() =>
        Prop.ForAll(Gen.Elements("a", "", "> q", "--", "-- ", "发自我的iPhone", "On 2026-11-26, a@b wrote:", "From: a", "Sent: b", "To: c", "-----原始邮件-----", "---------- Forwarded message ---------", "____________", "Best regards,", "| a |").ListOf().ToArbitrary(), lines =>
        {
            var reply = ReplyText.Split(string.Join('\n', lines));
            var kept = $"{reply.New}\n{reply.Quoted}\n{reply.Signature}".Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Order(StringComparer.Ordinal);
            return kept.SequenceEqual(lines.Select(l => l.Trim()).Where(l => l.Length > 0).Order(StringComparer.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(500));

    [Fact]
    public void LongTexts_TakeLinearTime() => Assert.NotEmpty(ReplyText.Split(string.Concat(Enumerable.Repeat("On 2026 <a@b>\n", 200_000))).New);
}
