using Fengtai.Identity.Admin;
using Fengtai.Identity.Rules;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>Everything an administrator sees of one person.</summary>
internal sealed class PersonRecord(FengtaiDb db, Teams teams, People people, TimeProvider time)
{
    private const int MostEvents = 30;

    public async Task<PersonView?> AskAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellation) is not { } person)
        {
            return null;
        }
        var now = time.GetUtcNow();
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.PersonId == id, cancellation);
        var loginHash = Secrets.Hash(person.Login);
        var attempts = await db.Set<SignInAttempts>().AsNoTracking().SingleOrDefaultAsync(a => a.LoginHash == loginHash, cancellation);
        var sessions = await db.Set<Session>().CountAsync(s => s.PersonId == id && s.ExpiresAt > now && s.LastSeenAt > now - SessionRule.Idle, cancellation);
        var tokens = await db.Set<ApiToken>().CountAsync(t => t.PersonId == id && t.ExpiresAt > now, cancellation);
        var access = new AccessView(account?.PasswordHash is not null, account?.LastSignInAt, attempts?.LockedUntil > now ? attempts.LockedUntil : null, sessions, tokens);
        return new(person, await teams.OfAsync(id, cancellation), await teams.AllAsync(cancellation), access, await HistoryAsync(id, cancellation));
    }

    private async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid id, CancellationToken cancellation)
    {
        var events = await db.Set<EventRow>().AsNoTracking().Where(e => e.SubjectId == id && e.SubjectKind == "person").OrderByDescending(e => e.Id).Take(MostEvents).ToListAsync(cancellation);
        var actors = await people.ManyAsync(events.Select(e => e.Actor).OfType<Guid>(), cancellation);
        return [.. events.Select(e => new HistoryEntry(e.Id, e.Kind, e.At, e.Actor is { } actor && actors.TryGetValue(actor, out var who) ? who.Name : null, HistoryEntry.Details(e.Data)))];
    }
}
