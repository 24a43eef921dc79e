namespace Fengtai.ServiceLevels;

/// <summary>A change of a calendar or policy on its way through the open clocks, ticket by ticket in the order of their ids.</summary>
internal sealed class Recomputation
{
    public Guid Id { get; init; }

    /// <summary>Whose working time changed; null where a policy or an agreement did.</summary>
    public Guid? CalendarId { get; init; }

    public Guid? PolicyId { get; init; }

    public Guid? AgreementId { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>How many clocks there were when it began; null before that.</summary>
    public int? Total { get; set; }

    public int Done { get; set; }

    /// <summary>Those that have another deadline now.</summary>
    public int Moved { get; set; }

    /// <summary>The last ticket that is done.</summary>
    public Guid After { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
}
