namespace Fengtai.Mail.Reading;

/// <summary>Content-Transfer-Encoding (RFC 2045, 6).</summary>
internal static class TransferEncoding
{
    private delegate int Decoder(ReadOnlySpan<byte> source, Span<byte> target, out bool isDamaged);

    public static bool IsIdentity(MailPart part) => Of(part) is "" or "7bit" or "8bit" or "binary";

    public static ReadOnlyMemory<byte> Decode(MailPart part)
    {
        switch (Of(part))
        {
            case "base64":
                return Decode(part, Base64.Decode);
            case "quoted-printable":
                return Decode(part, QuotedPrintable.Decode);
            case "x-uuencode" or "uuencode" or "x-uue" or "uue":
                return Decode(part, UuEncoding.Decode);
            case "" or "7bit" or "8bit" or "binary" or "7-bit" or "8-bit" or "none":
                return part.Body;
            default:
                part.Note(MailDefectKind.UnknownEncoding);
                return part.Body;
        }
    }

    // multiparts are never encoded, whatever they say (RFC 2045, 6.4)
    private static string Of(MailPart part) =>
        !part.IsMultipart && part.Headers.Find("Content-Transfer-Encoding") is { } field ? Parameters.Read(field.Literal).Value.Trim('"', '\'', '.') : "";

    private static ReadOnlyMemory<byte> Decode(MailPart part, Decoder decoder)
    {
        var target = new byte[part.Body.Length];
        var length = decoder(part.Body.Span, target, out var isDamaged);
        if (isDamaged)
        {
            part.Note(MailDefectKind.DamagedEncoding);
        }
        return target.AsMemory(0, length);
    }
}
