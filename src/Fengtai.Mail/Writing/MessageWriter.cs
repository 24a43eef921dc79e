using System.Security.Cryptography;
using System.Text;

namespace Fengtai.Mail.Writing;

/// <summary>
/// mixed(alternative(text, related(html, pictures)), attachments), each level where it is needed (RFC 2046, 5.1; RFC 2387).
/// Boundaries come from the message's id, and hold "=_", which neither base64 nor quoted-printable can.
/// </summary>
internal sealed class MessageWriter
{
    private const int MostReferences = 31;

    private readonly string _boundary;
    private int _boundaries;

    private MessageWriter(OutgoingMail mail) => _boundary = "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.MessageId)))[..20];

    public static byte[] Write(OutgoingMail mail) =>
        Encoding.UTF8.GetBytes(Header(mail) + new MessageWriter(mail).Body(mail) + "\r\n");

    private static string Header(OutgoingMail mail)
    {
        var header = new HeaderWriter()
            .Date(mail.Date)
            .Mailboxes("From", [mail.From])
            .Mailboxes("To", mail.To)
            .Mailboxes("Cc", mail.Cc)
            .Mailboxes("Reply-To", mail.ReplyTo)
            .Text("Subject", mail.Subject)
            .Ids("Message-ID", [mail.MessageId])
            .Ids("In-Reply-To", mail.InReplyTo is { } id ? [id] : [])
            .Ids("References", mail.References.Count <= MostReferences ? mail.References : [mail.References[0], .. mail.References.TakeLast(MostReferences - 1)]);
        if (mail.Automatic is { } kind)
        {
            // the second keeps Exchange from answering
            header.Line("Auto-Submitted", kind is AutomaticKind.AutomaticReply or AutomaticKind.OutOfOffice ? "auto-replied" : "auto-generated").Line("X-Auto-Response-Suppress", "All");
        }
        if (mail.Unsubscribe is { IsAbsoluteUri: true } unsubscribe)
        {
            header.Line("List-Unsubscribe", $"<{unsubscribe.AbsoluteUri}>").Line("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return header.Line("MIME-Version", "1.0").ToString();
    }

    private string Body(OutgoingMail mail) =>
        mail.Attachments.Count == 0 ? Texts(mail) : Multipart("mixed", [Texts(mail), .. mail.Attachments.Select(a => File(a, "attachment"))]);

    private string Texts(OutgoingMail mail) =>
        mail.Html is null ? Text("plain", mail.Text) : Multipart("alternative", [Text("plain", mail.Text), Html(mail, mail.Html)]);

    private string Html(OutgoingMail mail, string html) =>
        mail.Pictures.Count == 0 ? Text("html", html) : Multipart("related", [Text("html", html), .. mail.Pictures.Select(p => File(p, "inline"))]);

    private static string Text(string kind, string text)
    {
        var (encoding, body) = TextBody.Write(text);
        return new HeaderWriter().Line("Content-Type", $"text/{kind}; charset=utf-8").Line("Content-Transfer-Encoding", encoding) + "\r\n" + body;
    }

    private static string File(OutgoingFile file, string disposition)
    {
        var type = file.ContentType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) || file.ContentType.StartsWith("message/", StringComparison.OrdinalIgnoreCase) ? "application/octet-stream" : file.ContentType;
        return new HeaderWriter().Value("Content-Type", type).Value("Content-Disposition", disposition, ("filename", file.Name))
            .Ids("Content-ID", file.ContentId is { } id ? [id] : []).Line("Content-Transfer-Encoding", "base64") + "\r\n" + TextBody.Base64(file.Content.Span);
    }

    private string Multipart(string kind, IEnumerable<string> parts)
    {
        var boundary = $"{_boundary}.{_boundaries++}";
        var body = new StringBuilder($"Content-Type: multipart/{kind}; boundary=\"{boundary}\"\r\n\r\n");
        foreach (var part in parts)
        {
            body.Append("--").Append(boundary).Append("\r\n").Append(part).Append("\r\n");
        }
        return body.Append("--").Append(boundary).Append("--\r\n").ToString();
    }
}
