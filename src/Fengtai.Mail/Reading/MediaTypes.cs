namespace Fengtai.Mail.Reading;

internal static class MediaTypes
{
    /// <summary>What cannot be looked into.</summary>
    public static ContentType Bytes { get; } = ContentType.PlainText with { Value = "application/octet-stream" };

    /// <summary>RFC 2045, 5.2: the usual type where none is said; text where it cannot be understood.</summary>
    public static ContentType Of(MailPart part, ContentType usual)
    {
        if (part.Headers.Find("Content-Type") is not { } field)
        {
            return usual;
        }
        var type = Parameters.Read(field.Literal);
        if (type.Value.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && slash < type.Value.Length - 1)
        {
            return type;
        }
        field.Note(MailDefectKind.NotAMediaType);
        return type with { Value = ContentType.PlainText.Value };
    }

    /// <summary>RFC 2046, 5.2.1; RFC 6532, 3.7.</summary>
    public static bool IsMessage(ContentType type) => type.Value is "message/rfc822" or "message/global" or "message/news";
}
