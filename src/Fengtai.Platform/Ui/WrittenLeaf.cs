using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Fengtai.Platform.Ui;

/// <summary>A leaf that is written by hand, so that the rows of long lists can write the same without a component.</summary>
public abstract class WrittenLeaf : Leaf
{
    [Inject] public AssetUrls Urls { get; set; } = null!;

    protected abstract void Write(HtmlWriter html);

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var html = new HtmlWriter(Urls);
        Write(html);
        builder.AddMarkupContent(0, html.Take());
    }
}
