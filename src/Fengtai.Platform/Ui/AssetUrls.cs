using System.Collections.Frozen;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Fengtai.Platform.Ui;

/// <summary>The address of each script, style and sprite with the hash of its content in it, so that browsers may keep it for ever.</summary>
public sealed class AssetUrls(EndpointDataSource endpoints)
{
    private FrozenDictionary<string, string>? _hashed;

    /// <param name="label">The name that the build gave it: <c>assets/desk.js</c>.</param>
    public string this[string label] => Hashed.TryGetValue(label, out var hashed) ? hashed : "/" + label;

    public bool Has(string label) => Hashed.ContainsKey(label);

    // end points are known only after start-up, so the first page looks them up
    private FrozenDictionary<string, string> Hashed => _hashed ??= endpoints.Endpoints
        .Select(e => e.Metadata.GetMetadata<StaticAssetDescriptor>())
        .OfType<StaticAssetDescriptor>()
        .Where(d => d.Selectors.Count == 0)
        .Select(d => (Label: d.Properties.FirstOrDefault(p => p.Name == "label")?.Value, d.Route))
        .Where(d => d.Label is not null)
        .DistinctBy(d => d.Label)
        .ToFrozenDictionary(d => d.Label!, d => "/" + d.Route);
}
