using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fengtai.Calendars;

/// <summary>Working hours within one day, in minutes from its midnight: includes the first and excludes the last. Written <c>["08:30","12:00"]</c>.</summary>
/// <param name="To">Up to <see cref="EndOfDay"/>, where the next day begins.</param>
[StructLayout(LayoutKind.Auto)]
[JsonConverter(typeof(OpenHoursJson))]
public readonly record struct OpenHours(int From, int To)
{
    /// <summary>24:00.</summary>
    public const int EndOfDay = 24 * 60;

    public static readonly OpenHours WholeDay = new(0, EndOfDay);

    /// <summary>Hours written as <c>8:30</c> or <c>08:30</c>; as an end, <c>24:00</c> and <c>00:00</c> both mean the end of the day. Null where they cannot be read.</summary>
    public static OpenHours? Read(string? from, string? to) =>
        Minutes(from) is { } start and < EndOfDay && Minutes(to) is { } end ? new(start, end == 0 ? EndOfDay : end) : null;

    public override string ToString() => $"{Written(From)}–{Written(To)}";

    internal static string Written(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    private static int? Minutes(string? written)
    {
        if (written is not { Length: 4 or 5 } || written[^3] != ':'
            || !int.TryParse(written.AsSpan(0, written.Length - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(written.AsSpan(written.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || minutes > 59)
        {
            return null;
        }
        return hours * 60 + minutes is <= EndOfDay and var all ? all : null;
    }
}

internal sealed class OpenHoursJson : JsonConverter<OpenHours>
{
    public override OpenHours Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<string[]>(ref reader, options) is [var from, var to] && OpenHours.Read(from, to) is { } hours ? hours : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, OpenHours value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(OpenHours.Written(value.From));
        writer.WriteStringValue(OpenHours.Written(value.To));
        writer.WriteEndArray();
    }
}
