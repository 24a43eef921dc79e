using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Data;
using Fengtai.Platform.Zones;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.ServiceLevels;

/// <summary>
/// What would other policies have made of the tickets of the last quarter? Their recorded lives are run twice, by the policies as they are and
/// by the others; what people did is taken as it was. Nothing is stored.
/// </summary>
internal sealed class TryPolicies(FengtaiDb db, RecordedLives recorded, PolicyBook policies, TicketClocks clocks, Categories categories, People people, TimeProvider time)
{
    public const int Days = 90;

    /// <summary>Some seconds of work; more would hold up others.</summary>
    public const int Most = 20_000;

    private const int AtOnce = 500;

    /// <param name="changed">All policies in their order, as they would be.</param>
    public Task<PolicyTrial> RunAsync(IReadOnlyList<Policy> changed, TimeZoneInfo zone, CancellationToken cancellation) => RunAsync(changed, zone, Most, cancellation);

    internal async Task<PolicyTrial> RunAsync(IReadOnlyList<Policy> changed, TimeZoneInfo zone, int most, CancellationToken cancellation)
    {
        var (now, tally, others) = (time.GetUtcNow(), new TrialTally(), 0);
        var today = LocalDays.Of(now, zone);
        var (from, to) = (LocalDays.Start(today.AddDays(-Days), zone), LocalDays.Start(today, zone));
        var ids = await db.Set<Ticket>().AsNoTracking().Where(t => t.OpenedAt >= from && t.OpenedAt < to).OrderByDescending(t => t.OpenedAt).ThenByDescending(t => t.Id).Select(t => t.Id).Take(most + 1).ToListAsync(cancellation);
        var (before, after, times) = (await policies.AllAsync(cancellation), new PolicyList(changed), await clocks.TimesAsync(cancellation));
        foreach (var some in ids.Take(most).Chunk(AtOnce))
        {
            var tried = await LiveAsync(some, before, after, cancellation);
            foreach (var life in some.Where(tried.ContainsKey).Select(id => tried[id]))
            {
                others += life.HadAnother ? 1 : 0;
                tally.Add(life.Before.Clocks, life.After.Clocks, times, now);
            }
        }
        return new(today.AddDays(-Days), today.AddDays(-1), Math.Min(ids.Count, most), ids.Count > most, others, tally.Lines);
    }

    /// <summary>The lives of some tickets, and of those that were merged into them, by either list of policies.</summary>
    internal async Task<IReadOnlyDictionary<Guid, TriedLife>> LiveAsync(IReadOnlyCollection<Guid> ids, PolicyList before, PolicyList after, CancellationToken cancellation)
    {
        var acts = await recorded.OfAsync(ids, cancellation);
        var (byTicket, times, tree) = (acts.ToLookup(a => a.TicketId), await clocks.TimesAsync(cancellation), await categories.TreeAsync(cancellation));
        var all = byTicket.Select(t => t.Key).ToList();
        var tickets = await db.Set<Ticket>().AsNoTracking().Where(t => all.Contains(t.Id)).Select(t => new TicketNow(t.Id, t.Type, t.CategoryId, t.Priority, t.RequesterId, t.Channel)).ToListAsync(cancellation);
        var requesters = await people.ManyAsync(tickets.Select(t => t.RequesterId), cancellation);
        var lives = new Dictionary<Guid, TriedLife>();
        foreach (var ticket in tickets)
        {
            lives[ticket.Id] = new(
                new(ticket, byTicket[ticket.Id].SelectMany(a => a.Events).Select(e => e.Event)),
                new(ticket.Id, times, id => lives.GetValueOrDefault(id)?.Before), new(ticket.Id, times, id => lives.GetValueOrDefault(id)?.After));
        }
        foreach (var act in acts.Where(a => lives.ContainsKey(a.TicketId)))
        {
            cancellation.ThrowIfCancellationRequested();
            lives[act.TicketId].Follow(act.Events, course => (before.For(Facts(course)), after.For(Facts(course))));
        }
        return lives;

        TicketFacts Facts(TicketCourse course)
        {
            var requester = requesters.GetValueOrDefault(course.Ticket.RequesterId);
            return new(
                course.Type, tree.Find(course.CategoryId) is { } category ? tree.PathOf(category).Select(c => c.Id).ToHashSet() : [], course.Priority,
                requester?.Department, requester?.Site, course.Ticket.Channel, requester?.IsVip == true);
        }
    }
}

/// <summary>The life of a ticket by two lists of policies.</summary>
internal sealed class TriedLife(TicketCourse course, ClockReplay before, ClockReplay after)
{
    public ClockReplay Before => before;

    public ClockReplay After => after;

    /// <summary>At some time another policy applied.</summary>
    public bool HadAnother { get; private set; }

    public void Follow(IReadOnlyCollection<Happened> act, Func<TicketCourse, (Promises Before, Promises After)> promised)
    {
        foreach (var one in act)
        {
            course.Follow(one.Event);
        }
        var promises = promised(course);
        HadAnother |= promises.Before.PolicyId != promises.After.PolicyId;
        before.Follow(act, course, promises.Before);
        after.Follow(act, course, promises.After);
    }
}
