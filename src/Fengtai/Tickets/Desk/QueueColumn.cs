using Fengtai.Platform.Texts;

namespace Fengtai.Tickets.Desk;

/// <summary>What a list can show of a ticket. The words are kept in views.</summary>
[TextKeys("desk.column")]
public enum QueueColumn
{
    Number,
    Subject,
    Type,
    Priority,
    Status,

    /// <summary>The next action and its time.</summary>
    Next,

    Requester,
    Department,
    Site,

    /// <summary>The engineer, or the team where there is none yet.</summary>
    Assigned,

    Assignee,
    Team,
    Owner,
    Category,
    Channel,
    Impact,
    Urgency,
    WaitReason,
    CloseCode,

    /// <summary>The user's overall rating.</summary>
    Rating,

    Place,

    /// <summary>How many are done, of how many.</summary>
    Tasks,

    /// <summary>What the work took.</summary>
    TimeSpent,

    Opened,
    Updated,
    Resolved,
    Closed,
}

/// <summary>Which columns there are, and how they sort.</summary>
internal static class QueueColumns
{
    public static readonly IReadOnlyList<QueueColumn> All = Enum.GetValues<QueueColumn>();

    public static readonly IReadOnlyList<QueueColumn> Usual =
    [
        QueueColumn.Number, QueueColumn.Subject, QueueColumn.Priority, QueueColumn.Status, QueueColumn.Next, QueueColumn.Requester, QueueColumn.Assigned,
        QueueColumn.Category, QueueColumn.Opened, QueueColumn.Updated,
    ];

    /// <summary>The columns of these words; unknown words are left out, and without the subject there is no list.</summary>
    public static IReadOnlyList<QueueColumn> Read(IEnumerable<string?> words)
    {
        var chosen = words.Select(w => Words.TryParse<QueueColumn>(w, out var column) ? column : (QueueColumn?)null).OfType<QueueColumn>().Distinct().ToList();
        return chosen.Count == 0 || chosen.Contains(QueueColumn.Subject) ? chosen : [QueueColumn.Subject, .. chosen];
    }

    /// <summary>The order that the head of the column asks for; null where no index serves one.</summary>
    public static TicketSort? SortOf(QueueColumn column) => column switch
    {
        QueueColumn.Number => TicketSort.Number,
        QueueColumn.Priority => TicketSort.Priority,
        QueueColumn.Next => TicketSort.NextDue,
        QueueColumn.Opened => TicketSort.OpenedAt,
        QueueColumn.Updated => TicketSort.UpdatedAt,
        QueueColumn.Resolved => TicketSort.ResolvedAt,
        QueueColumn.Closed => TicketSort.ClosedAt,
        _ => null,
    };
}
