using System.Globalization;

namespace Fengtai.Mail.Reading;

/// <summary>Zones as mails name them.</summary>
internal static class MailZones
{
    // RFC 5322, 4.3, and zones that mailers write although no standard names them
    private static readonly Dictionary<string, double> Hours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0, ["GMT"] = 0, ["UTC"] = 0, ["Z"] = 0, ["WET"] = 0,
        ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7,
        ["EST5EDT"] = -5, ["CST6CDT"] = -6, ["MST7MDT"] = -7, ["PST8PDT"] = -8, ["AKST"] = -9, ["AKDT"] = -8, ["HST"] = -10,
        ["BST"] = 1, ["WEST"] = 1, ["CET"] = 1, ["MET"] = 1, ["MEZ"] = 1, ["CEST"] = 2, ["MEST"] = 2, ["MESZ"] = 2, ["EET"] = 2, ["EEST"] = 3, ["MSK"] = 3,
        ["IST"] = 5.5, ["HKT"] = 8, ["SGT"] = 8, ["AWST"] = 8, ["JST"] = 9, ["KST"] = 9, ["AEST"] = 10, ["AEDT"] = 11, ["NZST"] = 12, ["NZDT"] = 13,
    };

    public static TimeSpan? Named(string name) => Hours.TryGetValue(name, out var hours) ? TimeSpan.FromHours(hours) : null;

    /// <summary>+0800, +08:00, +8; null beyond fourteen hours.</summary>
    public static TimeSpan? Numeric(string text)
    {
        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is < 1 or > 4 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }
        var minutes = digits.Length <= 2 ? number * 60 : number / 100 * 60 + number % 100;
        return minutes > 14 * 60 ? null : TimeSpan.FromMinutes(text[0] == '+' ? minutes : -minutes);
    }
}
