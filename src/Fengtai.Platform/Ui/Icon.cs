using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Fengtai.Platform.Ui;

/// <summary>A picture from the sprite. Decoration beside words; alone it needs a title.</summary>
public sealed class Icon : Leaf
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly ConcurrentDictionary<(string Name, string? Class), string> Decorations = new();

    [Inject] public AssetUrls Urls { get; set; } = null!;

    /// <summary>A name of icons.txt.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter] public string? Title { get; set; }

    /// <summary>small, large, or what a place needs.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>Ready-made: icons are the most frequent part of any page, and there are few different ones.</summary>
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, Title is null
        ? Decorations.GetOrAdd((Name, Class), static (key, urls) => Svg(key.Name, key.Class, "aria-hidden=\"true\" focusable=\"false\"", urls), Urls)
        : Svg(Name, Class, $"role=\"img\" aria-label=\"{Html.Encode(Title)}\"", Urls));

    private static string Svg(string name, string? @class, string attributes, AssetUrls urls) => Icons.Exists(name)
        ? $"<svg class=\"{Html.Encode(@class is null ? "icon" : "icon " + @class)}\" width=\"18\" height=\"18\" {attributes}><use href=\"{urls["assets/icons.svg"]}#{name}\"></use></svg>"
        : throw new InvalidOperationException($"There is no icon '{name}' in Ui/icons.txt.");
}
