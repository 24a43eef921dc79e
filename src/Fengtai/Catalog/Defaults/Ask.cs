namespace Fengtai.Catalog.Defaults;

/// <summary>Short words for writing questions down.</summary>
internal static class Ask
{
    public static FormDefinition Form(params IReadOnlyList<FormField> fields) => new() { Fields = fields };

    public static FormField One(string key, string question, string questionEn, params IReadOnlyList<FieldOption> options) =>
        Field(key, question, questionEn, FieldKind.Choice) with { Options = options };

    public static FormField Any(string key, string question, string questionEn, params IReadOnlyList<FieldOption> options) =>
        Field(key, question, questionEn, FieldKind.Several) with { Options = options };

    public static FormField Field(string key, string question, string questionEn, FieldKind kind = FieldKind.Text) =>
        new(key, question, questionEn, kind, Required: false, null, null, [], null);

    public static FieldOption Option(string value, string label, string labelEn) => new(value, label, labelEn);

    public static FormField Required(this FormField field) => field with { Required = true };

    public static FormField Hinted(this FormField field, string hint, string hintEn) => field with { Hint = hint, HintEn = hintEn };

    public static FormField When(this FormField field, string other, params IReadOnlyList<string> values) => field with { When = new(other, values) };
}
