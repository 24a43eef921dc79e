using System.Text.Json;
using Fengtai.Platform.Refusals;

namespace Fengtai.Catalog.Rules;

/// <summary>From what came in to normalised answers. All that is wrong is said at once.</summary>
internal static class AnswerReading
{
    public static Result<FormAnswers> FromJson(FormDefinition form, IReadOnlyDictionary<string, JsonElement> fields)
    {
        var unknown = fields.Keys.Where(k => form.Find(k) is null).Select(k => new AnswerIsToNoQuestion(k.Length > 80 ? k[..80] : k));
        return Read(form, [.. unknown], field => fields.TryGetValue(field.Key, out var value) ? JsonAnswer.Read(field, value) : default(JsonElement?));
    }

    public static Result<FormAnswers> FromForm(FormDefinition form, IReadOnlyDictionary<string, string[]> posted, TimeZoneInfo zone) =>
        Read(form, [], field => posted.TryGetValue(field.Key, out var values) ? TypedAnswer.Read(field, values, zone) : default(JsonElement?));

    private static Result<FormAnswers> Read(FormDefinition form, List<Refusal> refusals, Func<FormField, Result<JsonElement?>> read)
    {
        var answers = new Dictionary<string, GivenAnswer>();
        var wrong = new Dictionary<string, Refusal>();
        foreach (var field in form.Fields)
        {
            var answer = read(field);
            if (answer.IsRefused)
            {
                wrong[field.Key] = answer.Refusal;
            }
            else if (answer.Value is { } value)
            {
                answers[field.Key] = Given(field, value);
            }
        }
        var shown = ShownFields.Of(form, f => answers.TryGetValue(f.Key, out var answer) ? answer.Strings : []);
        // what is wrong with an answer that nobody asked for does not matter
        refusals.AddRange(shown.Where(f => wrong.ContainsKey(f.Key)).Select(f => wrong[f.Key]));
        if (refusals.Count > 0)
        {
            return Result<FormAnswers>.Refused(refusals);
        }
        IReadOnlyList<GivenAnswer> given = [.. shown.Where(f => answers.ContainsKey(f.Key)).Select(f => answers[f.Key])];
        return new FormAnswers(given, Completeness.Missing(form, given));
    }

    private static GivenAnswer Given(FormField field, JsonElement value)
    {
        var answer = new GivenAnswer(field.Key, field.Label, field.LabelEn, field.Kind, value, []);
        return field.Options.Count == 0 ? answer : answer with { Chosen = [.. field.Options.Where(o => answer.Strings.Contains(o.Value))] };
    }
}
