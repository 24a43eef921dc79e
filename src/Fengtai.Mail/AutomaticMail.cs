using Fengtai.Mail.Replies;

namespace Fengtai.Mail;

/// <summary>A message that no person wrote to be answered. Answers to such make loops (RFC 3834, 2).</summary>
/// <param name="Reason">What says so: a field with its value, or the subject.</param>
public sealed record AutomaticMail(AutomaticKind Kind, string Reason)
{
    /// <summary>Null for what a person wrote.</summary>
    public static AutomaticMail? Of(MailMessage message) => AutomaticSigns.Find(message);
}

public enum AutomaticKind
{
    /// <summary>A server on delivery: failed, delayed, done (RFC 3464).</summary>
    DeliveryReport,

    /// <summary>A program on reading: opened, deleted (RFC 8098).</summary>
    ReadingReport,

    /// <summary>Somebody is away.</summary>
    OutOfOffice,

    /// <summary>Another answer that a program gave (RFC 3834: auto-replied).</summary>
    AutomaticReply,

    /// <summary>A list or a bulk mailing (RFC 2369, RFC 2919).</summary>
    List,

    /// <summary>A program of its own accord: alarms, notices (RFC 3834: auto-generated).</summary>
    Generated,
}
