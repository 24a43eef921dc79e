using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Fengtai.Platform.Ui;

/// <summary>The first character of a name; decoration beside it.</summary>
public sealed class Avatar : WrittenLeaf
{
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter] public bool Large { get; set; }

    /// <summary>Writes one, for what is written by hand.</summary>
    public static void Write(HtmlWriter html, string name, bool large = false) =>
        html.Add($"<span class=\"{(large ? "avatar large" : "avatar")}\" aria-hidden=\"true\">{Initial(name)}</span>");

    protected override void Write(HtmlWriter html) => Write(html, Name, Large);

    internal static string Initial(string name) => name.Trim() is { Length: > 0 } trimmed
        ? StringInfo.GetNextTextElement(trimmed).ToUpperInvariant()
        : "?";
}
