namespace Fengtai.Mail.Reading;

/// <summary>
/// Cuts a message into parts in one pass (RFC 2046, 5.1): all boundaries that are open are looked for at once, from the innermost to the
/// outermost, so that a part that is not closed ends with the one around it.
/// </summary>
internal sealed class PartReader
{
    private readonly ReadingContext _context;
    private readonly MessageCursor _cursor;

    private PartReader(ReadOnlyMemory<byte> bytes, ReadingContext context) => (_cursor, _context) = (new(bytes), context);

    private ReadOnlyMemory<byte> Bytes => _cursor.Bytes;

    /// <param name="depth">How many messages and multiparts are around these bytes.</param>
    public static MailPart Read(ReadOnlyMemory<byte> bytes, ReadingContext context, string path, int depth)
    {
        var reader = new PartReader(bytes, context);
        var part = new MailPart(context, path);
        HeaderReader.SkipBefore(reader._cursor, part);
        reader.ReadPart(part, depth, ContentType.PlainText);
        return part;
    }

    /// <returns>Where it ends.</returns>
    private int ReadPart(MailPart part, int depth, ContentType usual)
    {
        _context.Parts++;
        var start = _cursor.At;
        _cursor.Hit = BoundaryHit.End;
        var ended = HeaderReader.Read(_cursor, part);
        var bodyStart = ended ?? _cursor.At;
        part.ContentType = MediaTypes.Of(part, usual);
        _context.Charset ??= part.ContentType["charset"];
        var end = ended ?? ReadBody(part, depth);
        part.Raw = Bytes[start..end];
        part.Body = Bytes[bodyStart..end];
        if (part.Parts.Count == 0 && MediaTypes.IsMessage(part.ContentType))
        {
            OpenEncoded(part, depth);
        }
        return end;
    }

    private int ReadBody(MailPart part, int depth)
    {
        if (part.ContentType.IsOf("multipart/") && MayGoDeeper(part, depth))
        {
            return ReadMultipart(part, depth);
        }
        return MediaTypes.IsMessage(part.ContentType) && TransferEncoding.IsIdentity(part) && MayGoDeeper(part, depth)
            ? ReadChild(part, depth, ContentType.PlainText)
            : _cursor.SkipToBoundary();
    }

    private bool MayGoDeeper(MailPart part, int depth)
    {
        if (depth < _context.Limits.Depth && _context.Parts < _context.Limits.Parts)
        {
            return true;
        }
        part.Note(depth < _context.Limits.Depth ? MailDefectKind.TooManyParts : MailDefectKind.TooDeep);
        part.ContentType = MediaTypes.Bytes;
        return false;
    }

    private int ReadMultipart(MailPart part, int depth)
    {
        var start = _cursor.At;
        if (ReadParts(part, Boundaries.Of(part.ContentType), depth) is var (end, found) && found)
        {
            return end;
        }
        part.Note(MailDefectKind.NoBoundary);
        var (hit, at) = (_cursor.Hit, _cursor.At);
        if (_context.BoundarySearches > 0 && Boundaries.Guess(Bytes.Span[start..end]) is { } guess)
        {
            _context.BoundarySearches--;
            _cursor.At = start;
            if (ReadParts(part, guess, depth) is (var guessed, true))
            {
                return guessed;
            }
            (_cursor.Hit, _cursor.At) = (hit, at);
        }
        part.ContentType = ContentType.PlainText;
        return end;
    }

    /// <returns>Where the multipart ends, and whether the boundary came at all.</returns>
    private (int End, bool Found) ReadParts(MailPart part, byte[]? boundary, int depth)
    {
        if (boundary is null)
        {
            return (_cursor.SkipToBoundary(), false);
        }
        var (start, level) = (_cursor.At, _cursor.Boundaries);
        _cursor.Open(boundary);
        var end = _cursor.SkipToBoundary();
        var isFound = _cursor.Hit.Level == level;
        if (isFound)
        {
            part.Preamble = Bytes[start..end];
            end = ReadChildren(part, level, depth, end);
            part.ContentType = part.Parts.Count > 0 ? part.ContentType : ContentType.PlainText;
        }
        _cursor.Close(level);
        return (end, isFound);
    }

    private int ReadChildren(MailPart part, int level, int depth, int end)
    {
        var usual = part.ContentType.Is("multipart/digest") ? ContentType.Message : ContentType.PlainText;
        while (_cursor.Hit.Level == level)
        {
            if (_cursor.Hit.IsClosing)
            {
                end = ReadEpilogue(part, level);
                continue;
            }
            if (_context.Parts >= _context.Limits.Parts)
            {
                return TakeRest(part);
            }
            end = ReadChild(part, depth, usual);
            if (_cursor.Hit.Level != level)
            {
                part.Note(MailDefectKind.NoEnd);
            }
        }
        return end;
    }

    // what follows the closing boundary; parts may go on there, as some gateways append them, and what lies between is a part, too
    private int ReadEpilogue(MailPart part, int level)
    {
        if (_cursor.IsShadowing(level))
        {
            _cursor.Close(level);
        }
        var start = _cursor.At;
        var end = _cursor.SkipToBoundary();
        var rest = Bytes[start..end];
        if (_cursor.Hit.Level != level)
        {
            part.Epilogue = rest;
        }
        else if (!rest.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            part.Add(new(_context, ChildPath(part)) { Raw = rest, Body = rest });
        }
        return end;
    }

    private int ReadChild(MailPart part, int depth, ContentType usual)
    {
        var child = new MailPart(_context, ChildPath(part));
        var end = ReadPart(child, depth + 1, usual);
        // two boundaries in a row, or one at the very end, have nothing between them
        if (!child.Raw.IsEmpty)
        {
            part.Add(child);
        }
        return end;
    }

    private int TakeRest(MailPart part)
    {
        part.Note(MailDefectKind.TooManyParts);
        var rest = Bytes[_cursor.At..];
        part.Add(new(_context, ChildPath(part)) { ContentType = MediaTypes.Bytes, Raw = rest, Body = rest });
        (_cursor.At, _cursor.Hit) = (Bytes.Length, BoundaryHit.End);
        return Bytes.Length;
    }

    // a message in base64 is not allowed (RFC 2046, 5.2.1), and found all the same
    private void OpenEncoded(MailPart part, int depth)
    {
        if (TransferEncoding.IsIdentity(part) || part.Body.Length > _context.Decodable || !MayGoDeeper(part, depth))
        {
            return;
        }
        _context.Decodable -= part.Body.Length;
        part.Add(Read(part.Content(), _context, ChildPath(part), depth + 1));
    }

    private static string ChildPath(MailPart part) => part.Path == "0" ? $"{part.Parts.Count + 1}" : $"{part.Path}.{part.Parts.Count + 1}";
}
