using Fengtai.Catalog;
using Fengtai.Identity;

namespace Fengtai.ServiceLevels;

/// <summary>What was kept and what was missed.</summary>
/// <param name="Kinds">Those of which anything was decided.</param>
public sealed record LevelReport(ReportMonths Months, IReadOnlyList<KindReport> Kinds);

/// <param name="Groups">All of the kind first; then, where it was asked for, by priority and team.</param>
public sealed record KindReport(ClockKind Kind, IReadOnlyList<LevelGroup> Groups);

/// <param name="Priority">Null for all of them.</param>
/// <param name="Team">Null for all of them.</param>
/// <param name="ByMonth">In the order of the report's months.</param>
public sealed record LevelGroup(Priority? Priority, ReportTeam? Team, LevelFigures All, IReadOnlyList<LevelFigures> ByMonth);

/// <summary>Whose work it was.</summary>
/// <param name="Card">Null where no team had it.</param>
public sealed record ReportTeam(TeamCard? Card)
{
    /// <summary>What addresses say for no team.</summary>
    public const string None = "none";

    public string Code => Card?.Code ?? None;
}

/// <param name="Open">Those of the missed that go on: what they take nobody knows yet.</param>
/// <param name="Median">Minutes that counted, of those that have ended; null of none.</param>
/// <param name="P90">What nine of ten did not exceed.</param>
public sealed record LevelFigures(long Met, long Missed, long Open, double? Median, double? P90)
{
    public long Decided => Met + Missed;

    /// <summary>Per cent that were met, to one decimal and never rounded up: a hundred is all of them. Null of none.</summary>
    public decimal? Share => Decided == 0 ? null : Math.Floor(1000m * Met / Decided) / 10;
}
