using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

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
public readonly record struct SeasonDay(int? Year, int Month, int Day)
{
    // 29 February is a day of every year that has it
    private const int LeapYear = 2000;

    internal int InYear => Order(Month, Day);

    public static SeasonDay? Read(string? written)
    {
        var yearly = written is { Length: 5 };
        return DateOnly.TryParseExact(yearly ? $"{LeapYear}-{written}" : written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new(yearly ? null : date.Year, date.Month, date.Day)
            : null;
    }

    public override string ToString() => Year is { } year
        ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{Month:00}-{Day:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");

    internal static int Order(int month, int day) => month * 100 + day;

    internal DateOnly In(int year) => new(Year ?? year, Month, Math.Min(Day, DateTime.DaysInMonth(Year ?? year, Month)));
}

internal sealed class SeasonDayJson : JsonConverter<SeasonDay>
{
    public override SeasonDay Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => SeasonDay.Read(reader.GetString()) ?? throw new JsonException();

    public override void Write(Utf8JsonWriter writer, SeasonDay value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
