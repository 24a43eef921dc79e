using Fengtai.Catalog;
using Fengtai.ServiceLevels.Rules;

namespace Fengtai.ServiceLevels;

/// <summary>One promise on one ticket. Its turns say how it came to stand where it stands; the other members follow from them.</summary>
public sealed class Clock
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TicketId { get; init; }

    public ClockKind Kind { get; init; }

    /// <summary>1 for the first of its kind on the ticket; a later message to be answered, a reopening after closing have their own.</summary>
    public int Round { get; init; }

    /// <summary>The policy whose promise it is; null where an agreement's.</summary>
    public Guid? PolicyId { get; set; }

    /// <summary>The agreement with a team or supplier whose share it measures; null where a policy's promise.</summary>
    public Guid? AgreementId { get; set; }

    /// <summary>Whose work it measures: a team, where the promise is the team's.</summary>
    public Guid? TeamId { get; init; }

    /// <summary>The ticket's while it ran.</summary>
    public Priority Priority { get; set; } = Priority.Normal;

    /// <summary>Who worked on the ticket while it ran, or whose promise it is; null where no team had it.</summary>
    public Guid? WorkedBy { get; set; }

    internal IReadOnlyList<Turn> Turns { get; set; } = [];

    public ClockState State { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Null: its calendar has not that much time. While it stands still: as when it stopped.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>Once it has ended: counted working time in seconds.</summary>
    public double? ElapsedSeconds { get; set; }

    /// <summary>
    /// Once it has ended: how long it took, in seconds of working time without pauses. That is what counted, but for targets in working days: there the
    /// day of receipt is part of it, too, as what is done on the same day took its time.
    /// </summary>
    public double? TakenSeconds { get; set; }

    /// <summary>Once it has ended: its ledger, frozen.</summary>
    internal IReadOnlyList<LedgerLine>? Ledger { get; set; }

    /// <summary>When time does something to it next: a warning, its deadline, an escalation.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>Keys of the steps that time has brought already.</summary>
    internal HashSet<string> Done { get; set; } = [];

    public bool IsOver => StoppedAt is not null;
}
