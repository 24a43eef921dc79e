using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>What work took, in words.</summary>
internal static class SpentWords
{
    /// <summary>Hours and minutes, however many: work has no days of 24 hours.</summary>
    public static string Spent(this IStringLocalizer texts, int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var m) => texts["ui.time.minutes", m],
        (var h, 0) => texts["ui.time.hours", h],
        var (h, m) => $"{texts["ui.time.hours", h]} {texts["ui.time.minutes", m]}",
    };
}
