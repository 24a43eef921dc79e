using Fengtai.Platform.Texts;

namespace Fengtai.Tickets.Rules;

/// <summary>What a template may leave to each ticket.</summary>
[TextKeys("tickets.placeholder")]
internal enum Placeholder
{
    /// <summary>The requester's name.</summary>
    RequesterName,

    RequesterDepartment,

    RequesterSite,

    RequesterPhone,

    TicketNumber,

    TicketSubject,

    TicketType,

    TicketStatus,

    TicketPriority,

    /// <summary>Where it is, in the requester's words.</summary>
    TicketPlace,

    /// <summary>The day on which it was opened.</summary>
    TicketOpened,

    /// <summary>How it was solved.</summary>
    TicketSolution,

    /// <summary>The category with those above it.</summary>
    Category,

    /// <summary>The team that works on it.</summary>
    Team,

    /// <summary>The engineer who works on it.</summary>
    Assignee,

    /// <summary>Whoever writes.</summary>
    AgentName,

    /// <summary>The telephone of whoever writes.</summary>
    AgentPhone,

    /// <summary>When the next action is due.</summary>
    Due,

    /// <summary>Until when it is on hold.</summary>
    WaitUntil,

    Today,

    Now,
}

/// <summary>How placeholders are written: <c>{{requester.name}}</c>, or <c>{{用户}}</c>, in any case and with any blanks.</summary>
internal static class PlaceholderWords
{
    private static readonly (Placeholder What, string Word, string[] Chinese)[] Table =
    [
        (Placeholder.RequesterName, "requester.name", ["用户", "用户姓名", "申请人"]),
        (Placeholder.RequesterDepartment, "requester.department", ["部门", "用户部门"]),
        (Placeholder.RequesterSite, "requester.site", ["办公地点"]),
        (Placeholder.RequesterPhone, "requester.phone", ["用户电话"]),
        (Placeholder.TicketNumber, "ticket.number", ["工单号", "工单编号"]),
        (Placeholder.TicketSubject, "ticket.subject", ["主题", "标题"]),
        (Placeholder.TicketType, "ticket.type", ["类型"]),
        (Placeholder.TicketStatus, "ticket.status", ["状态"]),
        (Placeholder.TicketPriority, "ticket.priority", ["优先级"]),
        (Placeholder.TicketPlace, "ticket.place", ["地点"]),
        (Placeholder.TicketOpened, "ticket.opened", ["提单日期"]),
        (Placeholder.TicketSolution, "ticket.solution", ["解决方案"]),
        (Placeholder.Category, "category", ["分类", "类别"]),
        (Placeholder.Team, "team", ["处理组"]),
        (Placeholder.Assignee, "assignee", ["工程师", "处理人"]),
        (Placeholder.AgentName, "agent.name", ["客服", "本人"]),
        (Placeholder.AgentPhone, "agent.phone", ["客服电话", "本人电话"]),
        (Placeholder.Due, "due", ["截止时间"]),
        (Placeholder.WaitUntil, "wait.until", ["挂起到期"]),
        (Placeholder.Today, "today", ["今天"]),
        (Placeholder.Now, "now", ["现在"]),
    ];

    private static readonly Dictionary<string, Placeholder> Known =
        Table.SelectMany(t => t.Chinese.Prepend(t.Word), (t, word) => (t.What, word)).ToDictionary(t => t.word, t => t.What, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<Placeholder, string> Words = Table.ToDictionary(t => t.What, t => t.Word);

    /// <summary>Null where nobody knows the word.</summary>
    public static Placeholder? Read(string word) => Known.TryGetValue(word, out var what) ? what : null;

    /// <summary>The word that programs use: <c>requester.name</c>.</summary>
    public static string Of(Placeholder what) => Words[what];

    /// <summary>The first of the Chinese words.</summary>
    public static string InChinese(Placeholder what) => Table.First(t => t.What == what).Chinese[0];
}
