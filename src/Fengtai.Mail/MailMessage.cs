using Fengtai.Mail.Reading;

namespace Fengtai.Mail;

/// <summary>
/// A message (RFC 5322) with its parts (RFC 2045–2049), read from bytes of any kind: what is wrong with them is a defect, never an
/// exception. Header and text are decoded at once, attachments when they are asked for. Not for several threads.
/// </summary>
public sealed class MailMessage
{
    internal MailMessage(MailPart root) => Root = root;

    public MailPart Root { get; }

    public MailHeaders Headers => Root.Headers;

    /// <summary>Empty without one.</summary>
    public string Subject => Headers.Text("Subject") ?? "";

    /// <summary>Who wrote it: the first author; the sender where no author is named.</summary>
    public MailAddress? From => field ??= First("From") ?? First("Sender") ?? First("Return-Path");

    public IReadOnlyList<MailAddress> ReplyTo => field ??= Headers.Addresses("Reply-To");

    public IReadOnlyList<MailAddress> To => field ??= Headers.Addresses("To");

    public IReadOnlyList<MailAddress> Cc => field ??= Headers.Addresses("Cc");

    /// <summary>When it says it was written; null without a date that can be understood.</summary>
    public DateTimeOffset? Date => DateOf("Date");

    /// <summary>When the last server on its way says it came.</summary>
    public DateTimeOffset? ReceivedAt => DateOf("Received");

    public string? MessageId => Headers.Ids("Message-ID") is [var id, ..] ? id : null;

    public IReadOnlyList<string> InReplyTo => field ??= Headers.Ids("In-Reply-To");

    /// <summary>From the oldest to the youngest.</summary>
    public IReadOnlyList<string> References => field ??= Headers.Ids("References");

    /// <summary>The text to read, with line feeds; made from the HTML where there is no other. Empty without any.</summary>
    public string Text => Content.Text;

    /// <summary>Whether <see cref="Text"/> was made from HTML.</summary>
    public bool IsTextFromHtml => Content.IsTextFromHtml;

    /// <summary>The HTML as it came: never to be shown uncleaned. Null without any.</summary>
    public string? Html => Content.Html;

    public IReadOnlyList<MailAttachment> Attachments => Content.Attachments;

    /// <summary>What a report of delivery says (RFC 3464); null in other messages.</summary>
    public DeliveryReport? Report => field ??= DeliveryReports.Of(Root);

    /// <summary>What is wrong with it and could be read all the same; that of an attachment once its content was asked for.</summary>
    public IReadOnlyList<MailDefect> Defects => Root.Context.Defects;

    private MessageContent Content => field ??= MessageContent.Of(Root);

    public static MailMessage Read(ReadOnlyMemory<byte> bytes, MailLimits? limits = null)
    {
        var context = new ReadingContext(limits ?? MailLimits.Usual);
        if (bytes.Length > context.Limits.Bytes)
        {
            bytes = bytes[..context.Limits.Bytes];
            context.Note(MailDefectKind.TooLarge, "0");
        }
        var message = new MailMessage(PartReader.Read(bytes, context, "0", 0));
        message.Look();
        return message;
    }

    // so that their defects are known
    private void Look() => _ = (Subject, From, ReplyTo, To, Cc, Date, MessageId, InReplyTo, References, Content);

    private MailAddress? First(string name) => Headers.Find(name) is { } field && AddressList.Read(field) is [var first, ..] ? first : null;

    private DateTimeOffset? DateOf(string name)
    {
        if (Headers.Find(name) is not { } field)
        {
            return null;
        }
        var date = MailDates.Read(field.Literal);
        if (date is not { HasZone: true })
        {
            field.Note(date is null ? MailDefectKind.NotADate : MailDefectKind.NoZone);
        }
        return date?.At;
    }
}
