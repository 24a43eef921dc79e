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
internal sealed class TellPeople(Notices notices, Teams teams, TicketReaders readers, TicketLeads leads, ToldInSum inSum) : IReaction<TicketEvent>
{
    public async Task ReactAsync(Occurrence<TicketEvent> occurrence, Work work, CancellationToken cancellation)
    {
        // a ticket that is opened in the same step has no number yet, and nobody who waits for news of it
        if (await work.Db.FindAsync<Ticket>([occurrence.Subject.Id], cancellation) is not { Number: > 0 } ticket)
        {
            return;
        }
        var happened = occurrence.Event;
        var members = NewsOf.TeamOf(happened, ticket) is { } team ? await teams.MembersAsync(team, cancellation) : [];
        if (NewsOf.ForStaff(happened, ticket, [.. members.Select(m => m.Person.Id)]) is var (news, people) && !inSum.Holds(news))
        {
            await notices.TellAsync(people, Told(news, ticket, TicketPages.OnDesk), occurrence.Actor, cancellation);
        }
        if (NewsOf.ForLeads(happened, ticket) is { } forLeads)
        {
            // who has it was told that it is urged; an escalation is for others alone
            var toldAlready = happened is TicketUrged ? NewsOf.Responsible(ticket) : [];
            var above = happened is TicketEscalated { Target: EscalationTarget.Manager } ? await leads.AboveAsync(ticket, cancellation) : await leads.OfAsync(ticket, cancellation);
            await notices.TellAsync(above.Except(toldAlready), Told(forLeads, ticket, TicketPages.OnDesk), occurrence.Actor, cancellation);
        }
        if (happened is NoteAdded { Named: { Count: > 0 } named })
        {
            await notices.TellAsync(named.Select(n => n.PersonId), Told(News.Mentioned, ticket, TicketPages.OnDesk), occurrence.Actor, cancellation);
        }
        if (NewsOf.ForRequester(happened, ticket) is { } forRequester)
        {
            await notices.TellAsync(new[] { ticket.RequesterId, ticket.ReportedById }.OfType<Guid>(), Told(forRequester, ticket, TicketPages.InPortal), occurrence.Actor, cancellation);
        }
        if (NewsOf.ForFollowers(happened) is { } forFollowers)
        {
            var followers = await work.Db.Set<Participant>().Where(p => p.TicketId == ticket.Id).Select(p => p.PersonId).ToListAsync(cancellation);
            await notices.TellAsync(followers, Told(forFollowers, ticket, TicketPages.InPortal), occurrence.Actor, cancellation);
        }
        if (NewsOf.ForWatchers(happened, ticket) is { } forWatchers)
        {
            await notices.TellOnceAsync(await WatchersAsync(ticket, work, cancellation), Told(forWatchers, ticket, TicketPages.OnDesk), occurrence.Actor, cancellation);
        }
    }

    /// <summary>Those who may still read it.</summary>
    private async Task<IReadOnlyCollection<Guid>> WatchersAsync(Ticket ticket, Work work, CancellationToken cancellation)
    {
        var watching = await work.Db.Set<Watcher>().Where(w => w.TicketId == ticket.Id).Select(w => w.PersonId).ToListAsync(cancellation);
        return await readers.AmongAsync(ticket, watching, cancellation);
    }

    private static Told Told(News news, Ticket ticket, string place) => new(
        Words.Of(NewsOf.KindOf(news)),
        TextKeys.Key(news),
        [ticket.Number.ToString(CultureInfo.InvariantCulture), ticket.Subject],
        TicketPages.Of(place, ticket));
}

/// <summary>Who is given many tickets in one go is told once, by whoever gives them, and not of each.</summary>
internal sealed class ToldInSum
{
    public bool Assignments { get; set; }

    public bool Holds(News news) => Assignments && news is (News.Assigned or News.AssignedToTeam);
}
