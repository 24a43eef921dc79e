using System.Globalization;
using Fengtai.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Fengtai.Catalog.Admin;

/// <summary>A question as it was typed. Buttons of the form add, move and remove rows of options before anything is saved.</summary>
public sealed record FieldInput
{
    /// <summary>Rows to type into that are there without asking for more.</summary>
    private const int SpareRows = 2;

    private const int MostRows = 100;

    public string? Key { get; init; }

    public string? Label { get; init; }

    public string? LabelEn { get; init; }

    public string? Kind { get; init; }

    public bool Required { get; init; }

    public string? Hint { get; init; }

    public string? HintEn { get; init; }

    public IReadOnlyList<OptionRow> Options { get; init; } = [];

    public string? WhenField { get; init; }

    public IReadOnlyList<string> WhenValues { get; init; } = [];

    /// <summary>Fingerprint of the question that the form was rendered from.</summary>
    public string? BasedOn { get; init; }

    /// <summary>What a button of the form wants: <c>up-2</c>, <c>down-2</c>, <c>remove-2</c>, <c>row</c>, <c>look</c>; empty to save.</summary>
    public string? Step { get; init; }

    /// <summary>What the reader goes on with after a step: <c>up-1</c>, <c>label-3</c>, <c>preview</c>.</summary>
    public string? Focus { get; init; }

    public static FieldInput New => new FieldInput { Kind = FieldDraft.Word(FieldKind.Text) }.WithSpareRows();

    public static FieldInput Of(FormField field) => new FieldInput
    {
        Key = field.Key,
        Label = field.Label,
        LabelEn = field.LabelEn,
        Kind = FieldDraft.Word(field.Kind),
        Required = field.Required,
        Hint = field.Hint,
        HintEn = field.HintEn,
        Options = [.. field.Options.Select(o => new OptionRow(o.Value, o.Label, o.LabelEn))],
        WhenField = field.When?.Field,
        WhenValues = field.When?.Values ?? [],
        BasedOn = Fingerprint.Of(field),
    }.WithSpareRows();

    public static FieldInput From(IFormCollection form)
    {
        var (values, labels, english) = (form["optionValue"], form["optionLabel"], form["optionLabelEn"]);
        var prefix = form["whenField"] + "/";
        return new()
        {
            Key = form["key"],
            Label = form["label"],
            LabelEn = form["labelEn"],
            Kind = form["kind"],
            Required = form["required"] == "true",
            Hint = form["hint"],
            HintEn = form["hintEn"],
            Options = [.. Enumerable.Range(0, Math.Min(labels.Count, MostRows)).Select(i => new OptionRow(At(values, i), At(labels, i), At(english, i)))],
            WhenField = form["whenField"],
            WhenValues = [.. form["whenValue"].OfType<string>().Where(v => v.StartsWith(prefix, StringComparison.Ordinal)).Select(v => v[prefix.Length..])],
            BasedOn = form["basedOn"],
            Step = form["step"],
        };
    }

    /// <summary>The rows after the step, with spare ones.</summary>
    public FieldInput AfterStep()
    {
        var rows = Options.Where(o => !o.IsEmpty).ToList();
        var parts = (Step ?? "").Split('-');
        var focus = parts[0] == "look" ? "preview" : $"label-{rows.Count}";
        if (parts is [var what, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < Options.Count && !Options[at].IsEmpty)
        {
            var row = Options[at];
            var place = rows.IndexOf(row);
            rows.RemoveAt(place);
            focus = $"label-{place}";
            if (what != "remove")
            {
                var target = Math.Clamp(what == "up" ? place - 1 : place + 1, 0, rows.Count);
                rows.Insert(target, row);
                focus = $"{what}-{target}";
            }
        }
        return (this with { Options = rows, Focus = focus }).WithSpareRows();
    }

    public FieldInput WithSpareRows() => this with { Options = [.. Options.Where(o => !o.IsEmpty), .. Enumerable.Repeat(new OptionRow("", "", ""), SpareRows)] };

    private static string At(Microsoft.Extensions.Primitives.StringValues values, int i) => i < values.Count ? values[i] ?? "" : "";
}

/// <summary>One option as it was typed.</summary>
public sealed record OptionRow(string Value, string Label, string LabelEn)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Label) && string.IsNullOrWhiteSpace(LabelEn);
}
