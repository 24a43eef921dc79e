using System.Globalization;
using Fengtai.Identity;
using Fengtai.Notifications;
using Fengtai.Platform.Events;
using Fengtai.Platform.Texts;
using Fengtai.Tickets.Relations;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Watching;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

/// <summary>Tells people in the page what happened to the tickets that are theirs.</summary>
internal sealed class TellPeople(Notices notices, Teams teams, TicketReaders readers) : IReaction<TicketEvent>
{
    public async Task ReactAsync(Occurrence<TicketEvent> occurrence, Work work, CancellationToken cancellation)
    {
        // a ticket that is opened in the same step has no number yet, and nobody who waits for news of it
        if (await work.Db.FindAsync<Ticket>([occurrence.Subject.Id], cancellation) is not { Number: > 0 } ticket)
        {
            return;
        }
        var happened = occurrence.Event;
        var members = NewsOf.TeamOf(happened) is { } team ? await teams.MembersAsync(team, cancellation) : [];
        if (NewsOf.ForStaff(happened, ticket, [.. members.Select(m => m.Person.Id)]) is var (news, people))
        {
            notices.Tell(people, Told(news, ticket, "/desk/tickets/"), occurrence.Actor);
        }
        if (happened is NoteAdded { Named: { Count: > 0 } named })
        {
            notices.Tell(named.Select(n => n.PersonId), Told(News.Mentioned, ticket, "/desk/tickets/"), occurrence.Actor);
        }
        if (NewsOf.ForRequester(happened, ticket) is { } forRequester)
        {
            notices.Tell(new[] { ticket.RequesterId, ticket.ReportedById }.OfType<Guid>(), Told(forRequester, ticket, "/requests/"), occurrence.Actor);
        }
        if (NewsOf.ForFollowers(happened) is { } forFollowers)
        {
            var followers = await work.Db.Set<Participant>().Where(p => p.TicketId == ticket.Id).Select(p => p.PersonId).ToListAsync(cancellation);
            notices.Tell(followers, Told(forFollowers, ticket, "/requests/"), occurrence.Actor);
        }
        if (NewsOf.ForWatchers(happened, ticket) is { } forWatchers)
        {
            notices.TellOnce(await WatchersAsync(ticket, work, cancellation), Told(forWatchers, ticket, "/desk/tickets/"), occurrence.Actor);
        }
    }

    /// <summary>Those who may still read it.</summary>
    private async Task<IReadOnlyCollection<Guid>> WatchersAsync(Ticket ticket, Work work, CancellationToken cancellation)
    {
        var watching = await work.Db.Set<Watcher>().Where(w => w.TicketId == ticket.Id).Select(w => w.PersonId).ToListAsync(cancellation);
        return await readers.AmongAsync(ticket, watching, cancellation);
    }

    private static Told Told(News news, Ticket ticket, string page)
    {
        var number = ticket.Number.ToString(CultureInfo.InvariantCulture);
        return new(TextKeys.Key(news), [number, ticket.Subject], page + number);
    }
}
