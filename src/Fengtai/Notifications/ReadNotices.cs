using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Notifications;

/// <summary>Somebody has read one of their notices, those about a page, or all of them.</summary>
public sealed class ReadNotices(Work work)
{
    /// <summary>More than anybody leaves unread; the next press takes the rest.</summary>
    private const int AtOnce = 1_000;

    /// <summary>Whoever looks at a page knows what its notices say.</summary>
    /// <param name="hrefs">The page, by all its addresses.</param>
    public async Task AboutAsync(string[] hrefs, Actor actor, CancellationToken cancellation)
    {
        if (actor.IsSignedIn && !actor.IsReadOnly)
        {
            // what is not noted because another page was faster is noted already
            await ReadAsync(await Unread(actor).Where(n => hrefs.Contains(n.Href)).OrderByDescending(n => n.Id).Take(AtOnce).ToListAsync(cancellation), actor, cancellation);
        }
    }

    /// <summary>Where the notice leads.</summary>
    public async Task<Result<string>> OneAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        if (await work.Db.Set<StoredNotice>().SingleOrDefaultAsync(n => n.Id == id && n.PersonId == actor.Id, cancellation) is not { } notice)
        {
            return new NotFound();
        }
        return (await ReadAsync(notice.ReadAt is null ? [notice] : [], actor, cancellation)).Map(_ => notice.Href);
    }

    public async Task<Result<Done>> AllAsync(Actor actor, CancellationToken cancellation) => await ReadAsync(
        await Unread(actor).OrderByDescending(n => n.Id).Take(AtOnce).ToListAsync(cancellation),
        actor,
        cancellation);

    private IQueryable<StoredNotice> Unread(Actor actor) => work.Db.Set<StoredNotice>().Where(n => n.PersonId == actor.Id && n.ReadAt == null);

    private async Task<Result<Done>> ReadAsync(List<StoredNotice> unread, Actor actor, CancellationToken cancellation)
    {
        if (unread.Count == 0)
        {
            return default(Done);
        }
        unread.ForEach(n => n.ReadAt = work.Now);
        work.Record(new Subject(NoticeTopic.Kind, actor.Id), new NoticesRead(unread.Count), actor);
        return await work.SaveAsync(cancellation);
    }
}
