using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>Ends sessions: one of one's own, all others, all of somebody.</summary>
internal sealed class EndSession(Work work)
{
    public async Task<Result<Done>> OwnAsync(Guid session, string why, Actor actor, CancellationToken cancellation)
    {
        if (await work.Db.Set<Session>().SingleOrDefaultAsync(s => s.Id == session && s.PersonId == actor.Id, cancellation) is not { } own)
        {
            return new NotFound();
        }
        work.EndSession(own, why, actor);
        return await work.SaveAsync(cancellation);
    }

    public async Task<Result<Done>> OthersAsync(Actor actor, CancellationToken cancellation)
    {
        await work.EndSessionsAsync(actor.Id, "ended", actor, cancellation, except: actor.Credential);
        return await work.SaveAsync(cancellation);
    }

    /// <summary>For an administrator.</summary>
    public async Task<Result<Done>> AllOfAsync(Guid person, Actor actor, CancellationToken cancellation)
    {
        await work.EndSessionsAsync(person, "ended", actor, cancellation);
        return await work.SaveAsync(cancellation);
    }
}
