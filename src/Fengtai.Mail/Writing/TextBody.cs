using System.Text;

namespace Fengtai.Mail.Writing;

/// <summary>A text in the encoding that suits it (RFC 2045, 6): as it is, quoted-printable where most of it is ASCII, else base64.</summary>
internal static class TextBody
{
    private const int LongestLine = 76;
    private const string Digits = "0123456789ABCDEF";

    /// <returns>The transfer encoding and the lines, the last without its break.</returns>
    public static (string Encoding, string Body) Write(string text)
    {
        text = text.ReplaceLineEndings("\r\n");
        if (IsPlain(text))
        {
            return ("7bit", text);
        }
        var bytes = Encoding.UTF8.GetBytes(text);
        var others = bytes.Count(b => b is < 32 or > 126);
        return others * 4 < bytes.Length ? ("quoted-printable", QuotedPrintable(bytes)) : ("base64", Base64(bytes));
    }

    public static string Base64(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks);

    // lines that nothing on the way changes: no hyphens (boundaries), no "From " (mbox), no dot (RFC 5321, 4.5.2), no white space at the end
    private static bool IsPlain(string text)
    {
        if (!Ascii.IsValid(text) || text.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t')))
        {
            return false;
        }
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Length > LongestLine || line.StartsWith("--", StringComparison.Ordinal) || line.StartsWith("From ", StringComparison.Ordinal) || line.StartsWith(".", StringComparison.Ordinal)
                || line.EndsWith(" ", StringComparison.Ordinal) || line.EndsWith("\t", StringComparison.Ordinal) || line.StartsWith("begin ", StringComparison.Ordinal))
            {
                return false;
            }
        }
        return true;
    }

    // RFC 2045, 6.7
    private static string QuotedPrintable(ReadOnlySpan<byte> bytes)
    {
        var body = new StringBuilder(bytes.Length * 2);
        var column = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b == '\r' && i + 1 < bytes.Length && bytes[i + 1] == '\n')
            {
                body.Append("\r\n");
                column = 0;
                i++;
                continue;
            }
            var isLast = i + 1 == bytes.Length || bytes[i + 1] == '\r';
            var isPlain = b is >= 33 and <= 126 and not (byte)'=' || b == ' ' && !isLast;
            isPlain &= column > 0 || b is not ((byte)'.' or (byte)'F' or (byte)'-' or (byte)'b');
            if (column + (isPlain ? 1 : 3) > LongestLine - 1)
            {
                body.Append("=\r\n");
                column = 0;
            }
            body.Append(isPlain ? ((char)b).ToString() : $"={Digits[b >> 4]}{Digits[b & 15]}");
            column += isPlain ? 1 : 3;
        }
        return body.ToString();
    }
}
