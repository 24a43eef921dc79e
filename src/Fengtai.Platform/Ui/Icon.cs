using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;

namespace Fengtai.Platform.Ui;

/// <summary>A picture from the sprite. Decoration beside words; alone it needs a title.</summary>
public sealed class Icon : WrittenLeaf
{
    // icons are the most frequent part of any page, and there are few different ones
    private static readonly ConcurrentDictionary<(string Name, string? Class), string> Decorations = new();

    /// <summary>A name of icons.txt.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter] public string? Title { get; set; }

    /// <summary>small, large, or what a place needs.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>Writes one, for what is written by hand.</summary>
    public static void Write(HtmlWriter html, string name, string? @class = null, string? title = null)
    {
        if (title is null)
        {
            html.AddMarkup(Decorations.GetOrAdd((name, @class), static (key, urls) => new HtmlWriter(urls).Add($"<svg class=\"{ClassOf(key.Class)}\" width=\"18\" height=\"18\" aria-hidden=\"true\" focusable=\"false\"><use href=\"{Href(key.Name, urls)}\"></use></svg>").Take(), html.Urls));
        }
        else
        {
            html.Add($"<svg class=\"{ClassOf(@class)}\" width=\"18\" height=\"18\" role=\"img\" aria-label=\"{title}\"><use href=\"{Href(name, html.Urls)}\"></use></svg>");
        }
    }

    protected override void Write(HtmlWriter html) => Write(html, Name, Class, Title);

    private static string ClassOf(string? @class) => @class is null ? "icon" : "icon " + @class;

    private static string Href(string name, AssetUrls urls) => Icons.Exists(name)
        ? $"{urls["assets/icons.svg"]}#{name}"
        : throw new InvalidOperationException($"There is no icon '{name}' in Ui/icons.txt.");
}
