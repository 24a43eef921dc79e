using System.Collections.Frozen;

namespace Fengtai.Platform.Ui;

/// <summary>The icons that the sprite holds (<c>icons.txt</c>): names of Tabler, to be chosen from where an icon is data.</summary>
public static class Icons
{
    /// <summary>In alphabetical order.</summary>
    public static IReadOnlyList<string> All { get; } = Read();

    private static readonly FrozenSet<string> Known = All.ToFrozenSet();

    public static bool Exists(string name) => Known.Contains(name);

    private static string[] Read()
    {
        using var stream = typeof(Icons).Assembly.GetManifestResourceStream("Fengtai.Platform.Ui.icons.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
