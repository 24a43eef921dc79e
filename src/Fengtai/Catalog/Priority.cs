using Fengtai.Platform.Texts;

namespace Fengtai.Catalog;

/// <summary>How soon a ticket is worked on.</summary>
[TextKeys("catalog.priority")]
public enum Priority
{
    /// <summary>紧急.</summary>
    Urgent,

    /// <summary>重要.</summary>
    High,

    /// <summary>一般.</summary>
    Normal,

    /// <summary>低.</summary>
    Low,
}

/// <summary>How many people and how much of the work are affected.</summary>
[TextKeys("catalog.impact")]
public enum Impact
{
    /// <summary>Many people, or a service the organisation depends on.</summary>
    High,

    /// <summary>A department or an important function.</summary>
    Medium,

    /// <summary>One person.</summary>
    Low,
}

/// <summary>How long it can wait.</summary>
[TextKeys("catalog.urgency")]
public enum Urgency
{
    /// <summary>Work stands still.</summary>
    High,

    /// <summary>Work goes on with difficulty.</summary>
    Medium,

    /// <summary>No hurry.</summary>
    Low,
}
