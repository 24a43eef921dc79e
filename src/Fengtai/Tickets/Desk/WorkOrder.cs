namespace Fengtai.Tickets.Desk;

/// <summary>What stands on the paper form 《IT现场维修工单》; null is left to the pen.</summary>
public sealed record WorkOrder(string FormNumber, string Revision)
{
    public long? Number { get; init; }

    public string? Department { get; init; }

    public string? Contact { get; init; }

    public string? WeChat { get; init; }

    public string? Place { get; init; }

    public string? Phone { get; init; }

    public DateTimeOffset? ReportedAt { get; init; }

    public string? Device { get; init; }

    public string? Symptom { get; init; }

    public string? Description { get; init; }

    /// <summary>The box that is ticked, as the catalogue names it.</summary>
    public string? Module { get; init; }

    /// <summary>The last visits, in order.</summary>
    public IReadOnlyList<SiteVisit> Visits { get; init; } = [];

    public string? Steps { get; init; }

    public string? Engineer { get; init; }

    public int? Rating { get; init; }

    public string? Remarks { get; init; }
}
