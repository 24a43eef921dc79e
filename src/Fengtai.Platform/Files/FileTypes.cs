using System.Collections.Frozen;
using System.Text;

namespace Fengtai.Platform.Files;

/// <summary>
/// What a file is, by its first bytes. What others claim is not asked, and nothing that a browser would run has a type of
/// its own here: HTML, SVG, XML and scripts are plain text.
/// </summary>
public static class FileTypes
{
    public const string Unknown = "application/octet-stream";
    public const string Pdf = "application/pdf";
    internal const string Text = "text/plain";

    /// <summary>So many of a file's first bytes are looked at.</summary>
    internal const int Head = 4096;

    private static readonly FrozenSet<string> Pictures =
        FrozenSet.Create(StringComparer.Ordinal, "image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp");

    private static readonly (int Offset, byte[] Magic, string Type)[] Known =
    [
        (0, [0x89, .. "PNG\r\n"u8, 0x1a, 0x0a], "image/png"),
        (0, [0xff, 0xd8, 0xff], "image/jpeg"),
        (0, [.. "GIF87a"u8], "image/gif"),
        (0, [.. "GIF89a"u8], "image/gif"),
        (0, [.. "II*\0"u8], "image/tiff"),
        (0, [.. "MM\0*"u8], "image/tiff"),
        (0, [.. "%PDF-"u8], Pdf),
        (0, [.. "7z"u8, 0xbc, 0xaf, 0x27, 0x1c], "application/x-7z-compressed"),
        (0, [.. "Rar!"u8, 0x1a, 0x07], "application/vnd.rar"),
        (0, [0x1f, 0x8b, 0x08], "application/gzip"),
        // Word, Excel, PowerPoint and Outlook before 2007 share one container
        (0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "application/x-ole-storage"),
        (0, [.. "{\\rtf"u8], "application/rtf"),
        (0, [0x1a, 0x45, 0xdf, 0xa3], "video/webm"),
        (0, [.. "OggS"u8], "audio/ogg"),
        (0, [.. "ID3"u8], "audio/mpeg"),
        (0, [.. "#!AMR"u8], "audio/amr"),
        (0, [.. "fLaC"u8], "audio/flac"),
    ];

    /// <summary>May be shown in the page itself: raster pictures that every browser knows.</summary>
    public static bool IsPicture(string contentType) => Pictures.Contains(contentType);

    /// <summary>The type for these first bytes. The name only tells apart what is harmless either way, such as CSV from other text.</summary>
    internal static string Of(ReadOnlySpan<byte> head, string name)
    {
        foreach (var (offset, magic, type) in Known)
        {
            if (head.Length >= offset + magic.Length && head[offset..].StartsWith(magic))
            {
                return type;
            }
        }
        return Container(head) ?? (IsText(head) ? TextNamed(name) : Unknown);
    }

    private static string? Container(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, ..] when head.Length >= 12 => Riff(head.Slice(8, 4)),
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] when head.Length >= 12 => Iso(head.Slice(8, 4)),
        [(byte)'P', (byte)'K', 3, 4, ..] => Zip(head),
        [(byte)'P', (byte)'K', 5, 6, ..] => "application/zip",
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => "image/bmp",
        [0xff, 0xfb or 0xf3 or 0xf2, ..] => "audio/mpeg",
        _ => null,
    };

    private static string? Riff(ReadOnlySpan<byte> form) =>
        form.SequenceEqual("WEBP"u8) ? "image/webp"
        : form.SequenceEqual("WAVE"u8) ? "audio/wav"
        : form.SequenceEqual("AVI "u8) ? "video/x-msvideo"
        : null;

    // ISO base media (ISO/IEC 14496-12): the brand says what is inside
    private static string Iso(ReadOnlySpan<byte> brand) => Encoding.ASCII.GetString(brand) switch
    {
        "heic" or "heix" or "heim" or "heis" or "mif1" or "msf1" => "image/heic",
        "avif" or "avis" => "image/avif",
        "M4A " or "M4B " => "audio/mp4",
        "qt  " => "video/quicktime",
        _ => "video/mp4",
    };

    private static string Zip(ReadOnlySpan<byte> head)
    {
        const string OpenXml = "application/vnd.openxmlformats-officedocument.";
        const string OpenDocument = "application/vnd.oasis.opendocument.";
        if (head.Length > 38 && head[30..].StartsWith("mimetype"u8))
        {
            var inside = Encoding.ASCII.GetString(head[38..Math.Min(head.Length, 120)]);
            return Array.Find(["text", "spreadsheet", "presentation"], kind => inside.StartsWith(OpenDocument + kind, StringComparison.Ordinal)) is { } document
                ? OpenDocument + document
                : "application/zip";
        }
        // Office writes the list of its parts first
        if (head.IndexOf("[Content_Types].xml"u8) is not 30 && head.IndexOf("_rels/"u8) is not 30)
        {
            return "application/zip";
        }
        return head.IndexOf("word/"u8) >= 0 ? OpenXml + "wordprocessingml.document"
            : head.IndexOf("xl/"u8) >= 0 ? OpenXml + "spreadsheetml.sheet"
            : head.IndexOf("ppt/"u8) >= 0 ? OpenXml + "presentationml.presentation"
            : "application/zip";
    }

    // no control characters but those of text; UTF-8, GB 18030 and the like have none, UTF-16 says so by its mark
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head is [0xff, 0xfe, ..] or [0xfe, 0xff, ..])
        {
            return true;
        }
        foreach (var b in head)
        {
            if (b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0c or 0x1b) or 0x7f)
            {
                return false;
            }
        }
        return true;
    }

    private static string TextNamed(string name) => name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? "text/csv" : Text;
}
