using Microsoft.AspNetCore.Components;

namespace Fengtai.Platform.Ui;

/// <summary>Three bars and the word: 0 is the most urgent, 3 the least.</summary>
public sealed class PriorityMark : WrittenLeaf
{
    [Parameter, EditorRequired] public int Level { get; set; }

    [Parameter, EditorRequired] public string Text { get; set; } = "";

    /// <summary>Writes one, for what is written by hand.</summary>
    public static void Write(HtmlWriter html, int level, string text) =>
        html.Add($"<span class=\"priority level-{level}\"><span class=\"bars\" aria-hidden=\"true\">").AddMarkup(Bars(level)).Add($"</span><span class=\"word\">{text}</span></span>");

    protected override void Write(HtmlWriter html) => Write(html, Level, Text);

    private static string Bars(int level) => level switch
    {
        0 => "<i class=\"lit\"></i><i class=\"lit\"></i><i class=\"lit\"></i>",
        1 => "<i class=\"lit\"></i><i class=\"lit\"></i><i></i>",
        2 => "<i class=\"lit\"></i><i></i><i></i>",
        _ => "<i></i><i></i><i></i>",
    };
}
