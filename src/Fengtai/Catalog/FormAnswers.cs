using System.Text.Json;
using System.Text.Json.Serialization;
using Fengtai.Catalog.Rules;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;

namespace Fengtai.Catalog;

/// <summary>
/// What somebody answered to a form, normalised. A request that lacks answers is taken nevertheless and says what is <see cref="Missing"/>;
/// an answer that cannot be one (a number that is none, an option that there is not) is refused by its field.
/// </summary>
/// <param name="Given">In the order of the form; answers to what is not asked then are left out.</param>
/// <param name="Missing">Keys of the required fields that are shown and have no answer.</param>
public sealed record FormAnswers(IReadOnlyList<GivenAnswer> Given, IReadOnlyList<string> Missing)
{
    public static readonly FormAnswers None = new([], []);

    /// <summary>The field names of answers, in forms, JSON and refusals: <c>fields.errorText</c>.</summary>
    public const string FieldPrefix = "fields.";

    public bool AreComplete => Missing.Count == 0;

    public IReadOnlyDictionary<string, JsonElement> Values => Given.ToDictionary(g => g.Key, g => g.Value);

    /// <summary>The member <c>fields</c> of the API. Moments are RFC 3339; unknown keys are refused; null and blank are no answer.</summary>
    public static Result<FormAnswers> FromJson(FormDefinition form, IReadOnlyDictionary<string, JsonElement>? fields) =>
        AnswerReading.FromJson(form, fields ?? new Dictionary<string, JsonElement>());

    /// <summary>What an HTML form posted, by field key (<see cref="PostedAnswers.From"/>). Moments are local to <paramref name="zone"/>.</summary>
    public static Result<FormAnswers> FromForm(FormDefinition form, IReadOnlyDictionary<string, string[]> posted, TimeZoneInfo zone) =>
        AnswerReading.FromForm(form, posted, zone);

    /// <summary>The answers as a form shows them for changing (<see cref="FormFields.Typed"/>); moments local to <paramref name="zone"/>.</summary>
    public IReadOnlyDictionary<string, string[]> Typed(TimeZoneInfo zone) => Given.ToDictionary(g => g.Key, g => TypedAnswer.Write(g, zone));

    /// <summary>The same answers held against another form (the category was corrected): nothing given is lost, the new form says what is missing.</summary>
    public FormAnswers HeldAgainst(FormDefinition form) => this with { Missing = Completeness.Missing(form, Given) };
}

/// <summary>One answer with the question as it was asked, so that it reads the same after the form was changed.</summary>
/// <param name="Value">A string; an array of strings for several options and for files (their ids); a number; a moment as RFC 3339 in UTC.</param>
/// <param name="Chosen">The options that were chosen, with their words.</param>
public sealed record GivenAnswer(string Key, string Label, string LabelEn, FieldKind Kind, JsonElement Value, IReadOnlyList<FieldOption> Chosen)
{
    [JsonIgnore]
    public Wording Question => new(Label, LabelEn);

    /// <summary>The value's strings: one, several, or a number as written.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Strings => Value.ValueKind == JsonValueKind.Array
        ? [.. Value.EnumerateArray().Select(v => v.ToString())]
        : [Value.ToString()];
}
