using Microsoft.AspNetCore.Components;

namespace Fengtai.Platform.Ui;

/// <summary>What all form controls have in common: a name that is posted, a label, a hint, and the reason why the value was refused.</summary>
public abstract class Control : ComponentBase
{
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string? Hint { get; set; }

    [Parameter] public bool Required { get; set; }

    [Parameter] public bool Disabled { get; set; }

    /// <summary>The label is for screen readers alone, because the place says it to everybody else.</summary>
    [Parameter] public bool HideLabel { get; set; }

    /// <summary>Two forms on one page may have a field of the same name; ids may not.</summary>
    [Parameter] public string? Id { get; set; }

    /// <summary>The error; left out, it is found in the form's errors by name.</summary>
    [Parameter] public string? Error { get; set; }

    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    [CascadingParameter] private FormErrors? Errors { get; set; }

    protected string ControlId => Id ?? IdOf(Name);

    protected string? Problem => Error ?? Errors?.For(Name);

    protected string? DescribedBy => (Hint, Problem) switch
    {
        (null or "", null) => null,
        (_, null) => ControlId + "-hint",
        (null or "", _) => ControlId + "-error",
        _ => $"{ControlId}-hint {ControlId}-error",
    };

    protected string? Invalid => Problem is null ? null : "true";

    /// <summary>An id for a posted name: <c>Fields[os]</c> → <c>field-Fields-os-</c>.</summary>
    public static string IdOf(string name) => "field-" + string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}

/// <summary>One of the values that may be chosen.</summary>
/// <param name="Detail">A definition or example below the word.</param>
public sealed record Option(string Value, string Text, string? Detail = null, string? Icon = null, bool Disabled = false);
