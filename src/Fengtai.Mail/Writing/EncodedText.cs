using System.Text;

namespace Fengtai.Mail.Writing;

/// <summary>Text in headers (RFC 2047): as it is where that reads back the same, else encoded words of UTF-8 in base64, of whole characters, in lines of 76.</summary>
internal static class EncodedText
{
    private const int LongestLine = 76;
    private const string Start = "=?utf-8?B?";
    private const string End = "?=";

    /// <summary>Control characters and line breaks have no place in a header.</summary>
    public static string OnOneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    /// <summary>ASCII that can be folded and reads back as it was.</summary>
    public static bool IsPlain(string text) =>
        Ascii.IsValid(text) && !text.Contains("=?", StringComparison.Ordinal) && !text.Contains("  ", StringComparison.Ordinal)
        && text.Trim().Length == text.Length && text.Split(' ').All(w => w.Length < 60) && text.Length < 500;

    /// <param name="column">Letters on the line before it.</param>
    public static string Encode(string text, int column)
    {
        var encoded = new StringBuilder();
        var bytes = new List<byte>();
        Span<byte> utf8 = stackalloc byte[4];
        var room = Room(column);
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(utf8);
            if (bytes.Count + length > room)
            {
                Flush();
                encoded.Append("\r\n ");
                room = Room(1);
            }
            bytes.AddRange(utf8[..length]);
        }
        Flush();
        return encoded.ToString();

        void Flush()
        {
            encoded.Append(Start).Append(Convert.ToBase64String(bytes.ToArray())).Append(End);
            bytes.Clear();
        }
    }

    // whole groups of base64
    private static int Room(int column) => Math.Max(4, (LongestLine - column - Start.Length - End.Length) / 4 * 3);
}
