using System.Reflection;
using System.Text.Json;

namespace Fengtai.Platform.Texts;

/// <summary>
/// The texts of one practice in one language: <c>Texts/zh-CN.json</c> or <c>Texts/en.json</c> in the folder of the practice,
/// a flat object of keys and texts.
/// </summary>
public sealed record TextFile(string Name, string Culture, IReadOnlyDictionary<string, string> Texts)
{
    private const string Folder = ".Texts.";
    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    public static IEnumerable<TextFile> EmbeddedIn(Assembly assembly)
    {
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.EndsWith(".json", StringComparison.Ordinal) || !name.Contains(Folder, StringComparison.Ordinal))
            {
                continue;
            }
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return Read(name, stream);
        }
    }

    /// <exception cref="InvalidOperationException">The file is not a flat object of texts, or a key occurs in it twice.</exception>
    public static TextFile Read(string name, Stream json)
    {
        try
        {
            var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(json, Strict)!;
            var culture = Path.GetFileNameWithoutExtension(name[(name.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..]);
            return new(name, culture, texts);
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"{name} is not a file of texts: {e.Message}", e);
        }
    }
}
