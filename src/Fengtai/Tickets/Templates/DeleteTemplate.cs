using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Templates;

/// <summary>Deletes a template, and brings it back for whoever thinks again.</summary>
internal sealed class DeleteTemplate(Work work)
{
    public Task<Result<Template>> RunAsync(Guid id, Actor actor, CancellationToken cancellation) =>
        Shared.DeleteAsync<Template>(work, id, t => (new(TemplateEvent.SubjectKind, t.Id), new TemplateDeleted(t.Name)), actor, cancellation);

    public Task<Result<Template>> UndoAsync(Guid id, Actor actor, CancellationToken cancellation) =>
        Shared.RestoreAsync<Template>(work, id, t => (new(TemplateEvent.SubjectKind, t.Id), new TemplateRestored(t.Name)), actor, cancellation);
}
