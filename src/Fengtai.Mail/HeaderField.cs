using Fengtai.Mail.Reading;

namespace Fengtai.Mail;

/// <summary>One field of a header: its name as written and its bytes, decoded when asked.</summary>
public sealed class HeaderField
{
    private readonly MailPart _part;
    private string? _literal;
    private string? _text;

    internal HeaderField(MailPart part, string name, ReadOnlyMemory<byte> raw) => (_part, Name, Raw) = (part, name, raw);

    public string Name { get; }

    /// <summary>All behind the colon, folded as it came, without the last line break.</summary>
    public ReadOnlyMemory<byte> Raw { get; }

    /// <summary>Unfolded and decoded for reading.</summary>
    public string Text => _text ??= EncodedWords.Decode(Literal, this);

    /// <summary>Unfolded, raw characters decoded, encoded words left: what structured fields are read from.</summary>
    internal string Literal => _literal ??= HeaderText.Unfold(Raw.Span, this);

    internal ReadingContext Context => _part.Context;

    internal void Note(MailDefectKind kind) => _part.Context.Note(kind, $"{_part.Path} {Name}");
}
