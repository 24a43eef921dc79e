using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>Ends an own API token at once.</summary>
internal sealed class RevokeToken(Work work)
{
    public async Task<Result<Done>> RunAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        if (await work.Db.Set<ApiToken>().SingleOrDefaultAsync(t => t.Id == id && t.PersonId == actor.Id, cancellation) is not { } token)
        {
            return new NotFound();
        }
        work.Db.Remove(token);
        work.Record(PersonEvent.Of(actor.Id), new TokenRevoked(id, token.Name), actor);
        return await work.SaveAsync(cancellation);
    }
}
