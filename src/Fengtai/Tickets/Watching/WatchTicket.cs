using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Watching;

/// <summary>关注: somebody of the staff wants to hear of a ticket, or a colleague wants them to. The ticket itself stays as it is, its version too.</summary>
internal sealed class WatchTicket(Work work, People people, TicketReaders readers)
{
    /// <summary>The actor in place of a login.</summary>
    public const string Me = "me";

    /// <param name="login">Of whoever is to watch. Who does already goes on.</param>
    public async Task<Result<Done>> RunAsync(long number, string login, Actor actor, CancellationToken cancellation)
    {
        var done = await TryAsync(number, login, actor, cancellation);
        if (done is { IsRefused: true, Refusal: WatchesAlready })
        {
            work.Db.ChangeTracker.Clear();
            return default(Done);
        }
        return done;
    }

    private async Task<Result<Done>> TryAsync(long number, string login, Actor actor, CancellationToken cancellation)
    {
        var ticket = await work.Db.Set<Ticket>().AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(t => t.Number == number, cancellation);
        if (ticket is null || !Standing.Of(actor, ticket).SeesInternals)
        {
            return new NotFound();
        }
        if (await PersonAsync(people, login, actor, cancellation) is not { } person)
        {
            return new UnknownValue("watcher", login);
        }
        var watching = await work.Db.Set<Watcher>().AsNoTracking().Where(w => w.TicketId == ticket.Id).Select(w => w.PersonId).ToListAsync(cancellation);
        if (watching.Contains(person.Id))
        {
            return default(Done);
        }
        var mayRead = (await readers.AmongAsync(ticket, [person.Id], cancellation)).Count > 0;
        if (WatchingRules.Add(Standing.Of(actor, ticket), person.Name, mayRead, watching.Count) is { } refusal)
        {
            return Result<Done>.Refused([refusal]);
        }
        work.Db.Add(new Watcher { TicketId = ticket.Id, PersonId = person.Id, Since = work.Now, AddedById = actor.PersonId });
        work.Record(TicketActs.SubjectOf(ticket), new WatcherAdded(person.Id, ByMention: false), actor);
        return await work.SaveAsync(cancellation);
    }

    public static Task<PersonCard?> PersonAsync(People people, string login, Actor actor, CancellationToken cancellation) =>
        login == Me ? people.FindAsync(actor.Id, cancellation) : people.ByLoginAsync(login, cancellation);
}
