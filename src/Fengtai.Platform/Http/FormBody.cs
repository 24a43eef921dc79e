using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Http;

namespace Fengtai.Platform.Http;

/// <summary>
/// An HTML form read into the same record that the API reads from JSON: emptied texts are empty, other empty inputs absent, ticked boxes
/// are true, moments are local to the person's time zone. Inputs that the record does not know are left to others.
/// </summary>
public static class FormBody
{
    /// <param name="files">Ids of the files that came with the form, as the member <c>attachments</c>.</param>
    public static Result<T> Read<T>(IFormCollection form, TimeZoneInfo zone, IReadOnlyList<Guid>? files = null) where T : class
    {
        var json = new JsonObject();
        foreach (var property in Json.Options.GetTypeInfo(typeof(T)).Properties)
        {
            var values = form[property.Name].Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!).ToArray();
            if (values.Length > 0)
            {
                if (Convert(property.PropertyType, values, zone) is not { } node)
                {
                    return new UnknownValue(property.Name, values[0]);
                }
                json[property.Name] = node;
            }
            else if (property.PropertyType == typeof(string) && form.ContainsKey(property.Name))
            {
                json[property.Name] = "";
            }
        }
        if (files is { Count: > 0 })
        {
            json["attachments"] = new JsonArray([.. files.Select(f => JsonValue.Create(f))]);
        }
        try
        {
            return json.Deserialize<T>(Json.Options)!;
        }
        catch (JsonException e)
        {
            var name = (e.Path ?? "$").TrimStart('$', '.');
            return new UnknownValue(name, form[name].ToString());
        }
    }

    private static JsonNode? Convert(Type type, string[] values, TimeZoneInfo zone)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare switch
        {
            _ when bare == typeof(bool) => JsonValue.Create(values[^1] is "true" or "on" or "1"),
            _ when bare == typeof(int) => int.TryParse(values[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
            // of a typed text and what was chosen from its suggestions, the choice counts
            _ when bare == typeof(long) => Whole(values[^1]),
            _ when bare == typeof(DateTimeOffset) => Moment(values[0], zone) is { } moment ? JsonValue.Create(moment) : null,
            _ when bare == typeof(IReadOnlyList<long>) => Numbers(values),
            _ when bare != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(bare) => new JsonArray([.. values.Select(v => JsonValue.Create(v))]),
            _ => JsonValue.Create(values[0]),
        };
    }

    /// <summary>Also as people write it: <c>#100042</c>.</summary>
    private static JsonValue? Whole(string text) =>
        long.TryParse(text.Trim().TrimStart('#'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null;

    /// <summary>Several inputs, or several numbers in one, whatever stands between them.</summary>
    private static JsonArray? Numbers(string[] values)
    {
        var all = values.SelectMany(v => v.Split((char[])[' ', '\t', '\r', '\n', ',', ';', '，', '、', '；', '　'], StringSplitOptions.RemoveEmptyEntries)).Select(Whole).ToList();
        return all.Contains(null) ? null : new JsonArray([.. all]);
    }

    /// <summary>What <c>datetime-local</c> inputs send (<c>2026-11-20T09:30</c>), or RFC 3339. A time that the zone skips is moved on by the gap.</summary>
    public static DateTimeOffset? Moment(string text, TimeZoneInfo zone)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var given))
        {
            return null;
        }
        if (given.Kind != DateTimeKind.Unspecified)
        {
            return new DateTimeOffset(given.ToUniversalTime());
        }
        var local = zone.IsInvalidTime(given) ? given.AddHours(1) : given;
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
