using Fengtai.Calendars.Rules;
using Microsoft.Extensions.Localization;

namespace Fengtai.Calendars.Admin;

/// <summary>What a painted day is, in words.</summary>
internal static class PaintWords
{
    public static string Of(string paint, IStringLocalizer texts) => paint switch
    {
        DayPaint.Off => texts["calendars.off"],
        DayPaint.Rule => texts["calendars.brush.rule"],
        _ => paint.Replace("+", ", ", StringComparison.Ordinal).Replace('-', '–'),
    };
}
