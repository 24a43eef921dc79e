using Microsoft.AspNetCore.Components;

namespace Fengtai.Platform.Ui;

/// <summary>A state in one word.</summary>
public sealed class Pill : WrittenLeaf
{
    [Parameter] public Tone Tone { get; set; }

    [Parameter] public string? Icon { get; set; }

    [Parameter, EditorRequired] public string Text { get; set; } = "";

    /// <summary>Writes one, for what is written by hand.</summary>
    public static void Write(HtmlWriter html, Tone tone, string text, string? icon = null)
    {
        html.Add($"<span class=\"pill {tone.Class()}\">");
        if (icon is not null)
        {
            Ui.Icon.Write(html, icon);
        }
        html.Add($"{text}</span>");
    }

    protected override void Write(HtmlWriter html) => Write(html, Tone, Text, Icon);
}
