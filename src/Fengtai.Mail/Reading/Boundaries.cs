using System.Text;

namespace Fengtai.Mail.Reading;

/// <summary>Where boundaries come from (RFC 2046, 5.1.1): the header, or, where that names none that comes, the first line that looks like one.</summary>
internal static class Boundaries
{
    private const int SearchedBytes = 4096;

    /// <summary>Longer ones than the 70 that the standard allows are found.</summary>
    private const int Longest = 500;

    public static byte[]? Of(ContentType type) =>
        type["boundary"]?.TrimEnd() is { Length: > 0 and <= Longest } boundary ? Encoding.UTF8.GetBytes(boundary) : null;

    /// <summary>Two hyphens and something, and a field of a part in the line below.</summary>
    public static byte[]? Guess(ReadOnlySpan<byte> body)
    {
        body = body[..Math.Min(body.Length, SearchedBytes)];
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'\n');
            if (end < 0)
            {
                return null;
            }
            var line = body[..end].TrimEnd(" \t\r"u8);
            body = body[(end + 1)..];
            if (line.Length > 2 && line.StartsWith("--"u8) && body.Length > 8 && Ascii.EqualsIgnoreCase(body[..8], "Content-"u8))
            {
                return line[2..].ToArray();
            }
        }
        return null;
    }
}
