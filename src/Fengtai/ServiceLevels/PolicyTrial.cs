using Fengtai.Catalog;

namespace Fengtai.ServiceLevels;

/// <summary>What other policies would have made of tickets that are past.</summary>
/// <param name="First">The first day on which they were opened.</param>
/// <param name="Last">The last day, included.</param>
/// <param name="Tickets">How many were tried.</param>
/// <param name="IsBounded">There were more; the newest were tried.</param>
/// <param name="Others">How many another policy would have applied to.</param>
/// <param name="Lines">By kind of clock; each with all of it first, then by priority.</param>
public sealed record PolicyTrial(DateOnly First, DateOnly Last, int Tickets, bool IsBounded, int Others, IReadOnlyList<TrialLine> Lines)
{
    public bool IsSame => Others == 0 && Lines.All(l => l.IsSame);
}

/// <param name="Priority">Null for all of them.</param>
public sealed record TrialLine(ClockKind Kind, Priority? Priority, LevelFigures Before, LevelFigures After)
{
    public bool IsSame => (Before.Met, Before.Missed) == (After.Met, After.Missed);
}
