using System.Diagnostics;
using System.Text;
using Fengtai.Mail;

namespace Fengtai.Bench;

/// <summary>Reading mail on one core: small Chinese messages with everything the desk asks of them, large ones with their attachments decoded, and messages made to hurt.</summary>
internal static class MailBench
{
    private const int Megabyte = 1 << 20;

    public static Task<Table> RunAsync(BenchOptions options)
    {
        var table = new Table("Reading mail, one core", "what", "figure", "wanted");
        var seconds = Math.Min(options.Seconds, 5);
        var small = Small();
        table.Add($"messages of {small.Length / 1024.0:0.0} KB with text, reply and signs of automatic mail", $"{PerSecond(seconds, small, ReadAll):N0}/s", "≥ 2,000/s");
        var middle = WithAttachment(Megabyte);
        table.Add("messages of 1 MB, attachments left alone", $"{PerSecond(seconds, middle, m => m.Text.Length) * middle.Length / Megabyte:N0} MB/s", "≥ 40 MB/s");
        table.Add("messages of 1 MB, attachments decoded", $"{PerSecond(seconds, middle, ReadAll) * middle.Length / Megabyte:N0} MB/s", "≥ 40 MB/s");
        var text = Encoding.ASCII.GetBytes("Content-Type: text/plain; charset=gbk\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + string.Concat(Enumerable.Repeat("=B4=F2=D3=A1=BB=FA=BB=B5=C1=CB=A3=AC=C7=EB=C5=C9=C8=CB=C0=B4=BF=B4=D2=BB=\r\n", Megabyte / 76)));
        table.Add("texts of 1 MB in GBK and quoted-printable", $"{PerSecond(seconds, text, ReadAll) * text.Length / Megabyte:N0} MB/s", "≥ 40 MB/s");
        var large = WithAttachment(25 * Megabyte);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ReadAll(MailMessage.Read(large));
        table.Add("memory beside a message of 25 MB, all decoded", $"{(GC.GetAllocatedBytesForCurrentThread() - before) / Megabyte} MB", "≤ 120 MB");
        foreach (var (name, message) in Hostile())
        {
            var bytes = Encoding.ASCII.GetBytes(message);
            var watch = Stopwatch.StartNew();
            ReadAll(MailMessage.Read(bytes));
            table.Add(name, $"{watch.Elapsed.TotalMilliseconds:N0} ms", "≤ 1,000 ms");
        }
        return Task.FromResult(table);
    }

    private static double PerSecond(int seconds, byte[] bytes, Func<MailMessage, int> use)
    {
        var (done, sum) = (0L, 0L);
        for (var warm = Stopwatch.StartNew(); warm.Elapsed < TimeSpan.FromSeconds(1);)
        {
            sum += use(MailMessage.Read(bytes));
        }
        var watch = Stopwatch.StartNew();
        for (; watch.Elapsed < TimeSpan.FromSeconds(seconds); done++)
        {
            sum += use(MailMessage.Read(bytes));
        }
        return sum > 0 ? done / watch.Elapsed.TotalSeconds : 0;
    }

    private static int ReadAll(MailMessage message) =>
        ReplyText.Of(message).New.Length + (AutomaticMail.Of(message)?.Reason.Length ?? 1) + message.Attachments.Sum(a => a.Content().Length);

    private static byte[] Small()
    {
        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("您好，三楼的打印机又坏了，请派人来看一下，谢谢。\n", 8)) + "\n在 2026年11月26日，14:30，服务台 <desk@example.cn> 写道：\n> 请重启\n"), Base64FormattingOptions.InsertLineBreaks);
        var html = Convert.ToBase64String(Encoding.UTF8.GetBytes("<div>" + string.Concat(Enumerable.Repeat("<p>您好，三楼的打印机又坏了，请派人来看一下，谢谢。</p>", 8)) + "</div>"), Base64FormattingOptions.InsertLineBreaks);
        return Encoding.ASCII.GetBytes($"""
            Return-Path: <zhang@example.cn>
            Received: from mx.example.cn ([10.0.0.1]) by mail.example.cn with ESMTPS id 1; Thu, 26 Nov 2026 14:30:01 +0800 (CST)
            From: =?utf-8?B?5byg5LiJ?= <zhang@example.cn>
            To: =?gb2312?B?t/7O8cyo?= <desk@example.cn>, "Li, Ming" <li@example.cn>
            Subject: =?utf-8?B?5Zue5aSNOiBbIzEwMDA0Ml0g5LiJ5qW855qE5omT5Y2w5py6?= =?utf-8?B?5Y+I5Z2P5LqG?=
            Date: Thu, 26 Nov 2026 14:30:00 +0800 (CST)
            Message-ID: <1@example.cn>
            References: <a@example.cn> <b@example.cn>
            In-Reply-To: <b@example.cn>
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="=_b"

            --=_b
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: base64

            {text}
            --=_b
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            {html}
            --=_b--
            """.ReplaceLineEndings("\r\n"));
    }

    private static byte[] WithAttachment(int bytes)
    {
        var line = Convert.ToBase64String(new byte[57]) + "\r\n";
        return Encoding.ASCII.GetBytes("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ntext\r\n--b\r\nContent-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + string.Concat(Enumerable.Repeat(line, bytes / line.Length)) + "--b--\r\n");
    }

    private static IEnumerable<(string Name, string Message)> Hostile() =>
    [
        ("10,000 parts", "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\ntext\n", 10_000)) + "--b--\n"),
        ("1,000 multiparts within each other", string.Concat(Enumerable.Range(0, 1000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"))),
        ("a header line of 10 MB", "Subject: " + new string('a', 10 * Megabyte) + "\n\ntext"),
        ("a million addresses", "To: " + string.Join(", ", Enumerable.Range(0, 1_000_000).Select(i => $"a{i}@b.c")) + "\n\ntext"),
    ];
}
