using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Macros;

/// <summary>Deletes a macro, and brings it back for whoever thinks again.</summary>
internal sealed class DeleteMacro(Work work)
{
    public Task<Result<Macro>> RunAsync(Guid id, Actor actor, CancellationToken cancellation) =>
        Shared.DeleteAsync<Macro>(work, id, m => (new(MacroEvent.SubjectKind, m.Id), new MacroDeleted(m.Name)), actor, cancellation);

    public Task<Result<Macro>> UndoAsync(Guid id, Actor actor, CancellationToken cancellation) =>
        Shared.RestoreAsync<Macro>(work, id, m => (new(MacroEvent.SubjectKind, m.Id), new MacroRestored(m.Name)), actor, cancellation);
}
