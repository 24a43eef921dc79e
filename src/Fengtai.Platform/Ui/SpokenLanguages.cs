using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Fengtai.Platform.Ui;

/// <summary>The languages that Fengtai speaks.</summary>
public static class SpokenLanguages
{
    public const string Default = "zh-CN";

    /// <summary>Each under its own name, as a menu of languages shows them.</summary>
    public static IReadOnlyList<(string Culture, string Name)> All { get; } = [("zh-CN", "中文"), ("en", "English")];

    /// <summary>The spoken language for a BCP 47 tag (<c>zh-Hans</c> → <c>zh-CN</c>); null for languages that are not spoken.</summary>
    public static string? Known(string? tag) => tag switch
    {
        null or "" => null,
        _ when tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) => "zh-CN",
        _ when tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) => "en",
        _ => null,
    };

    /// <summary>The best answer to an <c>Accept-Language</c> header (RFC 9110, 12.5.4).</summary>
    public static string Wanted(string? acceptLanguage) =>
        StringWithQualityHeaderValue.TryParseList([acceptLanguage ?? ""], out var wanted)
            ? wanted.OrderByDescending(w => w.Quality ?? 1).Select(w => Known(w.Value.Value)).FirstOrDefault(k => k is not null) ?? Default
            : Default;

    internal static CultureInfo Culture(string tag) => CultureInfo.GetCultureInfo(tag);
}
