using System.Text.Json;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;

namespace Fengtai.Catalog.Rules;

/// <summary>Answers as they are kept. No value is no answer.</summary>
internal static class AnswerValue
{
    /// <summary>Characters of a line.</summary>
    public const int LineLimit = 500;

    /// <summary>Characters of a longer text.</summary>
    public const int TextLimit = 10_000;

    /// <summary>Files hanging on one answer.</summary>
    public const int FileLimit = 20;

    /// <summary>Numbers up to this size are kept exactly by every program that reads JSON.</summary>
    private const decimal LargestNumber = 999_999_999_999_999m;

    public static Result<JsonElement?> Text(FormField field, string? text)
    {
        var name = FormAnswers.FieldPrefix + field.Key;
        var clean = field.Kind == FieldKind.LongText ? PlainText.Lines(name, text, TextLimit) : PlainText.Line(name, text, LineLimit);
        return clean.Map(value => value.Length == 0 ? null : Of(value));
    }

    public static Result<JsonElement?> Number(FormField field, decimal number) =>
        Math.Abs(number) > LargestNumber ? new AnswerIsNotANumber(field.Key, field.Question) : Of(WithoutTrailingZeros(number));

    public static Result<JsonElement?> Moment(DateTimeOffset at) => Of(at.UtcDateTime);

    public static Result<JsonElement?> Option(FormField field, string value) => value switch
    {
        "" => default(JsonElement?),
        _ when field.Options.All(o => o.Value != value) => new AnswerIsNotAnOption(field.Key, field.Question),
        _ => Of(value),
    };

    public static Result<JsonElement?> Options(FormField field, IEnumerable<string> values)
    {
        var chosen = values.Where(v => v.Length > 0).ToHashSet();
        if (chosen.Any(c => field.Options.All(o => o.Value != c)))
        {
            return new AnswerIsNotAnOption(field.Key, field.Question);
        }
        return Several(field.Options.Select(o => o.Value).Where(chosen.Contains));
    }

    public static Result<JsonElement?> Files(FormField field, IEnumerable<string> ids)
    {
        var files = ids.Where(i => i.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return files.Count > FileLimit || files.Exists(f => !Guid.TryParseExact(f, "D", out _))
            ? new AnswerIsNotAFile(field.Key, field.Question)
            : Several(files.Select(f => f.ToLowerInvariant()));
    }

    private static Result<JsonElement?> Several(IEnumerable<string> values)
    {
        var list = values.ToList();
        return list.Count == 0 ? default(JsonElement?) : Of(list);
    }

    private static decimal WithoutTrailingZeros(decimal number) => number / 1.0000000000000000000000000000m;

    private static JsonElement? Of<T>(T value) => JsonSerializer.SerializeToElement(value, JsonSerializerOptions.Default);
}
