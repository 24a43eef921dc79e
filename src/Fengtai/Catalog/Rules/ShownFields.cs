namespace Fengtai.Catalog.Rules;

/// <summary>Which fields are asked, given what was chosen so far. A field that depends on one which is not asked is not asked either.</summary>
internal static class ShownFields
{
    public static IReadOnlyList<FormField> Of(FormDefinition form, Func<FormField, IReadOnlyList<string>> chosen)
    {
        var shown = new List<FormField>();
        foreach (var field in form.Fields)
        {
            if (field.When is not { } when || shown.Find(f => f.Key == when.Field) is { } other && chosen(other).Any(when.Values.Contains))
            {
                shown.Add(field);
            }
        }
        return shown;
    }
}
