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
    public async Task<Result<SavedView>> RunAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        var found = await ChangeView.FindAsync(work, id, actor, cancellation);
        if (found.IsRefused)
        {
            return found;
        }
        found.Value.DeletedAt = work.Now;
        work.Record(new Subject(ViewEvent.SubjectKind, id), new ViewDeleted(found.Value.Name), actor);
        return (await work.SaveAsync(cancellation)).Map(_ => found.Value);
    }

    public async Task<Result<SavedView>> UndoAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        var found = await ChangeView.FindAsync(work, id, actor, cancellation, deleted: true);
        if (found.IsRefused)
        {
            return found;
        }
        found.Value.DeletedAt = null;
        work.Record(new Subject(ViewEvent.SubjectKind, id), new ViewRestored(found.Value.Name), actor);
        return (await work.SaveAsync(cancellation)).Map(_ => found.Value);
    }
}

/// <summary>Deleted views that nobody wanted back go, and how people had arranged them.</summary>
internal sealed class SweepViews(Platform.Data.FengtaiDb db, TimeProvider time) : IRecurringJob
{
    public const string Name = "tickets.views.sweep";
    public static readonly TimeSpan Every = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var before = time.GetUtcNow() - ViewSharing.KeptFor;
        await db.Database.ExecuteSqlAsync($"""
            with gone as (delete from tickets.views where deleted_at < {before} returning id)
            delete from tickets.view_places p
            using gone
            where p.view = replace(gone.id::text, '-', '')
            """, cancellation);
    }
}
