using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Watching;

/// <summary>取消关注: for oneself or, as anybody may be added, for anybody.</summary>
internal sealed class UnwatchTicket(Work work, People people)
{
    /// <param name="login">Who does not watch it stays as they are.</param>
    public async Task<Result<Done>> RunAsync(long number, string login, Actor actor, CancellationToken cancellation)
    {
        var ticket = await work.Db.Set<Ticket>().AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(t => t.Number == number, cancellation);
        if (ticket is null || !Standing.Of(actor, ticket).SeesInternals)
        {
            return new NotFound();
        }
        if (await WatchTicket.PersonAsync(people, login, actor, cancellation) is not { } person)
        {
            return new UnknownValue("watcher", login);
        }
        if (await work.Db.Set<Watcher>().SingleOrDefaultAsync(w => w.TicketId == ticket.Id && w.PersonId == person.Id, cancellation) is not { } watcher)
        {
            return default(Done);
        }
        work.Db.Remove(watcher);
        work.Record(TicketActs.SubjectOf(ticket), new WatcherRemoved(person.Id), actor);
        // somebody else was faster: it is done
        return await work.SaveAsync(cancellation) is { IsRefused: true, Refusal: not ChangedMeanwhile } refused ? refused : default(Done);
    }
}
