using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Fengtai.Platform.Ui;

/// <summary>A moment as the reader says it; the full time on pointing at it.</summary>
public sealed class When : WrittenLeaf
{
    [Inject] public Times Times { get; set; } = null!;

    /// <summary>Nothing is shown for a time that has not come about.</summary>
    [Parameter, EditorRequired] public DateTimeOffset? At { get; set; }

    /// <summary>5 minutes ago; kept fresh on an open page.</summary>
    [Parameter] public bool Relative { get; set; }

    [Parameter] public bool Full { get; set; }

    [Parameter] public bool DateOnly { get; set; }

    /// <summary>Writes one as short as it is clear, for what is written by hand.</summary>
    public static void Write(HtmlWriter html, DateTimeOffset at, Times times) => Write(html, at, times, times.Brief(at));

    /// <summary>Writes how long ago it was, for what is written by hand.</summary>
    public static void WriteRelative(HtmlWriter html, DateTimeOffset at, Times times) => Write(html, at, times, times.Relative(at), relative: true);

    protected override void Write(HtmlWriter html)
    {
        if (At is { } at)
        {
            Write(html, at, Times, Relative ? Times.Relative(at) : Full ? Times.Full(at) : DateOnly ? Times.Date(at) : Times.Brief(at), Relative);
        }
    }

    private static void Write(HtmlWriter html, DateTimeOffset at, Times times, string said, bool relative = false) =>
        html.Add($"<time class=\"numeric nowrap\" datetime=\"{at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\" title=\"{times.Full(at)}\"")
            .AddMarkup(relative ? " data-relative>" : ">").Add($"{said}</time>");
}
