using System.Text.Json;
using Fengtai.Platform.Http;

namespace Fengtai.Platform.Ui;

/// <summary>The values that a form was rendered with travel along with it, so that a stale form can tell what its reader changed from what others did.</summary>
public static class ShownValues
{
    /// <summary>Longer than any of our forms.</summary>
    private const int Longest = 20_000;

    public static string Write(IReadOnlyDictionary<string, string> values) => JsonSerializer.Serialize(values, Json.Options);

    /// <summary>Nothing where it was left out or is none: then everything counts as typed.</summary>
    public static IReadOnlyDictionary<string, string> Read(string? json)
    {
        try
        {
            return json is { Length: > 0 and <= Longest } ? JsonSerializer.Deserialize<Dictionary<string, string>>(json, Json.Options) ?? [] : new();
        }
        catch (JsonException)
        {
            return new Dictionary<string, string>();
        }
    }
}
