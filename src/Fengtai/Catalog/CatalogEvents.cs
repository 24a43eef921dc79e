using System.Text.Json.Serialization;
using Fengtai.Platform.Events;

namespace Fengtai.Catalog;

/// <summary>What happens to a category or its form.</summary>
public abstract record CategoryEvent : Event
{
    public static Subject Of(Guid category) => new(Category.SubjectKind, category);
}

public sealed record CategoryAdded(string Code, string Name, string NameEn, Guid? Parent) : CategoryEvent
{
    [JsonIgnore]
    public override string Kind => "categoryAdded";
}

/// <summary>Details changed, by the name of the detail.</summary>
public sealed record CategoryEdited(IReadOnlyDictionary<string, DetailChange> Changes) : CategoryEvent
{
    [JsonIgnore]
    public override string Kind => "categoryEdited";
}

public sealed record DetailChange(string? From, string? To);

/// <summary>Stands below another category; null is the top.</summary>
public sealed record CategoryMoved(Guid? From, Guid? To) : CategoryEvent
{
    [JsonIgnore]
    public override string Kind => "categoryMoved";
}

/// <summary>Changed its place among its siblings.</summary>
public sealed record CategoryOrdered(int From, int To) : CategoryEvent
{
    [JsonIgnore]
    public override string Kind => "categoryOrdered";
}

public sealed record CategoryDeactivated : CategoryEvent
{
    [JsonIgnore]
    public override string Kind => "categoryDeactivated";
}

public sealed record CategoryActivated : CategoryEvent
{
    [JsonIgnore]
    public override string Kind => "categoryActivated";
}

/// <summary>Asks questions of its own from now on, at first those of the form that it had from above.</summary>
public sealed record FormStarted(FormDefinition Form) : CategoryEvent
{
    [JsonIgnore]
    public override string Kind => "formStarted";
}

/// <summary>Takes the form from above from now on.</summary>
public sealed record FormDropped(FormDefinition Form) : CategoryEvent
{
    [JsonIgnore]
    public override string Kind => "formDropped";
}

public sealed record FieldAdded(FormField Field) : CategoryEvent
{
    [JsonIgnore]
    public override string Kind => "fieldAdded";
}

public sealed record FieldEdited(FormField From, FormField To) : CategoryEvent
{
    [JsonIgnore]
    public override string Kind => "fieldEdited";
}

/// <param name="At">Its place, from 0.</param>
public sealed record FieldRemoved(FormField Field, int At) : CategoryEvent
{
    [JsonIgnore]
    public override string Kind => "fieldRemoved";
}

public sealed record FieldOrdered(string Key, int From, int To) : CategoryEvent
{
    [JsonIgnore]
    public override string Kind => "fieldOrdered";
}

/// <summary>What happens to the priority matrix.</summary>
/// <param name="Cells">Those that changed, as they were and as they are.</param>
/// <param name="Meanings">Changed definitions by level, as in <c>impact.high</c> and <c>urgency.low.en</c>.</param>
public sealed record PriorityMatrixEdited(IReadOnlyList<CellChange> Cells, IReadOnlyDictionary<string, DetailChange> Meanings) : Event
{
    [JsonIgnore]
    public override string Kind => "priorityMatrixEdited";

    public static Subject About() => new(PriorityMatrix.SubjectKind, PriorityMatrix.TheId);
}

public sealed record CellChange(Impact Impact, Urgency Urgency, Priority From, Priority To);
