using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Fengtai.ServiceLevels;

/// <summary>The clocks of a ticket follow everything that happens to it, in the same transaction; the next deadline is written on the ticket.</summary>
internal sealed class RunClocks(TicketClocks all) : IReaction<TicketEvent>
{
    public async Task ReactAsync(Occurrence<TicketEvent> occurrence, Work work, CancellationToken cancellation)
    {
        if (await work.Db.FindAsync<Ticket>([occurrence.Subject.Id], cancellation) is not { } ticket)
        {
            return;
        }
        var clocks = await all.OfAsync(ticket, cancellation);
        var promises = await all.PromisesAsync(ticket, cancellation);
        var (rules, known) = (new ClockRules(ticket.Id, clocks), clocks.Count);
        rules.Follow(occurrence.Event, occurrence.At, occurrence.Actor.Kind != ActorKind.System, promises);
        await MergeAsync(occurrence, rules, promises, work, cancellation);
        Attribution.Write(clocks, known, ticket.Priority, ticket.TeamId);
        await all.SettleAsync(rules.Changed, work.Now, cancellation);
        foreach (var clock in rules.Changed)
        {
            Keep(work.Db.Entry(clock));
        }
        all.WriteNext(ticket, clocks, await all.TimesAsync(cancellation));
    }

    /// <summary>State and next moment also where they are as they were read: the sweep may have written meanwhile what was true of the deadline before.</summary>
    private static void Keep(EntityEntry<Clock> row)
    {
        switch (row.State)
        {
            case EntityState.Detached:
                row.State = EntityState.Added;
                break;
            case EntityState.Unchanged or EntityState.Modified:
                row.Property(c => c.State).IsModified = true;
                row.Property(c => c.NextAt).IsModified = true;
                break;
        }
    }

    private async Task MergeAsync(Occurrence<TicketEvent> occurrence, ClockRules rules, Promises promises, Work work, CancellationToken cancellation)
    {
        switch (occurrence.Event)
        {
            case TicketAbsorbed e when await work.Db.FindAsync<Ticket>([e.OtherId], cancellation) is { } other:
                rules.Hasten(e.OtherId, (await all.OfAsync(other, cancellation)).Where(c => ClockRules.GoesOnWhenMerged(c, occurrence.At)), occurrence.At, promises);
                break;
            case TicketReleased e:
                rules.Release(e.OtherId);
                break;
        }
    }
}
