using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

/// <summary>What all use cases of views, templates and macros have in common.</summary>
internal static class Shared
{
    /// <summary>One that the actor may change. Who may not see it does not learn that there is one.</summary>
    public static async Task<Result<T>> FindAsync<T>(Work work, Guid id, Actor actor, CancellationToken cancellation, bool deleted = false) where T : class, IShared =>
        await work.Db.Set<T>().SingleOrDefaultAsync(k => k.Id == id && k.DeletedAt != null == deleted, cancellation) switch
        {
            { } kept when Sharing.MayChange(kept, actor) => kept,
            { } kept when Sharing.MaySee(kept, actor) => new NotAllowed(kept.ToShare.Name),
            _ => new NotFound(),
        };

    public static async Task<Result<T>> DeleteAsync<T>(Work work, Guid id, Func<T, (Subject About, Event Happened)> tell, Actor actor, CancellationToken cancellation) where T : class, IShared =>
        await MarkAsync(work, await FindAsync<T>(work, id, actor, cancellation), work.Now, tell, actor, cancellation);

    public static async Task<Result<T>> RestoreAsync<T>(Work work, Guid id, Func<T, (Subject About, Event Happened)> tell, Actor actor, CancellationToken cancellation) where T : class, IShared =>
        await MarkAsync(work, await FindAsync<T>(work, id, actor, cancellation, deleted: true), null, tell, actor, cancellation);

    private static async Task<Result<T>> MarkAsync<T>(Work work, Result<T> found, DateTimeOffset? deletedAt, Func<T, (Subject About, Event Happened)> tell, Actor actor, CancellationToken cancellation)
        where T : class, IShared
    {
        if (found.IsRefused)
        {
            return found;
        }
        var kept = found.Value;
        kept.DeletedAt = deletedAt;
        var (about, happened) = tell(kept);
        work.Record(about, happened, actor);
        return (await work.SaveAsync(cancellation)).Map(_ => kept);
    }
}
