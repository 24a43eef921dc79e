using Fengtai.Platform.Texts;

namespace Fengtai.Tickets;

/// <summary>What another ticket is to this one. Each has a counterpart, so that a link reads right from both ends.</summary>
[TextKeys("tickets.link")]
public enum LinkKind
{
    /// <summary>相关: it helps to know both.</summary>
    Related,

    /// <summary>阻塞: the other one cannot go on before this one is done.</summary>
    Blocks,

    /// <summary>受阻于: this one cannot go on before the other is done.</summary>
    BlockedBy,

    /// <summary>重复: the other one said it first.</summary>
    DuplicateOf,

    /// <summary>被重复: the other one says the same again.</summary>
    HasDuplicate,

    /// <summary>起因于: the other one is the cause.</summary>
    CausedBy,

    /// <summary>导致: this one is the cause.</summary>
    Causes,

    /// <summary>拆分自: this one was a part of the other.</summary>
    SplitFrom,

    /// <summary>拆分出: the other one was a part of this.</summary>
    SplitInto,

    /// <summary>上级: this one is a part of the other.</summary>
    Parent,

    /// <summary>下级: the other one is a part of this.</summary>
    Child,
}
