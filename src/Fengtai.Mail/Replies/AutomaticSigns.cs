namespace Fengtai.Mail.Replies;

/// <summary>What automatic messages are known by, the surest sign first.</summary>
internal static class AutomaticSigns
{
    private const int LongestReason = 200;

    private static readonly string[] Away =
    [
        "out of office", "out of the office", "out-of-office", "ooo", "away from my mail", "on vacation", "on leave", "on holiday", "annual leave", "外出", "不在办公室", "不在辦公室", "休假", "年假", "出差", "请假", "離開辦公室",
    ];

    private static readonly string[] Replies =
    [
        "automatic reply", "auto reply", "auto-reply", "autoreply", "automatic response", "auto response", "autoresponse", "自动回复", "自动答复", "自動回覆", "自動回復", "自动应答",
    ];

    private static readonly string[] Failures =
    [
        "undeliverable", "undelivered mail", "mail delivery failed", "mail delivery failure", "delivery status notification", "returned mail", "failure notice", "delivery failure", "系统退信", "退信通知", "邮件退信", "未送达", "投递失败", "无法投递", "發送失敗", "傳遞失敗", "未傳遞",
    ];

    private static readonly string[] Lists = ["List-Id", "List-Post", "List-Unsubscribe", "List-Help"];
    private static readonly string[] Answering = ["X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply", "X-AutoReply-From", "X-Mail-Autoreply"];

    public static AutomaticMail? Find(MailMessage message) => Report(message) ?? Reply(message) ?? Submitted(message) ?? List(message) ?? Other(message);

    private static AutomaticMail? Report(MailMessage message)
    {
        // as declared: a report whose parts cannot be found is one, too
        var type = message.Root.DeclaredType ?? ContentType.PlainText;
        if (type.Is("multipart/report") && type["report-type"]?.Equals("disposition-notification", StringComparison.OrdinalIgnoreCase) == true)
        {
            return new(AutomaticKind.ReadingReport, "Content-Type: multipart/report; report-type=disposition-notification");
        }
        if (type.Is("multipart/report") && type["report-type"]?.Equals("delivery-status", StringComparison.OrdinalIgnoreCase) != false || message.Report is not null)
        {
            return new(AutomaticKind.DeliveryReport, "Content-Type: multipart/report; report-type=delivery-status");
        }
        if (message.Headers.Find("X-Failed-Recipients") is { } failed)
        {
            return By(AutomaticKind.DeliveryReport, failed);
        }
        var isFromServer = message.From is { Address: var address } && (address.StartsWith("mailer-daemon", StringComparison.OrdinalIgnoreCase) || address.StartsWith("postmaster@", StringComparison.OrdinalIgnoreCase));
        return Has(message.Subject, Failures) && (isFromServer || HasNoReturnPath(message) || SaysAutomatic(message))
            ? BySubject(AutomaticKind.DeliveryReport, message)
            : null;
    }

    /// <summary>Subjects count where they begin with it and say no more ("自动回复：…"), or where a field agrees: "Re: 自动回复坏了" was written by somebody.</summary>
    private static AutomaticMail? Reply(MailMessage message)
    {
        var agrees = SaysAutomatic(message) || HasNoReturnPath(message);
        if (Begins(message.Subject, Replies, agrees))
        {
            var isAway = Has(message.Subject, Away) || Has(message.Text.Length > 2000 ? message.Text[..2000] : message.Text, Away);
            return BySubject(isAway ? AutomaticKind.OutOfOffice : AutomaticKind.AutomaticReply, message);
        }
        return Begins(message.Subject, Away, agrees) || agrees && Has(message.Subject, Away) ? BySubject(AutomaticKind.OutOfOffice, message) : null;
    }

    // RFC 3834, 5
    private static AutomaticMail? Submitted(MailMessage message)
    {
        if (message.Headers.Find("Auto-Submitted") is { } field && !field.Text.StartsWith("no", StringComparison.OrdinalIgnoreCase))
        {
            return By(field.Text.StartsWith("auto-replied", StringComparison.OrdinalIgnoreCase) ? AutomaticKind.AutomaticReply : AutomaticKind.Generated, field);
        }
        foreach (var name in Answering)
        {
            if (message.Headers.Find(name) is { } answering && !answering.Text.Equals("no", StringComparison.OrdinalIgnoreCase))
            {
                return By(AutomaticKind.AutomaticReply, answering);
            }
        }
        return message.Headers.Find("Precedence") is { } precedence && precedence.Text.Trim().Equals("auto_reply", StringComparison.OrdinalIgnoreCase) ? By(AutomaticKind.AutomaticReply, precedence) : null;
    }

    private static AutomaticMail? List(MailMessage message)
    {
        foreach (var name in Lists)
        {
            if (message.Headers.Find(name) is { } field)
            {
                return By(AutomaticKind.List, field);
            }
        }
        return message.Headers.Find("Precedence") is { } precedence && precedence.Text.Trim().ToLowerInvariant() is "list" or "bulk" or "junk" ? By(AutomaticKind.List, precedence) : null;
    }

    // Exchange's own: [MS-OXCMAIL], X-Auto-Response-Suppress; the empty return path: RFC 5321, 4.5.5
    private static AutomaticMail? Other(MailMessage message)
    {
        if (message.Headers.Find("X-Auto-Response-Suppress") is { } suppress && !suppress.Text.Trim().Equals("none", StringComparison.OrdinalIgnoreCase))
        {
            return By(AutomaticKind.Generated, suppress);
        }
        return HasNoReturnPath(message) ? new(AutomaticKind.Generated, "Return-Path: <>") : null;
    }

    private static bool SaysAutomatic(MailMessage message) => Submitted(message) is not null || message.Headers.Find("X-Auto-Response-Suppress") is not null;

    private static bool HasNoReturnPath(MailMessage message) => message.Headers.Text("Return-Path")?.Trim() == "<>";

    private static bool Has(string text, string[] words) => Array.Exists(words, w => text.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static bool Begins(string subject, string[] words, bool mayGoOn)
    {
        var start = subject.AsSpan().TrimStart(" [【(（<\"“");
        foreach (var word in words)
        {
            if (start.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                var rest = start[word.Length..].TrimStart();
                return mayGoOn || rest.IsEmpty || ":：]】)）>".Contains(rest[0], StringComparison.Ordinal) || rest.StartsWith("autoreply", StringComparison.OrdinalIgnoreCase);
            }
        }
        return false;
    }

    private static AutomaticMail By(AutomaticKind kind, HeaderField field) => new(kind, Cut($"{field.Name}: {field.Text}"));

    private static AutomaticMail BySubject(AutomaticKind kind, MailMessage message) => new(kind, Cut("Subject: " + message.Subject));

    private static string Cut(string reason) => reason.Length > LongestReason ? reason[..LongestReason] + "…" : reason;
}
