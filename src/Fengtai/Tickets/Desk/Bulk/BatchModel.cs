using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Desk.Bulk;

/// <summary>A batch as its page shows it.</summary>
public sealed record BatchModel(Guid Id, BulkAct Act, string Title)
{
    public bool IsPreview { get; init; }

    public bool IsRunning { get; init; }

    public bool IsUndo { get; init; }

    /// <summary>What the act was given, in words.</summary>
    public IReadOnlyList<StoryChange> Given { get; init; } = [];

    public int All { get; init; }

    /// <summary>Done, or would be now.</summary>
    public int Done { get; init; }

    public int Refused { get; init; }

    /// <summary>How many requesters would be told at once.</summary>
    public int UsersTold { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Who did it, where that is not the reader.</summary>
    public string? Owner { get; init; }

    /// <summary>What can be undone of it, in words; before it is done.</summary>
    public string Undoing { get; init; } = "";

    /// <summary>Until when the reader can undo it; null where they cannot.</summary>
    public DateTimeOffset? UndoableUntil { get; init; }

    /// <summary>Why it cannot be undone, in words; null where it can, or need not be said.</summary>
    public string? NoUndo { get; init; }

    public Guid? UndoOf { get; init; }

    public Guid? UndoneBy { get; init; }

    /// <summary>The list that it was taken from.</summary>
    public string Back { get; init; } = QueueAddress.Path;

    /// <summary>Only those that were refused are shown.</summary>
    public bool RefusedOnly { get; init; }

    public IReadOnlyList<BatchLine> Lines { get; init; } = [];
}

/// <param name="Number">Null where the reader may no longer see it.</param>
/// <param name="Refusal">Why not; null where it was, will be or would be done.</param>
public sealed record BatchLine(long? Number, string Subject, bool IsDone, IReadOnlyList<StoryChange> Changes, string? Refusal);

/// <param name="Owner">Shown to administrators.</param>
public sealed record BatchSummary(Guid Id, string Title, BulkAct Act, DateTimeOffset StartedAt, bool IsRunning, int All, int Done, int Refused, string? Owner);
