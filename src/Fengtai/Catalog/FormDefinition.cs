using System.Text.Json.Serialization;
using Fengtai.Platform.Texts;

namespace Fengtai.Catalog;

/// <summary>What is asked of somebody who files a request, in order. A form without fields asks nothing.</summary>
public sealed record FormDefinition
{
    public static readonly FormDefinition Empty = new();

    public IReadOnlyList<FormField> Fields { get; init; } = [];

    public FormField? Find(string key) => Fields.FirstOrDefault(f => f.Key == key);

    /// <summary>The questions with these keys, as for what is missing; a key that is gone stands for itself.</summary>
    public IEnumerable<Wording> Questions(IEnumerable<string> keys) => keys.Select(k => Find(k)?.Question ?? new Wording(k, k));
}

/// <summary>One question of a form.</summary>
/// <param name="Key">Name for programs, unique in the form: <c>errorText</c>.</param>
/// <param name="Options">What can be chosen; empty for kinds without a choice.</param>
/// <param name="When">Asked only then; null asks always.</param>
public sealed record FormField(
    string Key,
    string Label,
    string LabelEn,
    FieldKind Kind,
    bool Required,
    string? Hint,
    string? HintEn,
    IReadOnlyList<FieldOption> Options,
    ShownWhen? When)
{
    [JsonIgnore]
    public Wording Question => new(Label, LabelEn);

    [JsonIgnore]
    public Wording Advice => new(Hint, HintEn);
}

public sealed record FieldOption(string Value, string Label, string LabelEn)
{
    [JsonIgnore]
    public Wording Title => new(Label, LabelEn);
}

/// <summary>A field is asked where the answer to another, earlier one is among these values.</summary>
public sealed record ShownWhen(string Field, IReadOnlyList<string> Values);

[TextKeys("catalog.fieldKind")]
public enum FieldKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any number of the options.</summary>
    Several,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A moment.</summary>
    DateTime,

    /// <summary>Building, floor, room.</summary>
    Place,

    /// <summary>Which device: its name, number or label.</summary>
    Device,

    /// <summary>Pictures and other files, by their ids.</summary>
    Files,
}
