using Fengtai.Calendars;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Data;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.ServiceLevels;

/// <summary>The clocks of the tickets that one work changes, loaded once.</summary>
internal sealed class TicketClocks(FengtaiDb db, PromiseBook promises, CalendarBook calendars, Categories categories, People people)
{
    // by reference: a work that is tried again has loaded its tickets anew
    private readonly Dictionary<Ticket, List<Clock>> _ofTicket = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<Ticket, (Next Plain, Next Written)> _next = new(ReferenceEqualityComparer.Instance);

    /// <param name="ticket">As the work tracks it.</param>
    public async Task<List<Clock>> OfAsync(Ticket ticket, CancellationToken cancellation)
    {
        if (!_ofTicket.TryGetValue(ticket, out var clocks))
        {
            var isNew = db.Entry(ticket).State == EntityState.Added;
            _ofTicket[ticket] = clocks = isNew ? [] : await db.Set<Clock>().Where(c => c.TicketId == ticket.Id).OrderBy(c => c.StartedAt).ThenBy(c => c.Round).ToListAsync(cancellation);
        }
        return clocks;
    }

    public async Task<Promises> PromisesAsync(Ticket ticket, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        IReadOnlyList<Guid> path = tree.Find(ticket.CategoryId) is { } category ? [.. tree.PathOf(category).Select(c => c.Id)] : [];
        var requester = (await people.ManyAsync([ticket.RequesterId], cancellation)).GetValueOrDefault(ticket.RequesterId);
        var all = await promises.AllAsync(cancellation);
        return all.For(
            new(ticket.Type, path.ToHashSet(), ticket.Priority, requester?.Department, requester?.Site, ticket.Channel, requester?.IsVip == true),
            path, Whereabouts.Of(ticket), await TimesAsync(cancellation));
    }

    public async Task SettleAsync(IEnumerable<Clock> clocks, DateTimeOffset now, CancellationToken cancellation)
    {
        var times = await TimesAsync(cancellation);
        var all = await promises.AllAsync(cancellation);
        foreach (var clock in clocks)
        {
            Settling.Settle(clock, times, all.StepsOf(clock), now);
        }
    }

    /// <summary>One act may be several events, followed when all have happened: what an earlier one wrote gives way to the plain default again where no clock runs any more.</summary>
    public void WriteNext(Ticket ticket, IEnumerable<Clock> clocks, Func<Guid, WorkingTime> times)
    {
        var found = Next.Of(ticket);
        var plain = _next.TryGetValue(ticket, out var before) && before.Written == found ? before.Plain : found;
        (ticket.NextAction, ticket.NextDueAt, ticket.NextSoonAt) = (plain.Action, plain.DueAt, plain.SoonAt);
        NextDeadline.Write(ticket, clocks, times);
        _next[ticket] = (plain, Next.Of(ticket));
    }

    public async Task<Func<Guid, WorkingTime>> TimesAsync(CancellationToken cancellation)
    {
        var all = await calendars.ListAsync(cancellation);
        return id => all.First(c => c.Id == id).Time;
    }

    private sealed record Next(NextActionKind? Action, DateTimeOffset? DueAt, DateTimeOffset? SoonAt)
    {
        public static Next Of(Ticket ticket) => new(ticket.NextAction, ticket.NextDueAt, ticket.NextSoonAt);
    }
}
