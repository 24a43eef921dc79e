using Fengtai.Platform.Texts;

namespace Fengtai.Tickets;

/// <summary>What staff can do next with a ticket, in the order in which it is offered.</summary>
[TextKeys("desk.ticket.step")]
public enum TicketStep
{
    /// <summary>受理: the desk takes it over.</summary>
    Accept,

    /// <summary>答复: the user waits for a word.</summary>
    Answer,

    /// <summary>接单: the engineer it was given to says yes.</summary>
    Take,

    /// <summary>认领: somebody of the team takes it.</summary>
    Claim,

    /// <summary>恢复处理: the wait ends early.</summary>
    Resume,

    /// <summary>回访: the user is called.</summary>
    Call,

    /// <summary>发布进展: news of a major incident for everybody whom it affects.</summary>
    Publish,

    /// <summary>归入工单: tickets become children of a major incident.</summary>
    Attach,

    /// <summary>派单: to a team or an engineer.</summary>
    Assign,

    /// <summary>一次性解决: solved while the user is there.</summary>
    SolveAtOnce,

    /// <summary>开始处理: work begins.</summary>
    Start,

    /// <summary>解决: solved, to be confirmed.</summary>
    Resolve,

    /// <summary>挂起: for a reason, until a date.</summary>
    Wait,

    /// <summary>转派: to somebody better suited.</summary>
    PassOn,

    /// <summary>联系记录: a conversation outside this system.</summary>
    Contact,

    /// <summary>处理计划: the user hears what will be done.</summary>
    Plan,

    /// <summary>承诺: the user hears until when to count on something.</summary>
    Promise,

    /// <summary>到场: an engineer is where the work is.</summary>
    Arrive,

    /// <summary>离场: the engineer who came goes again.</summary>
    Leave,

    /// <summary>升级: to the next line, a supplier, or those who lead and manage.</summary>
    Escalate,

    /// <summary>催办: the desk asks for haste for the user.</summary>
    Urge,

    /// <summary>分类定级: the desk's judgement.</summary>
    Classify,

    /// <summary>更正: the wording, contact and place.</summary>
    Correct,

    /// <summary>重新打开: closed, but not solved.</summary>
    Reopen,

    /// <summary>关联: what another ticket is to this one.</summary>
    Link,

    /// <summary>合并: it goes on in another ticket.</summary>
    Merge,

    /// <summary>撤销合并: it goes on by itself again.</summary>
    Unmerge,

    /// <summary>拆分: a part of it becomes a ticket of its own.</summary>
    Split,

    /// <summary>宣布重大事件: many are affected.</summary>
    DeclareMajor,

    /// <summary>撤销重大事件: it was none.</summary>
    WithdrawMajor,

    /// <summary>关闭: needs no solution.</summary>
    Close,
}
