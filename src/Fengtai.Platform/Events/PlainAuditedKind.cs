namespace Fengtai.Platform.Events;

/// <summary>A kind of subjects that have neither names nor pages of their own, such as jobs: what happens to them is told by <c>audit.…</c> texts.</summary>
public sealed class PlainAuditedKind(string subjectKind, params string[] eventKinds) : AuditedKind
{
    public override string SubjectKind => subjectKind;

    public override IReadOnlyList<string> EventKinds => eventKinds;

    public override string EventKey(string eventKind) => $"audit.event.{eventKind}";

    public override string? LabelKey(string eventKind, string member) => member == "textKey" ? null : $"audit.data.{member}";

    public override string? WordKey(string eventKind, string member, string value) => member == "log" ? $"audit.log.{value}" : null;
}
