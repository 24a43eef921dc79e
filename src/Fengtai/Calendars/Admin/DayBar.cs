using Fengtai.Calendars.Rules;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Components;

namespace Fengtai.Calendars.Admin;

/// <summary>The hours of a day drawn on its 24; the words beside it say the same.</summary>
public sealed class DayBar : WrittenLeaf
{
    /// <summary>As typed; what cannot be read is drawn as nothing.</summary>
    [Parameter, EditorRequired] public string Hours { get; set; } = "";

    protected override void Write(HtmlWriter html)
    {
        html.AddMarkup("<svg class=\"day-bar\" viewBox=\"0 0 1440 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"ground\" width=\"1440\" height=\"10\" />");
        var hours = HoursText.Read("", Hours);
        foreach (var h in hours.IsRefused ? [] : hours.Value)
        {
            html.Add($"<rect x=\"{h.From}\" width=\"{Math.Max(0, h.To - h.From)}\" height=\"10\" />");
        }
        html.AddMarkup("</svg>");
    }
}
