using Fengtai.Mail.Writing;

namespace Fengtai.Mail;

/// <summary>A message to be sent, written as the standards say to the letter (RFC 5322, 2045–2047, 2231): ASCII alone, short lines, nothing that needs a guess.</summary>
public sealed record OutgoingMail
{
    public required MailAddress From { get; init; }

    public required IReadOnlyList<MailAddress> To { get; init; }

    public IReadOnlyList<MailAddress> Cc { get; init; } = [];

    public IReadOnlyList<MailAddress> ReplyTo { get; init; } = [];

    public required string Subject { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>Without angle brackets, as all ids.</summary>
    public required string MessageId { get; init; }

    public string? InReplyTo { get; init; }

    /// <summary>From the oldest to the youngest; the first and the last thirty are written.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>What programs read of it, and people without HTML.</summary>
    public required string Text { get; init; }

    public string? Html { get; init; }

    /// <summary>Shown in the HTML by their content id.</summary>
    public IReadOnlyList<OutgoingFile> Pictures { get; init; } = [];

    public IReadOnlyList<OutgoingFile> Attachments { get; init; } = [];

    /// <summary>Null for what a person sends (RFC 3834, 5).</summary>
    public AutomaticKind? Automatic { get; init; }

    /// <summary>An https address that takes a POST without a question (RFC 8058).</summary>
    public Uri? Unsubscribe { get; init; }

    /// <summary>Whether a server must know SMTPUTF8 (RFC 6531): an address has letters beyond ASCII before its "@".</summary>
    public bool NeedsUtf8 => To.Concat(Cc).Concat(ReplyTo).Append(From).Any(a => Addresses.NeedsUtf8(a.Address));

    /// <exception cref="ArgumentException">An address, an id or a media type that cannot be written.</exception>
    public byte[] Write() => MessageWriter.Write(this);
}

/// <param name="ContentType">type/subtype; multipart and message types are sent as bytes, as they may not be encoded (RFC 2046, 5.2.1).</param>
/// <param name="ContentId">Without angle brackets; of pictures.</param>
public sealed record OutgoingFile(string Name, string ContentType, ReadOnlyMemory<byte> Content, string? ContentId = null);
