using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets;

/// <summary>Gives a saved view another name, other readers, other filters or columns.</summary>
internal sealed class ChangeView(Work work, ViewInputs inputs)
{
    public async Task<Result<SavedView>> RunAsync(Guid id, ViewInput input, Actor actor, CancellationToken cancellation)
    {
        var found = await Shared.FindAsync<SavedView>(work, id, actor, cancellation);
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
}
