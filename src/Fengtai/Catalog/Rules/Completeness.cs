namespace Fengtai.Catalog.Rules;

/// <summary>What a request still lacks.</summary>
internal static class Completeness
{
    public static IReadOnlyList<string> Missing(FormDefinition form, IReadOnlyCollection<GivenAnswer> given)
    {
        var byKey = given.ToDictionary(g => g.Key);
        return [.. ShownFields.Of(form, f => byKey.TryGetValue(f.Key, out var answer) ? answer.Strings : [])
            .Where(f => f.Required && !byKey.ContainsKey(f.Key))
            .Select(f => f.Key)];
    }
}
