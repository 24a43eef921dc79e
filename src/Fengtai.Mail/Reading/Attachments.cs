namespace Fengtai.Mail.Reading;

/// <summary>What a part that is not text is, and how it is called.</summary>
internal static class Attachments
{
    public static MailAttachment Of(MailPart part, HashSet<string> shown)
    {
        var kind = KindOf(part);
        var isNamed = part.ContentId is { } id && shown.Contains(id);
        return new(NameOf(part, kind), part.ContentType.Value, kind, isNamed || part.Disposition == "inline" && kind == MailAttachmentKind.Picture, part);
    }

    private static MailAttachmentKind KindOf(MailPart part) => part.ContentType.Value switch
    {
        "message/delivery-status" or "message/global-delivery-status" or "message/disposition-notification" or "message/global-disposition-notification" => MailAttachmentKind.DeliveryReport,
        "text/calendar" or "application/ics" => MailAttachmentKind.Calendar,
        "application/ms-tnef" or "application/vnd.ms-tnef" => MailAttachmentKind.WinmailDat,
        "application/pgp-signature" or "application/pkcs7-signature" or "application/x-pkcs7-signature" => MailAttachmentKind.Signature,
        var type when part.Parts.Count > 0 || type is "message/rfc822" or "message/global" => MailAttachmentKind.Message,
        var type when type.StartsWith("image/", StringComparison.Ordinal) => MailAttachmentKind.Picture,
        _ => string.Equals(part.FileName, "winmail.dat", StringComparison.OrdinalIgnoreCase) ? MailAttachmentKind.WinmailDat : MailAttachmentKind.File,
    };

    private static string NameOf(MailPart part, MailAttachmentKind kind) => part.FileName ?? kind switch
    {
        MailAttachmentKind.Message => FileNames.Of(part.Message?.Subject is { Length: > 0 } subject ? subject.Replace('/', ' ').Replace('\\', ' ') + ".eml" : null) ?? "message.eml",
        MailAttachmentKind.Calendar => "invitation.ics",
        MailAttachmentKind.DeliveryReport => "delivery-status.txt",
        MailAttachmentKind.WinmailDat => "winmail.dat",
        MailAttachmentKind.Signature => part.ContentType.Is("application/pgp-signature") ? "signature.asc" : "smime.p7s",
        _ => FileNames.Of(part.Headers.Text("Content-Description")) ?? "part-" + part.Path + Extension(part.ContentType.Value),
    };

    private static string Extension(string type) => type switch
    {
        "text/plain" => ".txt",
        "text/html" => ".html",
        "image/jpeg" or "image/jpg" => ".jpg",
        "image/png" or "image/gif" or "image/bmp" or "image/webp" => "." + type["image/".Length..],
        "application/pdf" => ".pdf",
        _ => ".bin",
    };
}
