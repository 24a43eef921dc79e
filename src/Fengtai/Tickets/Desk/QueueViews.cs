using Fengtai.Platform.Access;
using Fengtai.Platform.Texts;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Desk;

/// <summary>The built-in views of the queue. Their words are in the address: <c>/desk?view=owned</c>.</summary>
[TextKeys("desk.queue.view")]
public enum QueueView
{
    /// <summary>待受理: nobody on the desk has accepted it.</summary>
    New,

    /// <summary>我负责的: open, and I answer for it on the desk.</summary>
    Owned,

    /// <summary>我处理的: open, and I work on it.</summary>
    Mine,

    /// <summary>本组: open, with one of my teams.</summary>
    Team,

    /// <summary>未分派: accepted, unsolved, and no engineer has it yet.</summary>
    Unassigned,

    /// <summary>即将超时: open, and the next deadline is close or past.</summary>
    DueSoon,

    /// <summary>等待中: on hold.</summary>
    Waiting,

    /// <summary>待回访: solved, and not yet confirmed.</summary>
    Calls,

    /// <summary>我关注的: open, and I watch it.</summary>
    Watched,

    /// <summary>全部: everything, closed ones too.</summary>
    All,
}

/// <summary>What is in a view, and whose view it is.</summary>
internal static class QueueViews
{
    public static TicketFilter Filter(QueueView view, Actor actor, DateTimeOffset now) => view switch
    {
        QueueView.New => new(new InStatus([TicketStatus.New])),
        QueueView.Owned => TicketFilter.Open.And(new RefersTo(FilterField.Owner, [actor.Id])),
        QueueView.Mine => TicketFilter.Open.And(new RefersTo(FilterField.Assignee, [actor.Id])),
        QueueView.Team => TicketFilter.Open.And(new RefersTo(FilterField.Team, [.. actor.Teams])),
        QueueView.Watched => TicketFilter.Open.And(new WatchedBy([actor.Id])),
        QueueView.Unassigned => new(new LacksAnEngineer()),
        QueueView.DueSoon => TicketFilter.Open.And(new IsSoon(now)),
        QueueView.Waiting => new(new InStatus([TicketStatus.Waiting])),
        QueueView.Calls => new(new InStatus([TicketStatus.Resolved])),
        QueueView.All => TicketFilter.Everything,
    };

    public static TicketOrder Order(QueueView view) => view == QueueView.All ? TicketSort.OpenedAt : TicketSort.NextDue;

    /// <summary>The views that make sense for what somebody does.</summary>
    public static IReadOnlyList<QueueView> For(Actor actor) => [.. Enum.GetValues<QueueView>().Where(view => view switch
    {
        QueueView.New or QueueView.Owned => actor.May(TicketPermissions.Desk),
        QueueView.Mine or QueueView.Team or QueueView.Unassigned => actor.May(TicketPermissions.Work),
        QueueView.Calls => actor.May(TicketPermissions.FollowUp),
        QueueView.DueSoon or QueueView.Watched or QueueView.Waiting or QueueView.All => true,
    })];

    /// <summary>Where somebody begins.</summary>
    public static QueueView First(Actor actor) =>
        actor.May(TicketPermissions.Desk) ? QueueView.New : actor.May(TicketPermissions.Work) ? QueueView.Mine : QueueView.All;
}
