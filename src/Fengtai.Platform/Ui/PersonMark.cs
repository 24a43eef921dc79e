using Microsoft.AspNetCore.Components;

namespace Fengtai.Platform.Ui;

/// <summary>Avatar and name in one line.</summary>
public sealed class PersonMark : WrittenLeaf
{
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter] public bool Vip { get; set; }

    /// <summary>Writes one, for what is written by hand.</summary>
    public static void Write(HtmlWriter html, string name, bool vip = false)
    {
        html.Add($"<span class=\"person\">");
        Avatar.Write(html, name);
        html.Add($"<span class=\"name\">{name}</span>");
        if (vip)
        {
            Icon.Write(html, "crown", "small", "VIP");
        }
        html.Add($"</span>");
    }

    protected override void Write(HtmlWriter html) => Write(html, Name, Vip);
}
