using Fengtai.Catalog.Admin;
using Fengtai.Catalog.Rules;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;

namespace Fengtai.Catalog;

/// <summary>From what an administrator typed about a question to the question. Names for programs are made where none were given.</summary>
internal static class FieldDraft
{
    public const int LongestQuestion = 120;
    public const int LongestHint = 300;
    public const int LongestOption = 60;

    /// <param name="key">Of the question that is edited; null for a new one.</param>
    public static Result<FormField> Read(FieldInput input, FormDefinition form, string? key)
    {
        var texts = new GivenTexts();
        var (label, labelEn) = (texts.Line("label", input.Label, LongestQuestion, required: true), texts.Line("labelEn", input.LabelEn, LongestQuestion));
        var kind = Kind(input.Kind);
        var options = kind is { } known && known.HasOptions() ? Options(input, texts) : [];
        var field = new FormField(
            key ?? Key(texts.Line("key", input.Key, 40), label, labelEn, form),
            label,
            labelEn,
            kind ?? FieldKind.Text,
            input.Required,
            Optional(texts.Line("hint", input.Hint, LongestHint)),
            Optional(texts.Line("hintEn", input.HintEn, LongestHint)),
            options,
            string.IsNullOrEmpty(input.WhenField) ? null : new(input.WhenField, input.WhenValues));
        if (kind is null)
        {
            return Result<FormField>.Refused([.. texts.Refusals, new UnknownValue("kind", input.Kind ?? "")]);
        }
        return texts.AreRefused ? Result<FormField>.Refused(texts.Refusals) : field;
    }

    public static FieldKind? Kind(string? word) =>
        Enum.GetValues<FieldKind>().Cast<FieldKind?>().FirstOrDefault(k => Word(k!.Value) == word);

    public static string Word(FieldKind kind) => Words.Of(kind);

    private static string Key(string given, string label, string labelEn, FormDefinition form) =>
        given.Length > 0 ? given : CodeNames.ProposeKey(Spelling(label, labelEn), "field", k => form.Find(k) is not null);

    /// <summary>Rows without a word are no options; a value stays once it was given.</summary>
    private static List<FieldOption> Options(FieldInput input, GivenTexts texts)
    {
        var options = new List<FieldOption>();
        foreach (var row in input.Options)
        {
            var (label, labelEn) = (texts.Line("options", row.Label, LongestOption), texts.Line("options", row.LabelEn, LongestOption));
            var value = texts.Line("options", row.Value, 40);
            if (label.Length + labelEn.Length > 0)
            {
                var name = value.Length > 0 ? value : CodeNames.ProposeKey(Spelling(label, labelEn), "option", v => options.Exists(o => o.Value == v) || input.Options.Any(o => o.Value == v));
                options.Add(new(name, label.Length > 0 ? label : labelEn, labelEn));
            }
        }
        return options;
    }

    private static string Spelling(string label, string labelEn) => labelEn.Length > 0 ? labelEn : Pinyin.SearchForms(label).Split(' ')[0];

    private static string? Optional(string text) => text.Length == 0 ? null : text;
}
