using Fengtai.Catalog;

namespace Fengtai.Tests.Catalog;

/// <summary>Short words for forms in tests.</summary>
internal static class Forms
{
    public static FormDefinition Form(params FormField[] fields) => new() { Fields = fields };

    public static FormField Field(string key, FieldKind kind = FieldKind.Text, bool required = false, ShownWhen? when = null, params string[] options) =>
        new(key, $"问 {key}", $"Ask {key}", kind, required, null, null, [.. options.Select(o => new FieldOption(o, $"选 {o}", $"Pick {o}"))], when);

    public static FormField Choice(string key, params string[] options) => Field(key, FieldKind.Choice, options: options);

    public static ShownWhen When(string field, params string[] values) => new(field, values);
}
