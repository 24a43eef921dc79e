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
    private readonly PolicyBook _policies;
    private readonly TicketClocks _clocks;
    private readonly Categories _categories;
    private readonly People _people;

    internal ClockHistories(FengtaiDb db, PolicyBook policies, TicketClocks clocks, Categories categories, People people) =>
        (_db, _policies, _clocks, _categories, _people) = (db, policies, clocks, categories, people);

    /// <summary>Runs them until now and writes the next deadlines on the tickets; to be kept once the tickets are.</summary>
    public async Task<IReadOnlyList<Clock>> RunAsync(IReadOnlyCollection<TicketHistory> histories, DateTimeOffset now, CancellationToken cancellation)
    {
        var (policies, calendars, tree) = (await _policies.AllAsync(cancellation), await _clocks.TimesAsync(cancellation), await _categories.TreeAsync(cancellation));
        var people = await _people.ManyAsync(histories.Select(h => h.Ticket.RequesterId), cancellation);
        var all = new List<Clock>();
        foreach (var history in histories)
        {
            var clocks = new List<Clock>();
            var rules = new ClockRules(history.Ticket.Id, clocks);
            var (requester, promises) = (people[history.Ticket.RequesterId], Promises.None);
            foreach (var (happened, actor, at) in history.Past)
            {
                promises = happened switch
                {
                    TicketOpened e => policies.For(Facts(e.Type, e.CategoryId, Priority.Normal)),
                    TicketClassified { To: var to } => policies.For(Facts(to.Type, to.CategoryId, to.Priority)),
                    _ => promises,
                };
                rules.Follow(happened, at, actor.Kind != ActorKind.System, promises);
            }
            foreach (var clock in clocks)
            {
                var steps = policies.StepsOf(clock.PolicyId);
                clock.Done = [.. StepTimes.Of(ClockReading.Of(clock.Turns, calendars), clock.Kind, steps, clock.Done).Where(s => s.At <= now).Select(s => s.Key)];
                Settling.Settle(clock, calendars, steps, now);
            }
            NextDeadline.Write(history.Ticket, clocks, calendars);
            all.AddRange(clocks);

            TicketFacts Facts(TicketType type, Guid? category, Priority priority) => new(
                type, tree.Find(category) is { } known ? tree.PathOf(known).Select(c => c.Id).ToHashSet() : [], priority, requester.Department, requester.Site, history.Ticket.Channel, requester.IsVip);
        }
        return all;
    }

    /// <summary>Within the context's transaction, where there is one.</summary>
    public Task AddAsync(IReadOnlyList<Clock> clocks, CancellationToken cancellation) => _db.CopyAsync(clocks, cancellation);
}
