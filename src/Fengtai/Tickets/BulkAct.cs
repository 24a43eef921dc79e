using Fengtai.Platform.Texts;

namespace Fengtai.Tickets;

/// <summary>What can be done with many tickets at once. The words are those of the acts.</summary>
[TextKeys("tickets.bulkAct")]
public enum BulkAct
{
    /// <summary>批量受理.</summary>
    Accept,

    /// <summary>批量分类定级.</summary>
    Classify,

    /// <summary>批量派单.</summary>
    Assign,

    /// <summary>批量挂起.</summary>
    Wait,

    /// <summary>批量恢复处理.</summary>
    Resume,

    /// <summary>批量备注或答复.</summary>
    Notes,

    /// <summary>批量关闭.</summary>
    Close,

    /// <summary>批量归入上级工单, or any other link to one ticket.</summary>
    Link,

    /// <summary>批量运行宏.</summary>
    Macro,
}
