using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Fengtai.Calendars;

/// <summary>Part of a year with a week of its own, both ends included: 夏季作息 from <c>05-01</c> to <c>09-30</c> of every year, or once from <c>2026-07-11</c> to <c>2026-08-30</c>.</summary>
public sealed record Season(string Name, SeasonDay From, SeasonDay To, WeekHours Week)
{
    /// <summary>Comes every year; then it may go over the turn of the year.</summary>
    [JsonIgnore]
    public bool IsYearly => From.Year is null;

    public bool Contains(DateOnly date)
    {
        if (!IsYearly)
        {
            return From.In(date.Year) <= date && date <= To.In(date.Year);
        }
        var (day, from, to) = (SeasonDay.Order(date.Month, date.Day), From.InYear, To.InYear);
        return from <= to ? from <= day && day <= to : day >= from || day <= to;
    }
}

/// <summary>A day of one year, or of every year where <paramref name="Year"/> is null. Written <c>2026-05-01</c> or <c>05-01</c>.</summary>
[StructLayout(LayoutKind.Auto)]
[JsonConverter(typeof(SeasonDayJson))]
public readonly partial record struct SeasonDay(int? Year, int Month, int Day)
{
    // 29 February is a day of every year that has it
    private const int LeapYear = 2000;

    internal int InYear => Order(Month, Day);

    /// <summary>Also as people write it: <c>5-1</c>, <c>5月1日</c>. Null where it cannot be read.</summary>
    public static SeasonDay? Read(string? written)
    {
        if (written is null || Written.Match(written.Trim()) is not { Success: true } match)
        {
            return null;
        }
        int? year = match.Groups["y"].Success ? Number("y") : null;
        var (month, day) = (Number("m"), Number("d"));
        return year is null or (>= 1970 and < 2100) && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year ?? LeapYear, month)
            ? new(year, month, day)
            : null;

        int Number(string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    public override string ToString() => Year is { } year
        ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{Month:00}-{Day:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");

    internal static int Order(int month, int day) => month * 100 + day;

    [GeneratedRegex("^((?<y>[0-9]{4})[-/.年])?(?<m>[0-9]{1,2})[-/.月](?<d>[0-9]{1,2})日?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written { get; }

    internal DateOnly In(int year) => new(Year ?? year, Month, Math.Min(Day, DateTime.DaysInMonth(Year ?? year, Month)));
}

internal sealed class SeasonDayJson : JsonConverter<SeasonDay>
{
    public override SeasonDay Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => SeasonDay.Read(reader.GetString()) ?? throw new JsonException();

    public override void Write(Utf8JsonWriter writer, SeasonDay value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
