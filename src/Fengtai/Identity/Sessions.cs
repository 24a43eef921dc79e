using Fengtai.Identity.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>Begins and ends sessions as part of a larger work; the caller saves.</summary>
internal static class Sessions
{
    /// <summary>The secret for the cookie, and how long the browser is to keep it (null: until it is closed).</summary>
    public static StartedSession StartSession(this Work work, Person person, Visitor visitor, bool stay)
    {
        var secret = Secrets.New();
        var session = new Session
        {
            Id = Guid.CreateVersion7(work.Now),
            PersonId = person.Id,
            TokenHash = Secrets.Hash(secret),
            CreatedAt = work.Now,
            LastSeenAt = work.Now,
            ExpiresAt = work.Now + (stay ? SessionRule.Long : SessionRule.Short),
            Address = visitor.Address,
            Device = visitor.Device,
        };
        work.Db.Add(session);
        work.Record(PersonEvent.Of(person.Id), new SessionStarted(session.Id, visitor.Address, visitor.Device), Self(person));
        return new(person, secret, stay ? session.ExpiresAt : null);
    }

    public static async Task EndSessionsAsync(this Work work, Guid person, string why, Actor actor, CancellationToken cancellation, Guid? except = null)
    {
        foreach (var session in await work.Db.Set<Session>().Where(s => s.PersonId == person && s.Id != except).ToListAsync(cancellation))
        {
            work.EndSession(session, why, actor);
        }
    }

    public static void EndSession(this Work work, Session session, string why, Actor actor)
    {
        work.Db.Remove(session);
        work.Record(PersonEvent.Of(session.PersonId), new SessionEnded(session.Id, why), actor);
    }

    /// <summary>The person as the actor of what they do before they are signed in.</summary>
    public static Actor Self(Person person) => new() { Id = person.Id, Login = person.Login, Name = person.Name };
}

internal sealed record StartedSession(Person Person, string Secret, DateTimeOffset? KeptUntil);
