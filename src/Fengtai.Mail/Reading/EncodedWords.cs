namespace Fengtai.Mail.Reading;

/// <summary>
/// Encoded words (RFC 2047; language as of RFC 2231, 5). Forgiving: also inside words and quotation marks, with spaces, with a character
/// of several bytes or a group of base64 cut between two words, without an end.
/// </summary>
internal static class EncodedWords
{
    public static string Decode(string text, HeaderField? field = null)
    {
        if (!text.Contains("=?", StringComparison.Ordinal))
        {
            return text;
        }
        var run = new EncodedRun(text.Length);
        var (at, terminator) = (0, -1);
        while (at < text.Length)
        {
            var start = text.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0)
            {
                break;
            }
            if (Match(text, start, ref terminator) is not { } word)
            {
                if (start + 2 < text.Length && char.IsAsciiLetter(text[start + 2]))
                {
                    field?.Note(MailDefectKind.BrokenEncodedWord);
                }
                run.AddPlain(text.AsSpan(at, start + 2 - at));
                at = start + 2;
                continue;
            }
            run.AddPlain(text.AsSpan(at, start - at));
            run.AddWord(word);
            at = word.End;
        }
        run.AddPlain(text.AsSpan(at));
        return run.Finish();
    }

    /// <summary>Where an encoded word that begins here ends, or -1.</summary>
    public static int EndOf(string text, int start, ref int terminator) => Match(text, start, ref terminator)?.End ?? -1;

    /// <param name="terminator">The last "?=" that was found: looked for once, so that a field of beginnings takes no square of time.</param>
    private static EncodedWord? Match(string text, int start, ref int terminator)
    {
        var charsetEnd = text.AsSpan(start + 2, Math.Min(64, text.Length - start - 2)).IndexOf('?');
        if (charsetEnd < 1)
        {
            return null;
        }
        var charset = text.AsSpan(start + 2, charsetEnd);
        var encodingAt = start + 2 + charsetEnd + 1;
        if (charset.ContainsAny(" \"=") || encodingAt + 1 >= text.Length || text[encodingAt + 1] != '?' || (char)(text[encodingAt] | 0x20) is not ('b' or 'q'))
        {
            return null;
        }
        var content = encodingAt + 2;
        if (terminator != int.MaxValue && terminator < content)
        {
            terminator = text.IndexOf("?=", content, StringComparison.Ordinal) is >= 0 and var found ? found : int.MaxValue;
        }
        var end = terminator == int.MaxValue ? text.Length : terminator;
        var isCut = terminator == int.MaxValue;
        if (isCut && text.AsSpan(content).Contains(' '))
        {
            return null;
        }
        var language = charset.IndexOf('*');
        return new(text, start, (language < 0 ? charset : charset[..language]).ToString(), (text[encodingAt] | 0x20) == 'b', content, end, isCut ? end : end + 2);
    }
}
