using System.Globalization;
using System.Runtime.InteropServices;
using Fengtai.Platform.Zones;

namespace Fengtai.Tickets.Rules;

/// <summary>
/// A stretch of time in words, seen from a moment and a time zone: <c>today</c>, <c>last7Days</c> (today and the six days before),
/// <c>thisMonth</c>, <c>2026-11-01..2026-11-20</c> (both days included), <c>2026-11-01..</c>, or moments by RFC 3339.
/// </summary>
/// <param name="From">Included; null is the beginning of time.</param>
/// <param name="To">Excluded; null is the end of time.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Period(DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>Past: what was due and has not been done.</summary>
    public const string Missed = "missed";

    private const int MostDays = 3_660;
    private const string Day = "yyyy-MM-dd";

    /// <summary>Those that are offered; any other number of days can be written, too.</summary>
    public static readonly IReadOnlyList<string> Usual = ["today", "yesterday", "last7Days", "last30Days", "thisWeek", "lastWeek", "thisMonth", "lastMonth", "thisYear"];

    /// <summary>Offered for what lies ahead.</summary>
    public static readonly IReadOnlyList<string> Ahead = [Missed, "today", "tomorrow", "next7Days", "thisWeek"];

    /// <summary>The moments themselves, to the second: <c>2026-11-26T01:00:00Z..2026-11-26T05:00:00Z</c>.</summary>
    public string Text => $"{Written(From)}..{Written(To)}";

    public static bool IsKnown(string text, bool mayBeMissed) => text == Missed ? mayBeMissed : Read(text, DateTimeOffset.UnixEpoch.AddYears(30), TimeZoneInfo.Utc) is not null;

    /// <summary>Null where the words mean no period.</summary>
    public static Period? Read(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var monday = today.AddDays(-((int)today.DayOfWeek + 6) % 7);
        var first = today.AddDays(1 - today.Day);
        return text switch
        {
            Missed => new(null, now),
            "today" => Days(today, today, zone),
            "yesterday" => Days(today.AddDays(-1), today.AddDays(-1), zone),
            "tomorrow" => Days(today.AddDays(1), today.AddDays(1), zone),
            "thisWeek" => Days(monday, monday.AddDays(6), zone),
            "lastWeek" => Days(monday.AddDays(-7), monday.AddDays(-1), zone),
            "thisMonth" => Days(first, first.AddMonths(1).AddDays(-1), zone),
            "lastMonth" => Days(first.AddMonths(-1), first.AddDays(-1), zone),
            "thisYear" => Days(new(today.Year, 1, 1), new(today.Year, 12, 31), zone),
            _ when Number(text, "last", "Days") is { } back => Days(today.AddDays(1 - back), today, zone),
            _ when Number(text, "next", "Days") is { } ahead => Days(today, today.AddDays(ahead - 1), zone),
            _ => Between(text, zone),
        };
    }

    /// <summary>How many days back or ahead <c>last90Days</c> and <c>next14Days</c> mean; null where it is written in another way.</summary>
    public static (int Back, int Ahead)? Count(string text) =>
        Number(text, "last", "Days") is { } back ? (back, 0)
        : Number(text, "next", "Days") is { } ahead ? (0, ahead)
        : null;

    /// <summary>The two sides of <c>from..to</c> as days; null where it is written in another way.</summary>
    public static (string From, string To)? Sides(string text) =>
        text.Split("..") is [var from, var to] && (from.Length == 0 || DayOf(from) is not null) && (to.Length == 0 || DayOf(to) is not null) ? (from, to)
        : DayOf(text) is not null ? (text, text)
        : null;

    private static string Written(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    private static Period Days(DateOnly first, DateOnly last, TimeZoneInfo zone) => new(Start(first, zone), Start(last.AddDays(1), zone));

    private static Period? Between(string text, TimeZoneInfo zone)
    {
        if (text.Split("..") is not [var from, .. var rest] || rest.Length > 1)
        {
            return null;
        }
        var to = rest is [var end] ? end : from;
        if (from.Length == 0 && to.Length == 0 || rest.Length == 0 && DayOf(from) is null)
        {
            return null;
        }
        var (begins, ends) = (Side(from, 0, zone), Side(to, 1, zone));
        return begins is null && from.Length > 0 || ends is null && to.Length > 0 || begins > ends ? null : new(begins, ends);
    }

    /// <param name="more">Days to add to a day: the end of a day is the start of the next.</param>
    private static DateTimeOffset? Side(string text, int more, TimeZoneInfo zone) =>
        DayOf(text) is { } day ? Start(day.AddDays(more), zone)
        : text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.ToUniversalTime()
        : null;

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999 ? day : null;

    /// <inheritdoc cref="LocalDays.Start"/>
    public static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone) => LocalDays.Start(day, zone);

    private static int? Number(string text, string before, string after) =>
        text.StartsWith(before, StringComparison.Ordinal) && text.EndsWith(after, StringComparison.Ordinal) && text.Length > before.Length + after.Length
            && int.TryParse(text.AsSpan(before.Length, text.Length - before.Length - after.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= MostDays
            ? number
            : null;
}
