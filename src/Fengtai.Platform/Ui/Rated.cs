using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Fengtai.Platform.Ui;

/// <summary>A rating that was given.</summary>
public sealed class Rated : WrittenLeaf
{
    [Inject] public IStringLocalizer Texts { get; set; } = null!;

    [Parameter, EditorRequired] public int Score { get; set; }

    /// <summary>Writes one, for what is written by hand.</summary>
    public static void Write(HtmlWriter html, int score, IStringLocalizer texts)
    {
        html.Add($"<span class=\"rated {RatingWords.Tone(score).Class()}\">");
        Icon.Write(html, RatingWords.Face(score));
        html.Add($"{texts[RatingWords.TextKey(score)]}</span>");
    }

    protected override void Write(HtmlWriter html) => Write(html, Score, Texts);
}
