using Fengtai.Platform.Events;

namespace Fengtai.Audit;

/// <summary>Somebody took a part of a log away in a file.</summary>
/// <param name="Log">events or looks.</param>
/// <param name="Filters">What was asked for, as the address says it.</param>
internal sealed record AuditExported(string Log, IReadOnlyList<string> Filters) : Event
{
    public const string SubjectKind = "audit";

    public static readonly Subject Subject = new(SubjectKind, new("0199aa00-0000-7000-8000-0000000000a0"));

    public override string Kind => "auditExported";
}
