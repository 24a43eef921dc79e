using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

/// <summary>Gives a saved view another name, other readers, other filters or columns.</summary>
internal sealed class ChangeView(Work work, ViewInputs inputs)
{
    public async Task<Result<SavedView>> RunAsync(Guid id, ViewInput input, Actor actor, CancellationToken cancellation)
    {
        var found = await FindAsync(work, id, actor, cancellation);
        if (found.IsRefused)
        {
            return found;
        }
        var view = found.Value;
        var read = await inputs.ReadAsync(input, view, actor, cancellation);
        if (read.IsRefused)
        {
            return Result<SavedView>.Refused(read.Refusals);
        }
        if (read.Value.IsThatOf(view))
        {
            return view;
        }
        read.Value.Put(view);
        work.Record(new Subject(ViewEvent.SubjectKind, view.Id), new ViewChanged(view.Name, view.Audience, view.TeamId, view.Filter), actor);
        return (await work.SaveAsync(cancellation)).Map(_ => view);
    }

    /// <summary>A view that the actor may change. Who may not see it does not learn that there is one.</summary>
    internal static async Task<Result<SavedView>> FindAsync(Work work, Guid id, Actor actor, CancellationToken cancellation, bool deleted = false) =>
        await work.Db.Set<SavedView>().SingleOrDefaultAsync(v => v.Id == id && v.DeletedAt != null == deleted, cancellation) switch
        {
            { } view when ViewSharing.MayChange(view, actor) => view,
            { } view when ViewSharing.MaySee(view, actor) => new NotAllowed(TicketPermissions.ShareViews.Name),
            _ => new NotFound(),
        };
}
