using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Fengtai.Platform.Refusals;

namespace Fengtai.Catalog.Rules;

/// <summary>An answer in the JSON of the API: strict, nothing is guessed.</summary>
internal static partial class JsonAnswer
{
    public static Result<JsonElement?> Read(FormField field, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return default(JsonElement?);
        }
        return field.Kind switch
        {
            FieldKind.Text or FieldKind.LongText or FieldKind.Place or FieldKind.Device =>
                value.ValueKind == JsonValueKind.String ? AnswerValue.Text(field, value.GetString()) : new AnswerIsNotText(field.Key, field.Question),
            FieldKind.Choice =>
                value.ValueKind == JsonValueKind.String ? AnswerValue.Option(field, value.GetString()!) : new AnswerIsNotAnOption(field.Key, field.Question),
            FieldKind.Several =>
                Strings(value) is { } chosen ? AnswerValue.Options(field, chosen) : new AnswerIsNotAnOption(field.Key, field.Question),
            FieldKind.Number =>
                value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? AnswerValue.Number(field, number) : new AnswerIsNotANumber(field.Key, field.Question),
            FieldKind.DateTime =>
                Moment(value) is { } at ? AnswerValue.Moment(at) : new AnswerIsNotATime(field.Key, field.Question),
            FieldKind.Files =>
                Strings(value) is { } files ? AnswerValue.Files(field, files) : new AnswerIsNotAFile(field.Key, field.Question),
        };
    }

    private static List<string>? Strings(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(v => v.GetString()!)]
            : null;

    private static DateTimeOffset? Moment(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Rfc3339.IsMatch(value.GetString()!)
            && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at
            : null;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?(Z|[+-]\d{2}:\d{2})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rfc3339 { get; }
}
