using Fengtai.Catalog;
using Fengtai.Platform.Texts;
using Fengtai.Tickets;

namespace Fengtai.ServiceLevels;

/// <summary>
/// What is agreed, as a document: with those who are served (then the policies carry its targets), with a team, or with a supplier (then it has
/// targets of its own, and clocks).
/// </summary>
public sealed class Agreement
{
    public const string SubjectKind = "agreement";

    /// <summary>So many days before its last one it is time to agree anew.</summary>
    private const int Soon = 30;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public AgreementKind Kind { get; init; }

    public string Name { get; set; } = "";

    public string NameEn { get; set; } = "";

    /// <summary>The first day.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>The last day; null: until somebody ends it. Before the first: it was withdrawn before it began.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>When it is to be looked at again.</summary>
    public DateOnly? ReviewOn { get; set; }

    /// <summary>Who looks after it and is reminded.</summary>
    public Guid? ResponsibleId { get; set; }

    public string Terms { get; set; } = "";

    /// <summary>So many per cent shall be kept in time.</summary>
    public int Goal { get; set; }

    /// <summary>The services, with everything below them; empty: all.</summary>
    public IReadOnlyList<Guid> Categories { get; set; } = [];

    /// <summary>SLA: who is served, in words.</summary>
    public string Customer { get; set; } = "";

    /// <summary>SLA: empty: of all.</summary>
    public IReadOnlyList<string> Departments { get; set; } = [];

    /// <summary>SLA: empty: at all.</summary>
    public IReadOnlyList<string> Sites { get; set; } = [];

    /// <summary>SLA: what carries its targets. They are read there and never copied, so that what is agreed is what is measured.</summary>
    public IReadOnlyList<Guid> Policies { get; set; } = [];

    /// <summary>OLA: with whom.</summary>
    public Guid? TeamId { get; set; }

    /// <summary>UC: with whom.</summary>
    public string Supplier { get; set; } = "";

    /// <summary>UC: how they are reached.</summary>
    public string Contact { get; set; } = "";

    /// <summary>OLA and UC: by whose time it is counted.</summary>
    public Guid? CalendarId { get; set; }

    /// <summary>OLA and UC: at most one per priority.</summary>
    public IReadOnlyList<AgreedTarget> Targets { get; set; } = [];

    /// <summary>OLA and UC: the waits during which its clocks stand still.</summary>
    public IReadOnlyList<WaitReason> Pauses { get; set; } = [];

    /// <summary>OLA and UC.</summary>
    public IReadOnlyList<EscalationStep> Steps { get; set; } = [];

    /// <summary>The review date of which somebody was reminded.</summary>
    public DateOnly? ReviewTold { get; set; }

    /// <summary>The last day of which somebody was reminded.</summary>
    public DateOnly? EndTold { get; set; }

    /// <summary>PostgreSQL's <c>xmin</c>.</summary>
    public uint Version { get; set; }

    public Wording Title => new(Name, NameEn);

    public bool IsInForceOn(DateOnly day) => ValidFrom <= day && !(ValidUntil < day);

    public bool ReviewIsDueOn(DateOnly day) => IsInForceOn(day) && ReviewOn <= day;

    public bool EndsSoonOn(DateOnly day) => IsInForceOn(day) && ValidUntil <= day.AddDays(Soon);
}

[TextKeys("levels.agreement")]
public enum AgreementKind
{
    /// <summary>服务级别协议: with those who are served.</summary>
    Sla,

    /// <summary>内部支持协议: with a team.</summary>
    Ola,

    /// <summary>供应商合同: with a supplier.</summary>
    Uc,
}

/// <param name="Value">1 or more.</param>
public sealed record AgreedTarget(Priority Priority, int Value, TargetUnit Unit);
