using System.Globalization;

namespace Fengtai.Platform.Ui;

/// <summary>Sizes of files as people say them: 812 KB, 1.4 MB.</summary>
public static class FileSize
{
    public static string Of(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(bytes / 1024.0)} KB"),
        < 1024 * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024 / 1024:0.#} GB"),
    };
}

/// <summary>A kept file as a page links it.</summary>
/// <param name="IsPicture">Shown small, opens large.</param>
public sealed record FileLink(string Name, long Bytes, string Href, bool IsPicture);
