using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.MajorIncidents;

/// <summary>Writes into the parent's history which children were reached since it was last told.</summary>
internal sealed class SpreadReport(TicketActs acts, FengtaiDb db)
{
    public async Task TellParentAsync(Guid spread, CancellationToken cancellation)
    {
        var number = await db.Set<Spread>().Where(s => s.Id == spread).Join(db.Set<Ticket>(), s => s.TicketId, t => t.Id, (_, t) => t.Number).SingleAsync(cancellation);
        await acts.ActAsync(number, version: null, Actor.System, context => DecideAsync(spread, context), cancellation);
    }

    private async Task<Decision> DecideAsync(Guid id, ActContext context)
    {
        var spread = (await db.FindAsync<Spread>([id], context.Cancellation))!;
        var fresh = await db.Set<SpreadChild>().Where(c => c.SpreadId == id && !c.IsTold && c.State != SpreadState.Waiting).ToListAsync(context.Cancellation);
        if (fresh.Count == 0)
        {
            return new NothingWouldChange();
        }
        fresh.ForEach(c => c.IsTold = true);
        acts.Happen(context.Ticket, await EventsAsync(spread, fresh, context), spread.ById is { } author ? new() { Id = author } : Actor.System);
        return Decision.Happen();
    }

    private async Task<IReadOnlyList<TicketEvent>> EventsAsync(Spread spread, List<SpreadChild> fresh, ActContext context)
    {
        var events = new List<TicketEvent>();
        var attached = fresh.FindAll(c => c.State == SpreadState.Done).ConvertAll(c => c.TicketId);
        if (spread.Kind == SpreadKind.Attach && attached.Count > 0)
        {
            events.Add(new ChildrenAttached(await db.Set<Ticket>().Where(t => attached.Contains(t.Id)).OrderBy(t => t.Number).Select(t => t.Number).ToListAsync(context.Cancellation)));
        }
        var others = await db.Set<SpreadChild>().AsNoTracking().Where(c => c.SpreadId == spread.Id).GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, context.Cancellation);
        if (!others.ContainsKey(SpreadState.Waiting))
        {
            events.Add(new SpreadFinished(spread.Kind, others.GetValueOrDefault(SpreadState.Done), others.GetValueOrDefault(SpreadState.Refused)));
        }
        return events;
    }
}
