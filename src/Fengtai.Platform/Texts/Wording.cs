using System.Globalization;

namespace Fengtai.Platform.Texts;

/// <summary>
/// What people named in both languages. Said in the language of the current UI culture, in the other one where it has no words there.
/// </summary>
public readonly record struct Wording(string? Chinese, string? English)
{
    public bool IsEmpty => string.IsNullOrEmpty(Chinese) && string.IsNullOrEmpty(English);

    public override string ToString() => In(CultureInfo.CurrentUICulture);

    public string In(CultureInfo culture)
    {
        var (first, second) = culture.TwoLetterISOLanguageName == "en" ? (English, Chinese) : (Chinese, English);
        return string.IsNullOrEmpty(first) ? second ?? "" : first;
    }
}
