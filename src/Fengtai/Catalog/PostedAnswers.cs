using Microsoft.AspNetCore.Http;

namespace Fengtai.Catalog;

/// <summary>The answers in a posted HTML form: inputs are named <c>fields.errorText</c>.</summary>
public static class PostedAnswers
{
    /// <summary>More values than any form has are left unread.</summary>
    private const int MostValues = 200;

    public static IReadOnlyDictionary<string, string[]> From(IFormCollection form) =>
        form.Where(f => f.Key.StartsWith(FormAnswers.FieldPrefix, StringComparison.Ordinal))
            .Take(MostValues)
            .ToDictionary(f => f.Key[FormAnswers.FieldPrefix.Length..], f => f.Value.OfType<string>().Take(MostValues).ToArray(), StringComparer.Ordinal);
}
