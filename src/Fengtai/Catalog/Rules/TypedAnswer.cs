using System.Globalization;
using System.Text.Json;
using Fengtai.Platform.Refusals;

namespace Fengtai.Catalog.Rules;

/// <summary>An answer as a person typed or chose it in an HTML form.</summary>
internal static class TypedAnswer
{
    /// <summary>What <c>input type=datetime-local</c> sends.</summary>
    private static readonly string[] Local = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm"];

    public static Result<JsonElement?> Read(FormField field, string[] values, TimeZoneInfo zone)
    {
        var first = values.FirstOrDefault(v => v.Length > 0) ?? "";
        return field.Kind switch
        {
            FieldKind.Text or FieldKind.LongText or FieldKind.Place or FieldKind.Device => AnswerValue.Text(field, first),
            FieldKind.Choice => AnswerValue.Option(field, first),
            FieldKind.Several => AnswerValue.Options(field, values),
            FieldKind.Number => Number(field, first),
            FieldKind.DateTime => Moment(field, first, zone),
            FieldKind.Files => AnswerValue.Files(field, values),
        };
    }

    /// <summary>The reverse: what an input shows of an answer.</summary>
    public static string[] Write(GivenAnswer answer, TimeZoneInfo zone) => answer.Kind == FieldKind.DateTime
        ? [TimeZoneInfo.ConvertTime(answer.Value.GetDateTimeOffset(), zone).ToString(Local[0], CultureInfo.InvariantCulture)]
        : [.. answer.Strings];

    private static Result<JsonElement?> Number(FormField field, string typed)
    {
        // full-width digits come from Chinese input methods
        var narrow = typed.Normalize(System.Text.NormalizationForm.FormKC).Trim();
        return narrow.Length == 0 ? default(JsonElement?)
            : decimal.TryParse(narrow, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? AnswerValue.Number(field, number)
            : new AnswerIsNotANumber(field.Key, field.Question);
    }

    private static Result<JsonElement?> Moment(FormField field, string typed, TimeZoneInfo zone)
    {
        if (typed.Length == 0)
        {
            return default(JsonElement?);
        }
        return DateTime.TryParseExact(typed, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && !zone.IsInvalidTime(local) && local.Year > 1
            ? AnswerValue.Moment(new DateTimeOffset(local, zone.GetUtcOffset(local)))
            : new AnswerIsNotATime(field.Key, field.Question);
    }
}
