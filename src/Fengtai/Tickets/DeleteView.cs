using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

/// <summary>Deletes a saved view, and brings it back for whoever thinks again.</summary>
internal sealed class DeleteView(Work work)
{
    public Task<Result<SavedView>> RunAsync(Guid id, Actor actor, CancellationToken cancellation) =>
        Shared.DeleteAsync<SavedView>(work, id, v => (new(ViewEvent.SubjectKind, v.Id), new ViewDeleted(v.Name)), actor, cancellation);

    public Task<Result<SavedView>> UndoAsync(Guid id, Actor actor, CancellationToken cancellation) =>
        Shared.RestoreAsync<SavedView>(work, id, v => (new(ViewEvent.SubjectKind, v.Id), new ViewRestored(v.Name)), actor, cancellation);
}

/// <summary>Deleted views that nobody wanted back go, and how people had arranged them.</summary>
internal sealed class SweepViews(Platform.Data.FengtaiDb db, TimeProvider time) : IRecurringJob
{
    public const string Name = "tickets.views.sweep";
    public static readonly TimeSpan Every = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var before = time.GetUtcNow() - Sharing.KeptFor;
        await db.Database.ExecuteSqlAsync($"""
            with gone as (delete from tickets.views where deleted_at < {before} returning id)
            delete from tickets.view_places p
            using gone
            where p.view = replace(gone.id::text, '-', '')
            """, cancellation);
    }
}
