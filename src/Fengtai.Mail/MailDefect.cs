namespace Fengtai.Mail;

/// <summary>Something that a message does otherwise than the standards say, and that was read all the same.</summary>
/// <param name="Where">A part ("1.2", "0" for the message itself), with the field where there is one: "0 Subject".</param>
public sealed record MailDefect(MailDefectKind Kind, string Where);

public enum MailDefectKind
{
    /// <summary>Longer than the limit; the rest was not read.</summary>
    TooLarge,

    /// <summary>Parts lie deeper than the limit.</summary>
    TooDeep,

    /// <summary>More parts than the limit.</summary>
    TooManyParts,

    /// <summary>More fields in one header than the limit.</summary>
    TooManyFields,

    /// <summary>A field longer than is decoded.</summary>
    FieldTooLong,

    /// <summary>More addresses in a field than the limit.</summary>
    TooManyAddresses,

    /// <summary>A line in a header that is neither a field nor the continuation of one.</summary>
    NotAField,

    /// <summary>The body begins without an empty line before it.</summary>
    NoEmptyLine,

    /// <summary>Empty lines, or the line of an mbox, before the header.</summary>
    LinesBeforeHeader,

    /// <summary>Characters beyond ASCII in a field without encoding (allowed by RFC 6532 in UTF-8 alone).</summary>
    RawCharacters,

    /// <summary>A word that begins as an encoded one and is none.</summary>
    BrokenEncodedWord,

    /// <summary>A date that cannot be understood.</summary>
    NotADate,

    /// <summary>A date without a zone, taken as UTC.</summary>
    NoZone,

    /// <summary>A media type that cannot be understood; taken as text.</summary>
    NotAMediaType,

    /// <summary>A multipart that names no boundary, or one that never comes.</summary>
    NoBoundary,

    /// <summary>A multipart that is not closed.</summary>
    NoEnd,

    /// <summary>A transfer encoding nobody knows; the bytes are taken as they are.</summary>
    UnknownEncoding,

    /// <summary>Damage in quoted-printable, base64 or uuencode; what could be read was.</summary>
    DamagedEncoding,

    /// <summary>A character set nobody knows; another was guessed.</summary>
    UnknownCharset,

    /// <summary>The bytes are not in the character set they are said to be in; another fits.</summary>
    WrongCharset,

    /// <summary>Bytes that mean nothing in their character set.</summary>
    DamagedText,
}
