namespace Fengtai.Mail;

/// <summary>What a message carries beside its text.</summary>
/// <param name="Name">Never empty; made from kind and type where the message gives none.</param>
/// <param name="IsInline">Shown within the text: a picture that the HTML names, or what says so itself.</param>
public sealed record MailAttachment(string Name, string ContentType, MailAttachmentKind Kind, bool IsInline, MailPart Part)
{
    private readonly ReadOnlyMemory<byte>? _content;
    private int? _size;

    internal MailAttachment(string name, MailPart part, ReadOnlyMemory<byte> content)
        : this(name, "application/octet-stream", MailAttachmentKind.File, false, part) => _content = content;

    public string? ContentId => _content is null ? Part.ContentId : null;

    /// <summary>Bytes, decoded.</summary>
    public int Size => _size ??= Content().Length;

    /// <summary>The decoded bytes; a new copy each time where they are encoded. Of a forwarded message, the message.</summary>
    public ReadOnlyMemory<byte> Content() => _content ?? Part.Content();
}

public enum MailAttachmentKind
{
    File,

    /// <summary>image/…</summary>
    Picture,

    /// <summary>A message within the message (RFC 2046, 5.2.1).</summary>
    Message,

    /// <summary>An invitation or its answer (RFC 5545, RFC 6047).</summary>
    Calendar,

    /// <summary>What a server says about the delivery (RFC 3464).</summary>
    DeliveryReport,

    /// <summary>Outlook's winmail.dat: attachments in a form of its own.</summary>
    WinmailDat,

    /// <summary>A signature by S/MIME or OpenPGP (RFC 8551, RFC 3156).</summary>
    Signature,
}
