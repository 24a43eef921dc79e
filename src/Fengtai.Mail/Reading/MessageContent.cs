using System.Text;

namespace Fengtai.Mail.Reading;

/// <summary>What is to be read and what is attached, told apart as JMAP does (RFC 8621, 4.1.4).</summary>
internal sealed class MessageContent
{
    private readonly List<MailPart> _texts = [];
    private readonly List<MailPart> _htmls = [];
    private readonly List<MailPart> _others = [];
    private readonly List<MailAttachment> _files = [];

    public string Text { get; private set; } = "";

    public bool IsTextFromHtml { get; private set; }

    public string? Html { get; private set; }

    public IReadOnlyList<MailAttachment> Attachments { get; private set; } = [];

    public IReadOnlyList<MailPart> TextParts => _texts;

    public IReadOnlyList<MailPart> HtmlParts => _htmls;

    public static MessageContent Of(MailPart root)
    {
        var content = new MessageContent();
        content.Sort([root], "mixed", false, content._htmls, content._texts);
        content.Decode();
        return content;
    }

    private void Sort(IReadOnlyList<MailPart> parts, string around, bool isInAlternative, List<MailPart>? htmls, List<MailPart>? texts)
    {
        var (htmlsBefore, textsBefore) = (htmls?.Count, texts?.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (part.IsMultipart)
            {
                var kind = part.ContentType.Value["multipart/".Length..];
                Sort(part.Parts, kind, isInAlternative || kind == "alternative", htmls, texts);
            }
            else if (!IsInline(part, i, around))
            {
                _others.Add(part);
            }
            else if (around == "alternative")
            {
                (part.ContentType.Value switch { "text/plain" => texts ?? _others, "text/html" => htmls ?? _others, _ => _others }).Add(part);
            }
            else
            {
                htmls = isInAlternative && part.ContentType.Is("text/plain") ? null : htmls;
                texts = isInAlternative && part.ContentType.Is("text/html") ? null : texts;
                texts?.Add(part);
                htmls?.Add(part);
                if (IsMedia(part) && (texts is null || htmls is null))
                {
                    _others.Add(part);
                }
            }
        }
        if (around == "alternative" && htmls is not null && texts is not null)
        {
            Complete(texts, textsBefore ?? 0, htmls, htmlsBefore ?? 0);
        }
    }

    // what has one form alone is that in both
    private static void Complete(List<MailPart> texts, int textsBefore, List<MailPart> htmls, int htmlsBefore)
    {
        if (texts.Count == textsBefore && htmls.Count > htmlsBefore)
        {
            texts.AddRange(htmls[htmlsBefore..]);
        }
        else if (htmls.Count == htmlsBefore && texts.Count > textsBefore)
        {
            htmls.AddRange(texts[textsBefore..]);
        }
    }

    private static bool IsInline(MailPart part, int index, string around) =>
        part.Disposition != "attachment" && (IsText(part) || IsMedia(part)) && (index == 0 || around != "related" && (IsMedia(part) || part.FileName is null));

    private static bool IsText(MailPart part) => part.Parts.Count == 0 && part.ContentType.Value is "text/plain" or "text/html";

    private static bool IsMedia(MailPart part) => part.ContentType.IsOf("image/") || part.ContentType.IsOf("audio/") || part.ContentType.IsOf("video/");

    private void Decode()
    {
        var decoded = new Dictionary<MailPart, string>();
        foreach (var part in _texts.Concat(_htmls).Where(IsText).Distinct())
        {
            TakeFilesOutOf(part);
            decoded[part] = TextOf(part);
        }
        Html = _htmls.Exists(p => p.ContentType.Is("text/html"))
            ? string.Join("\n", _htmls.Where(decoded.ContainsKey).Select(p => p.ContentType.Is("text/html") ? decoded[p] : HtmlText.FromPlain(decoded[p])))
            : null;
        IsTextFromHtml = _texts.Exists(IsText) && _texts.Where(IsText).All(p => p.ContentType.Is("text/html"));
        Text = string.Join("\n", _texts.Where(decoded.ContainsKey).Select(p => p.ContentType.Is("text/html") ? HtmlText.ToPlain(decoded[p]) : decoded[p]).Where(t => t.Length > 0));
        var attached = _others.Concat(_texts.Concat(_htmls).Where(p => !IsText(p))).Distinct();
        var shown = Html is null ? [] : HtmlText.ShownParts(Html);
        Attachments = [.. attached.Select(p => Reading.Attachments.Of(p, shown)), .. _files];
    }

    private static string TextOf(MailPart part)
    {
        var text = part.Text().ReplaceLineEndings("\n");
        return string.Equals(part.ContentType["format"], "flowed", StringComparison.OrdinalIgnoreCase)
            ? FlowedText.Join(text, string.Equals(part.ContentType["delsp"], "yes", StringComparison.OrdinalIgnoreCase))
            : text;
    }

    private void TakeFilesOutOf(MailPart part)
    {
        if (part.Remaining is not null || !part.ContentType.Is("text/plain") || !TransferEncoding.IsIdentity(part))
        {
            return;
        }
        var files = UuEncoding.Find(part.Body);
        if (files.Count == 0)
        {
            return;
        }
        var (rest, at) = (new MemoryStream(), 0);
        foreach (var file in files)
        {
            rest.Write(part.Body.Span[at..file.Start]);
            at = file.End;
            var content = new byte[file.Raw.Length];
            var length = UuEncoding.Decode(file.Raw.Span, content, out var isDamaged);
            if (isDamaged)
            {
                part.Note(MailDefectKind.DamagedEncoding);
            }
            _files.Add(new(FileNames.Of(file.Name) ?? "part-" + part.Path + ".bin", part, content.AsMemory(0, length)));
        }
        rest.Write(part.Body.Span[at..]);
        part.Remaining = rest.ToArray();
    }
}
