using Fengtai.Mail.Reading;

namespace Fengtai.Mail;

/// <summary>
/// One part of a message: a multipart with parts, a message with the one part that is its root, or a leaf with content
/// (RFC 2045, 2.4; RFC 2046). Holds slices of the message's bytes and decodes when asked.
/// </summary>
public sealed class MailPart
{
    private readonly List<MailPart> _parts = [];
    private int? _size;

    internal MailPart(ReadingContext context, string path) => (Context, Path, Headers) = (context, path, new());

    /// <summary>"0" for the message itself, "1.2" for the second part of its first.</summary>
    public string Path { get; }

    public MailHeaders Headers { get; }

    /// <summary>As said by the header, or what it must be taken for.</summary>
    public ContentType ContentType { get; internal set; } = ContentType.PlainText;

    /// <summary>Parts of a multipart; the root of a forwarded message.</summary>
    public IReadOnlyList<MailPart> Parts => _parts;

    /// <summary>Header and body as they came.</summary>
    public ReadOnlyMemory<byte> Raw { get; internal set; }

    /// <summary>The body as it came, still in its transfer encoding; of a multipart with all its parts.</summary>
    public ReadOnlyMemory<byte> Body { get; internal set; }

    /// <summary>What a multipart holds before its first part.</summary>
    public ReadOnlyMemory<byte> Preamble { get; internal set; }

    /// <summary>What a multipart holds behind its last part.</summary>
    public ReadOnlyMemory<byte> Epilogue { get; internal set; }

    public bool IsMultipart => _parts.Count > 0 && ContentType.IsOf("multipart/");

    /// <summary>The forwarded message that this part is.</summary>
    public MailMessage? Message => field ??= _parts.Count == 1 && !IsMultipart ? new MailMessage(_parts[0]) : null;

    /// <summary>inline, attachment or another word; null where it is not said (RFC 2183).</summary>
    public string? Disposition => DispositionField is { Value.Length: > 0 } said ? said.Value : null;

    /// <summary>Decoded, its folders cut off; null without one.</summary>
    public string? FileName => field ??= FileNames.Of(DispositionField?["filename"] ?? DeclaredType?["name"]);

    /// <summary>Without angle brackets; how HTML names pictures ("cid:…", RFC 2392).</summary>
    public string? ContentId => Headers.Find("Content-ID") is { } id ? MessageIds.Read(id.Literal).FirstOrDefault() : null;

    /// <summary>Bytes of the decoded content.</summary>
    public int Size => _size ??= Content().Length;

    internal ReadingContext Context { get; }

    /// <summary>The text of a leaf that bears a file within it, without that file.</summary>
    internal ReadOnlyMemory<byte>? Remaining { get; set; }

    private ContentType? DispositionField => field ??= Headers.Find("Content-Disposition") is { } said ? Parameters.Read(said.Literal) : null;

    // read again: names of files may be raw, and the message's character set is known only now
    internal ContentType? DeclaredType => field ??= Headers.Find("Content-Type") is { } said ? Parameters.Read(said.Literal) : null;

    /// <summary>The decoded content; a new copy each time where it is encoded.</summary>
    public ReadOnlyMemory<byte> Content() => Remaining ?? TransferEncoding.Decode(this);

    /// <summary>The content as text, whatever its label says, with line breaks as they came.</summary>
    public string Text()
    {
        var content = Content().Span;
        var charset = ContentType["charset"] ?? (ContentType.Is("text/html") ? HtmlText.CharsetOf(content) : null);
        var text = TextDecoder.Decode(content, charset ?? Context.Charset, out var defect);
        if (defect is { } kind)
        {
            Note(kind);
        }
        return text;
    }

    internal void Add(MailPart part) => _parts.Add(part);

    internal void Note(MailDefectKind kind) => Context.Note(kind, Path);
}
