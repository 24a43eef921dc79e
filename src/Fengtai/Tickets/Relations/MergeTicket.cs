using System.Text.Json;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Watching;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Relations;

/// <summary>合并: the ticket goes on in another one. What its users write later goes there, and they may follow it there.</summary>
internal sealed class MergeTicket(OtherTickets others, TicketReaders readers, TicketActs acts) : ITicketAct<MergeTicket.Input>
{
    /// <param name="Into">The number of the survivor; where that one was merged itself, its survivor.</param>
    internal sealed record Input(long? Into);

    public static string Name => "merge";

    public static Permission Permission => TicketPermissions.Desk;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var named = await OtherTickets.FindAsync("into", input.Into, context);
        if (named.IsRefused)
        {
            return Decision.Refuse(named.Refusals);
        }
        var (ticket, db) = (context.Ticket, context.Work.Db);
        var survivor = await others.SurvivorOfAsync(named.Value, context);
        var hasChildren = await db.Set<Ticket>().AnyAsync(t => t.ParentId == ticket.Id, context.Cancellation);
        var decision = Merging.Merge(ticket, context.By, survivor, hasChildren);
        if (decision.IsRefused)
        {
            return decision;
        }
        var absorbed = Merging.Absorb(ticket);
        db.Add(new Merge
        {
            TicketId = ticket.Id,
            SurvivorId = survivor.Id,
            At = context.Now,
            ById = context.By.Actor.PersonId,
            Before = JsonSerializer.Serialize(BeforeMerge.Of(ticket), Json.Options),
            WaitingSince = absorbed.WaitingSince,
            UnansweredBefore = survivor.UnansweredSince,
        });
        await FollowAsync(ticket, survivor, context);
        await WatchAsync(ticket, survivor, context);
        acts.Happen(survivor, [absorbed], context.By.Actor);
        return decision;
    }

    /// <summary>Those whose ticket it was, and those who followed it, follow the survivor.</summary>
    private static async Task FollowAsync(Ticket ticket, Ticket survivor, ActContext context)
    {
        var db = context.Work.Db;
        var followers = await db.Set<Participant>().Where(p => p.TicketId == ticket.Id).Select(p => (Guid?)p.PersonId).ToListAsync(context.Cancellation);
        var people = followers.Concat([ticket.RequesterId, ticket.ReportedById]).OfType<Guid>().Distinct();
        db.AddRange(people
            .Where(p => p != survivor.RequesterId && p != survivor.ReportedById)
            .Select(p => new Participant { TicketId = survivor.Id, PersonId = p, ThroughId = ticket.Id }));
    }

    /// <summary>Those who watched it watch the survivor, as far as they may read that one.</summary>
    private async Task WatchAsync(Ticket ticket, Ticket survivor, ActContext context)
    {
        var db = context.Work.Db;
        Guid[] both = [ticket.Id, survivor.Id];
        var watching = (await db.Set<Watcher>().AsNoTracking().Where(w => both.Contains(w.TicketId)).ToListAsync(context.Cancellation)).ToLookup(w => w.TicketId, w => w.PersonId);
        var fresh = watching[ticket.Id].Except(watching[survivor.Id]).ToList();
        foreach (var person in await readers.AmongAsync(survivor, fresh, context.Cancellation))
        {
            db.Add(new Watcher { TicketId = survivor.Id, PersonId = person, Since = context.Now, AddedById = context.By.Actor.PersonId });
            acts.Happen(survivor, [new WatcherAdded(person, ByMention: false)], context.By.Actor);
        }
    }
}
