using Fengtai.Catalog;

namespace Fengtai.Tickets.Rules;

/// <summary>What acts on many tickets change, as it stood at one moment: to say what changes, and to put it back.</summary>
internal sealed record TicketFacets(
    TicketStatus Status, TicketStatus? StatusBeforeWait, WaitReason? WaitReason, DateTimeOffset? WaitUntil,
    TicketType Type, Guid? CategoryId, Impact? Impact, Urgency? Urgency, Priority Priority, bool OutOfScope, IReadOnlyList<string> MissingAnswers,
    Guid? OwnerId, Guid? TeamId, Guid? AssigneeId, DateTimeOffset? AcceptedAt, DateTimeOffset? AssignedAt, DateTimeOffset? TakenAt,
    CloseCode? CloseCode, DateTimeOffset? ClosedAt, DateTimeOffset? UnansweredSince, Guid? ParentId)
{
    /// <summary>The state of the work, whether or not it waits at the moment.</summary>
    public TicketStatus WorkStatus => StatusBeforeWait ?? Status;

    public Classification Classification => new(Type, CategoryId, Impact, Urgency, Priority, OutOfScope, MissingAnswers);

    public Assignment Assignment => new(TeamId, AssigneeId);

    public static TicketFacets Of(Ticket t) => new(
        t.Status, t.StatusBeforeWait, t.WaitReason, t.WaitUntil,
        t.Type, t.CategoryId, t.Impact, t.Urgency, t.Priority, t.OutOfScope, [.. t.MissingAnswers],
        t.OwnerId, t.TeamId, t.AssigneeId, t.AcceptedAt, t.AssignedAt, t.TakenAt,
        t.CloseCode, t.ClosedAt, t.UnansweredSince, t.ParentId);

    /// <summary>What is another afterwards, in the order in which people read it.</summary>
    public IReadOnlyList<FacetChange> ChangesTo(TicketFacets after) =>
    [
        .. new FacetChange[]
        {
            new(TicketFacet.Status, Status, after.Status),
            new(TicketFacet.WaitReason, WaitReason, after.WaitReason),
            new(TicketFacet.WaitUntil, WaitUntil, after.WaitUntil),
            new(TicketFacet.CloseCode, CloseCode, after.CloseCode),
            new(TicketFacet.Type, Type, after.Type),
            new(TicketFacet.Category, CategoryId, after.CategoryId),
            new(TicketFacet.Impact, Impact, after.Impact),
            new(TicketFacet.Urgency, Urgency, after.Urgency),
            new(TicketFacet.Priority, Priority, after.Priority),
            new(TicketFacet.OutOfScope, OutOfScope, after.OutOfScope),
            new(TicketFacet.Owner, OwnerId, after.OwnerId),
            new(TicketFacet.Team, TeamId, after.TeamId),
            new(TicketFacet.Assignee, AssigneeId, after.AssigneeId),
            new(TicketFacet.Parent, ParentId, after.ParentId),
        }.Where(c => !Equals(c.From, c.To)),
    ];
}

/// <summary>One property that becomes another: words of enumerations, ids, moments; null where there is none.</summary>
internal sealed record FacetChange(TicketFacet Facet, object? From, object? To);

/// <summary>What of a ticket is another.</summary>
[Platform.Texts.TextKeys("tickets.facet")]
internal enum TicketFacet
{
    /// <summary>状态.</summary>
    Status,

    /// <summary>挂起原因.</summary>
    WaitReason,

    /// <summary>挂起到.</summary>
    WaitUntil,

    /// <summary>关闭代码.</summary>
    CloseCode,

    /// <summary>类型.</summary>
    Type,

    /// <summary>分类.</summary>
    Category,

    /// <summary>影响范围.</summary>
    Impact,

    /// <summary>紧急程度.</summary>
    Urgency,

    /// <summary>优先级.</summary>
    Priority,

    /// <summary>服务范围外.</summary>
    OutOfScope,

    /// <summary>服务台负责人.</summary>
    Owner,

    /// <summary>处理组.</summary>
    Team,

    /// <summary>工程师.</summary>
    Assignee,

    /// <summary>上级工单.</summary>
    Parent,
}
