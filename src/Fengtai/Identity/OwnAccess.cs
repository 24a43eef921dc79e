using Fengtai.Identity.Portal;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>Where am I signed in, and which programs act as me?</summary>
internal sealed class OwnAccess(FengtaiDb db, TimeProvider time)
{
    /// <summary>The present one first, then by when they were last seen.</summary>
    public async Task<IReadOnlyList<OwnSession>> SessionsAsync(Actor actor, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var idle = now - Rules.SessionRule.Idle;
        var sessions = await db.Set<Session>().AsNoTracking()
            .Where(s => s.PersonId == actor.Id && s.ExpiresAt > now && s.LastSeenAt > idle)
            .OrderByDescending(s => s.Id == actor.Credential).ThenByDescending(s => s.LastSeenAt)
            .ToListAsync(cancellation);
        return [.. sessions.Select(s => new OwnSession(s.Id, Rules.DeviceName.Read(s.Device), s.Address, s.CreatedAt, s.LastSeenAt, s.Id == actor.Credential))];
    }

    /// <summary>Newest first; those that ran out lately too.</summary>
    public async Task<IReadOnlyList<OwnToken>> TokensAsync(Actor actor, CancellationToken cancellation)
    {
        var tokens = await db.Set<ApiToken>().AsNoTracking().Where(t => t.PersonId == actor.Id).OrderByDescending(t => t.CreatedAt).ToListAsync(cancellation);
        return [.. tokens.Select(t => new OwnToken(t.Id, t.Name, t.MayWrite, t.CreatedAt, t.LastUsedAt, t.ExpiresAt, t.ExpiresAt <= time.GetUtcNow()))];
    }
}
