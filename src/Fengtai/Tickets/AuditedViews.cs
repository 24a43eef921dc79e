using Fengtai.Platform.Events;
using Fengtai.Tickets.Macros;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Templates;

namespace Fengtai.Tickets;

/// <summary>What happens to saved views, templates and macros, and which lists were taken away, for the auditor.</summary>
internal sealed class AuditedViews(string subjectKind, params IReadOnlyList<string> eventKinds) : AuditedKind
{
    public static readonly AuditedViews Saved = new(ViewEvent.SubjectKind, "viewSaved", "viewChanged", "viewDeleted", "viewRestored");

    public static readonly AuditedViews Exported = new(Desk.TicketsExported.SubjectKind, "ticketsExported");

    public static readonly AuditedViews Templates = new(TemplateEvent.SubjectKind, "templateCreated", "templateChanged", "templateDeleted", "templateRestored");

    public static readonly AuditedViews Macros = new(MacroEvent.SubjectKind, "macroCreated", "macroChanged", "macroDeleted", "macroRestored");

    public override string SubjectKind => subjectKind;

    public override IReadOnlyList<string> EventKinds => eventKinds;

    public override string EventKey(string eventKind) => $"tickets.event.{eventKind}";

    public override string? LabelKey(string eventKind, string member) => $"tickets.data.{member}";

    public override string? WordKey(string eventKind, string member, string value) => member switch
    {
        "audience" => AuditedWord.Key<Audience>(value),
        "steps" => AuditedWord.Key<MacroAct>(value),
        _ => null,
    };
}
