using Fengtai.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>
/// A deadline in words, close ones in others than the rest. How much time is left is said of the same day only: on another day a night
/// or a weekend would be counted in, and nobody has that time.
/// </summary>
internal static class DueWords
{
    private static readonly TimeSpan Shortly = TimeSpan.FromHours(2);

    public static string Of(DateTimeOffset due, bool isSoon, DateTimeOffset now, IStringLocalizer texts, Times times)
    {
        if (due < now)
        {
            return texts["desk.due.overdue", times.Span(now - due)];
        }
        return due - now < Shortly || times.Local(due).Date == times.Local(now).Date
            ? texts[isSoon ? "desk.due.onlyLeft" : "desk.due.left", times.Span(due - now)]
            : texts[isSoon ? "desk.due.soonBy" : "desk.due.by", times.Brief(due)];
    }
}
