using System.Text.Json.Serialization;
using Fengtai.Platform.Texts;

namespace Fengtai.Catalog;

/// <summary>Which priority an impact and an urgency make, and what the levels mean. There is one.</summary>
public sealed class PriorityMatrix
{
    /// <summary>What events about the matrix have as their subject.</summary>
    public const string SubjectKind = "priorityMatrix";

    public static readonly Guid TheId = new("0199aa00-0000-7000-8000-000000000001");

    public Guid Id { get; init; } = TheId;

    /// <summary>Nine of them, one for each pair.</summary>
    public required IReadOnlyList<MatrixCell> Cells { get; set; }

    /// <summary>Three of them, one for each level.</summary>
    public required IReadOnlyList<LevelMeaning<Impact>> Impacts { get; set; }

    /// <summary>Three of them, one for each level.</summary>
    public required IReadOnlyList<LevelMeaning<Urgency>> Urgencies { get; set; }

    /// <summary>PostgreSQL's <c>xmin</c>.</summary>
    public uint Version { get; init; }

    public Priority Grade(Impact impact, Urgency urgency) => Cells.First(c => c.Impact == impact && c.Urgency == urgency).Priority;

    public Wording MeaningOf(Impact impact) => Impacts.First(i => i.Level == impact).Meaning;

    public Wording MeaningOf(Urgency urgency) => Urgencies.First(u => u.Level == urgency).Meaning;
}

public sealed record MatrixCell(Impact Impact, Urgency Urgency, Priority Priority);

/// <summary>What a level means, shown beside the choice.</summary>
public sealed record LevelMeaning<TLevel>(TLevel Level, string Text, string TextEn) where TLevel : struct, Enum
{
    [JsonIgnore]
    public Wording Meaning => new(Text, TextEn);
}
