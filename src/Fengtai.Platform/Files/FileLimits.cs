namespace Fengtai.Platform.Files;

/// <summary>How much may be uploaded.</summary>
public static class FileLimits
{
    /// <summary>Bytes of one file.</summary>
    public const long MostBytes = 25 * Megabyte;

    public const int MostFilesAtOnce = 20;

    /// <summary>Characters of a file's name, with its extension.</summary>
    public const int LongestName = 120;

    /// <summary>Bytes of a post with files: all of them, and some for the fields beside.</summary>
    public const long MostBytesAtOnce = MostFilesAtOnce * MostBytes + 2 * Megabyte;

    internal const long Megabyte = 1024 * 1024;
}
