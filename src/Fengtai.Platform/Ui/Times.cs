using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Fengtai.Platform.Ui;

/// <summary>Times as the reader of the page says them: in their zone and language, told from the moment of the request.</summary>
public sealed class Times(PageContext page, IStringLocalizer texts)
{
    private const string ForInputs = "yyyy-MM-dd'T'HH:mm";

    public DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, page.TimeZone);

    /// <summary>As short as it is clear: 14:05 today, 11-20 14:05 this year, else with the year.</summary>
    public string Brief(DateTimeOffset time)
    {
        var (local, now) = (Local(time), Local(page.Now));
        return local.Date == now.Date ? Format(local, "HH:mm") : local.Year == now.Year ? Format(local, texts["ui.time.thisYear"]) : Full(time);
    }

    /// <summary>Day and time with the year.</summary>
    public string Full(DateTimeOffset time) => Format(Local(time), texts["ui.time.full"]);

    public string Date(DateTimeOffset time) => Format(Local(time), texts["ui.time.date"]);

    public string Date(DateOnly day) => day.ToString(texts["ui.time.date"], page.Culture);

    public string OfDay(DateTimeOffset time) => Format(Local(time), "HH:mm");

    /// <summary>5 分钟前, 2 小时后, 昨天 14:05; further away as <see cref="Brief"/>.</summary>
    public string Relative(DateTimeOffset time)
    {
        var distance = time - page.Now;
        var past = distance <= TimeSpan.Zero;
        var (minutes, hours) = ((int)Math.Abs(distance.TotalMinutes), (int)Math.Abs(distance.TotalHours));
        var days = (Local(time).Date - Local(page.Now).Date).Days;
        return (past, minutes, hours, days) switch
        {
            (_, 0, _, _) => texts["ui.time.now"],
            (true, < 60, _, _) => texts["ui.time.minutesAgo", minutes],
            (false, < 60, _, _) => texts["ui.time.inMinutes", minutes],
            (true, _, < 6, _) => texts["ui.time.hoursAgo", hours],
            (false, _, < 6, _) => texts["ui.time.inHours", hours],
            (_, _, _, -1) => texts["ui.time.yesterday", OfDay(time)],
            (_, _, _, 1) => texts["ui.time.tomorrow", OfDay(time)],
            _ => Brief(time),
        };
    }

    /// <summary>A length in the two largest units that matter: 3 小时 20 分, 2 天 4 小时, 不到 1 分. Seconds are not told.</summary>
    public string Span(TimeSpan length)
    {
        var (days, hours, minutes) = ((int)Math.Abs(length.TotalDays), Math.Abs(length.Hours), Math.Abs(length.Minutes));
        return (days, hours, minutes) switch
        {
            (0, 0, 0) => texts["ui.time.underMinute"],
            (0, 0, _) => texts["ui.time.minutes", minutes],
            (0, _, 0) => texts["ui.time.hours", hours],
            (0, _, _) => $"{texts["ui.time.hours", hours]} {texts["ui.time.minutes", minutes]}",
            (_, 0, _) => texts["ui.time.days", days],
            _ => $"{texts["ui.time.days", days]} {texts["ui.time.hours", hours]}",
        };
    }

    /// <summary>The same of working time, which has no days of a known length: 30 小时 20 分.</summary>
    public string Hours(TimeSpan length) => length < TimeSpan.FromDays(1) ? Span(length)
        : length.Minutes == 0 ? texts["ui.time.hours", (int)length.TotalHours]
        : $"{texts["ui.time.hours", (int)length.TotalHours]} {texts["ui.time.minutes", length.Minutes]}";

    /// <summary>What an <c>&lt;input type="datetime-local"&gt;</c> takes.</summary>
    public string ForInput(DateTimeOffset time) => Local(time).ToString(ForInputs, CultureInfo.InvariantCulture);

    /// <summary>What such an input sent, read in the reader's zone; null where it is empty or no time at all.</summary>
    public DateTimeOffset? FromInput(string? typed)
    {
        if (!DateTime.TryParseExact(typed?.Trim(), [ForInputs, "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }
        // a time that the change to summer time skips is read as the moment of the change
        var existing = page.TimeZone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(existing, page.TimeZone.GetUtcOffset(existing)).ToUniversalTime();
    }

    private string Format(DateTimeOffset local, string format) => local.ToString(format, page.Culture);
}
