namespace Fengtai.Platform.Ui;

/// <summary>
/// Cascaded around controls that are asked only while another field has one of these answers. The form needs
/// <c>data-controller="depends"</c>; without script everything is asked.
/// </summary>
/// <param name="Field">The posted name of the other field.</param>
public sealed record OnlyWhen(string Field, IReadOnlyList<string> Values);
