using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Fengtai.Platform.Http;

/// <summary>One way to write JSON: camelCase names and enumerations, Chinese as it is, unknown members refused.</summary>
public static partial class Json
{
    public static readonly JsonSerializerOptions Options = Finish(Configure(new(JsonSerializerDefaults.Web)));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new Instants());
        return options;
    }

    /// <summary>JSON as a column of the database takes it: NUL is no character there.</summary>
    public static string WithoutNul(string json) => json.Contains(@"\u0000", StringComparison.Ordinal) ? Nul.Replace(json, "${backslashes}") : json;

    // until the first use there is nothing that could be asked about types, and forms ask before anything is written
    private static JsonSerializerOptions Finish(JsonSerializerOptions options)
    {
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>A time with an offset is the same instant in UTC, as the database keeps it.</summary>
    private sealed class Instants : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var at) ? at.ToUniversalTime() : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    // pairs of backslashes before it are backslashes
    [GeneratedRegex(@"(?<!\\)(?<backslashes>(\\\\)*)\\u0000", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Nul { get; }
}
