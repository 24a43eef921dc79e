using Fengtai.Platform.Events;

namespace Fengtai.Audit.Admin;

/// <summary>One event in words.</summary>
/// <param name="Who">Null: the system, or somebody who was not signed in.</param>
/// <param name="Details">Null where the reader may not know them.</param>
public sealed record AuditLine(long Id, DateTimeOffset At, AuditedName? Who, string SubjectKind, AuditedName? About, string What, IReadOnlyList<AuditDetail>? Details);

/// <param name="From">Null where it is a fact and no change.</param>
public sealed record AuditDetail(string Label, string? From, string To);

/// <summary>One look in words.</summary>
/// <param name="Whose">The first few, by name.</param>
/// <param name="More">How many others.</param>
public sealed record LookLine(long Id, DateTimeOffset At, AuditedName? Who, string What, IReadOnlyList<AuditedName> Whose, int More, string Page, string? Words);
