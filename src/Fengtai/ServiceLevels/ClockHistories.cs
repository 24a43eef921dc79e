using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tickets;

namespace Fengtai.ServiceLevels;

/// <summary>The clocks of histories that are brought in whole, by the same rules as if they had been lived here; nobody is told of what time did to them.</summary>
public sealed class ClockHistories
{
    private readonly FengtaiDb _db;
    private readonly PromiseBook _promises;
    private readonly TicketClocks _clocks;
    private readonly Categories _categories;
    private readonly People _people;

    internal ClockHistories(FengtaiDb db, PromiseBook promises, TicketClocks clocks, Categories categories, People people) =>
        (_db, _promises, _clocks, _categories, _people) = (db, promises, clocks, categories, people);

    /// <summary>Runs them until now and writes the next deadlines on the tickets; to be kept once the tickets are.</summary>
    /// <param name="agreements">With teams and suppliers, as they are brought along.</param>
    public async Task<IReadOnlyList<Clock>> RunAsync(IReadOnlyCollection<TicketHistory> histories, IReadOnlyList<Agreement> agreements, DateTimeOffset now, CancellationToken cancellation)
    {
        var (book, calendars, tree) = (await _promises.AllAsync(cancellation) with { Agreements = new(agreements) }, await _clocks.TimesAsync(cancellation), await _categories.TreeAsync(cancellation));
        var people = await _people.ManyAsync(histories.Select(h => h.Ticket.RequesterId), cancellation);
        var all = new List<Clock>();
        foreach (var history in histories)
        {
            var (requester, past) = (people[history.Ticket.RequesterId], history.Past);
            var (course, replay) = (new TicketCourse(TicketNow.Of(history.Ticket), past.Select(p => p.Event)), new ClockReplay(history.Ticket.Id, calendars, _ => null));
            foreach (var act in past.GroupBy(p => p.At))
            {
                var happened = act.Select(p => new Happened(p.Event, p.Actor.Kind != ActorKind.System, p.At)).ToList();
                happened.ForEach(h => course.Follow(h.Event));
                IReadOnlyList<Guid> path = tree.Find(course.CategoryId) is { } known ? [.. tree.PathOf(known).Select(c => c.Id)] : [];
                var promises = book.For(new(course.Type, path.ToHashSet(), course.Priority, requester.Department, requester.Site, history.Ticket.Channel, requester.IsVip), path, course.Where, calendars);
                replay.Follow(happened, course, promises);
            }
            var clocks = replay.Clocks;
            foreach (var clock in clocks)
            {
                var steps = book.StepsOf(clock);
                clock.Done = [.. StepTimes.Of(ClockReading.Of(clock.Turns, calendars), clock.Kind, steps, clock.Done).Where(s => s.At <= now).Select(s => s.Key)];
                Settling.Settle(clock, calendars, steps, now);
            }
            NextDeadline.Write(history.Ticket, clocks, calendars);
            all.AddRange(clocks);
        }
        return all;
    }

    /// <summary>Within the context's transaction, where there is one.</summary>
    public Task AddAsync(IReadOnlyList<Clock> clocks, CancellationToken cancellation) => _db.CopyAsync(clocks, cancellation);
}
