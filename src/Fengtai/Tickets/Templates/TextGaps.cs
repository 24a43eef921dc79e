using System.Text.Json.Serialization.Metadata;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Templates;

/// <summary>What staff send with an act must be filled in: whether its texts came from a template, nobody can tell once they are typed.</summary>
internal static class TextGaps
{
    /// <summary>The texts of an act's input that still have gaps.</summary>
    public static IReadOnlyList<Refusal> In<TInput>(TInput input) where TInput : class
    {
        var found = new List<Refusal>();
        foreach (var property in Json.Options.GetTypeInfo(input.GetType()).Properties.Where(p => p.PropertyType == typeof(string)))
        {
            if (property.Get?.Invoke(input) is string text && Placeholders.GapsIn(text) is { Count: > 0 } gaps)
            {
                found.Add(new TextHasGaps(property.Name, Said(gaps)));
            }
        }
        return found;
    }

    private static string Said(IReadOnlyList<string> gaps) => string.Join(" · ", gaps.Distinct().Select(g => g.Length > 0 ? g : "…"));
}
