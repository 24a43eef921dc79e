using System.Globalization;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Zones;

namespace Fengtai.ServiceLevels;

/// <summary>Whole months as they are lived in a time zone, both included.</summary>
/// <param name="First">The first day of the first.</param>
/// <param name="Last">The first day of the last.</param>
public sealed record ReportMonths(DateOnly First, DateOnly Last)
{
    /// <summary>Every figure is counted anew, so there has to be an end.</summary>
    public const int Most = 24;

    /// <summary>Where nothing is said: this month and the two before.</summary>
    public const int Usual = 3;

    private const string Written = "yyyy-MM";

    public int Count => (Last.Year - First.Year) * 12 + Last.Month - First.Month + 1;

    public IEnumerable<DateOnly> All => Enumerable.Range(0, Count).Select(i => First.AddMonths(i));

    /// <summary>So many months that end with the one of a day.</summary>
    public static ReportMonths Until(DateOnly day, int count) => new(MonthOf(day).AddMonths(1 - count), MonthOf(day));

    /// <summary>As it is written in addresses: <c>2026-11</c>.</summary>
    public static string Text(DateOnly month) => month.ToString(Written, CultureInfo.InvariantCulture);

    /// <summary>What has not begun is left out.</summary>
    public static Result<ReportMonths> Read(string? from, string? to, DateOnly today)
    {
        var (first, last, now) = (MonthOf(from), MonthOf(to), MonthOf(today));
        List<Refusal> wrong = [.. first is null ? Unread("from", from) : [], .. last is null ? Unread("to", to) : []];
        if (wrong.Count > 0)
        {
            return Result<ReportMonths>.Refused(wrong);
        }
        var end = last < now ? last.Value : now;
        var months = new ReportMonths(first ?? end.AddMonths(1 - Usual), end);
        return months.Count switch
        {
            < 1 => new UnknownValue("from", from ?? ""),
            > Most => new ReportIsTooLong(Most),
            _ => months,
        };
    }

    /// <summary>The first moment of each, and the end of the last.</summary>
    public IReadOnlyList<DateTimeOffset> Borders(TimeZoneInfo zone) => [.. Enumerable.Range(0, Count + 1).Select(i => LocalDays.Start(First.AddMonths(i), zone))];

    private static IEnumerable<Refusal> Unread(string name, string? text) => string.IsNullOrEmpty(text) ? [] : [new UnknownValue(name, text)];

    private static DateOnly MonthOf(DateOnly day) => day.AddDays(1 - day.Day);

    private static DateOnly? MonthOf(string? text) => DateOnly.TryParseExact(text, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year > 1999 ? month : null;
}

/// <summary>More months than are counted at once.</summary>
public sealed record ReportIsTooLong(int Months) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "from";

    public override object[] Arguments => [Months];
}
