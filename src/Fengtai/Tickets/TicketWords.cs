using Fengtai.Platform.Texts;

namespace Fengtai.Tickets;

[TextKeys("tickets.type")]
public enum TicketType
{
    /// <summary>故障申告: something does not work.</summary>
    Incident,

    /// <summary>服务请求: something is wanted from the catalogue.</summary>
    ServiceRequest,

    /// <summary>变更请求: something is to be different.</summary>
    ChangeRequest,

    /// <summary>服务咨询: a question.</summary>
    Inquiry,

    /// <summary>监控告警: a monitoring system reported it.</summary>
    Alert,
}

[TextKeys("tickets.status")]
public enum TicketStatus
{
    /// <summary>待受理: the desk's queue owns it.</summary>
    New,

    /// <summary>已受理: somebody on the desk owns it.</summary>
    Accepted,

    /// <summary>待接单: a team or an engineer has it, work has not begun.</summary>
    Assigned,

    /// <summary>处理中: work has begun.</summary>
    InProgress,

    /// <summary>挂起: for a stated reason, until a stated date.</summary>
    Waiting,

    /// <summary>待确认: solved, not yet confirmed.</summary>
    Resolved,

    /// <summary>已关闭: the end, unless reopened.</summary>
    Closed,

    /// <summary>已取消: withdrawn by the requester before work began.</summary>
    Cancelled,
}

[TextKeys("tickets.channel")]
public enum Channel
{
    /// <summary>The user's own pages.</summary>
    Portal,

    /// <summary>A call to the hotline.</summary>
    Phone,

    /// <summary>Told face to face.</summary>
    InPerson,

    /// <summary>Another program.</summary>
    Api,
}

[TextKeys("tickets.waitReason")]
public enum WaitReason
{
    /// <summary>A question was put to the user.</summary>
    User,

    /// <summary>The user wished a later date.</summary>
    UserDate,

    /// <summary>A supplier has to act.</summary>
    Supplier,

    /// <summary>Spare parts are on their way.</summary>
    Parts,

    /// <summary>Somebody has to approve.</summary>
    Approval,

    /// <summary>Work is allowed only in a change window.</summary>
    ChangeWindow,

    /// <summary>It seems solved and is being watched.</summary>
    Observation,
}

[TextKeys("tickets.waitEnd")]
public enum WaitEnd
{
    /// <summary>The user answered.</summary>
    Answered,

    /// <summary>The date has come.</summary>
    DateCame,

    /// <summary>Staff went on by themselves.</summary>
    Resumed,
}

[TextKeys("tickets.contactBy")]
public enum ContactBy
{
    /// <summary>By telephone; counts as a response.</summary>
    Phone,

    /// <summary>Face to face; counts as a response.</summary>
    InPerson,

    /// <summary>By an instant message outside this system.</summary>
    Im,

    /// <summary>In a remote session.</summary>
    Remote,
}

[TextKeys("tickets.outcome")]
public enum ResolutionOutcome
{
    /// <summary>The cause is gone.</summary>
    Solved,

    /// <summary>The user can work, the cause remains.</summary>
    Workaround,
}

[TextKeys("tickets.callOutcome")]
public enum CallOutcome
{
    /// <summary>The user says it is solved.</summary>
    Solved,

    /// <summary>The user says it is not.</summary>
    Unsolved,

    /// <summary>Nobody answered.</summary>
    NotReached,
}

[TextKeys("tickets.closeCode")]
public enum CloseCode
{
    /// <summary>The requester or reporter confirmed.</summary>
    Confirmed,

    /// <summary>The follow-up call found it solved.</summary>
    CalledBack,

    /// <summary>未联系上: nobody answered three calls in the set time; never a rating.</summary>
    NoAnswer,

    /// <summary>Advertising or abuse.</summary>
    Spam,

    /// <summary>Another ticket is about the same.</summary>
    Duplicate,

    /// <summary>Not a matter of IT; the requester was told where to go.</summary>
    NotIt,

    /// <summary>It went away by itself.</summary>
    SelfRecovered,

    /// <summary>The alert recovered and the desk has checked.</summary>
    Recovered,
}

[TextKeys("tickets.nextAction")]
public enum NextActionKind
{
    /// <summary>The desk accepts it.</summary>
    Accept,

    /// <summary>Somebody gives the first answer, or answers the user's last message.</summary>
    FirstResponse,

    /// <summary>The desk gives it to somebody.</summary>
    Assign,

    /// <summary>The engineer takes the job.</summary>
    Take,

    /// <summary>The user hears how it goes.</summary>
    NextUpdate,

    /// <summary>The user hears what was promised by hand.</summary>
    Promise,

    /// <summary>The wait ends.</summary>
    Resume,

    /// <summary>The user confirms, or the desk calls.</summary>
    Confirmation,

    /// <summary>The user hears what will be done.</summary>
    Plan,

    /// <summary>The engineer is on site.</summary>
    Arrive,

    /// <summary>It is solved.</summary>
    Resolve,
}
