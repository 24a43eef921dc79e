using Fengtai.Calendars;
using Fengtai.Platform.Texts;
using Fengtai.ServiceLevels.Rules;

namespace Fengtai.ServiceLevels;

/// <summary>What would a change of a calendar or policy move? Nothing is changed by asking.</summary>
internal sealed class ClockImpact(OpenClocks open, TicketClocks all, PolicyBook policies, TimeProvider time) : ICalendarImpact
{
    private const string Tickets = "/desk?view=all&status=open&sort=nextDue";

    public async Task<IReadOnlyList<CalendarImpact>> MeasureAsync(Guid calendar, WorkingTime changed, CancellationToken cancellation)
    {
        var (moves, times) = (new ClockMoves(), await all.TimesAsync(cancellation));
        await foreach (var clock in open.AllAsync(calendar, null).WithCancellation(cancellation))
        {
            moves.Add(clock.Kind, clock.DueAt, ClockReading.Of(clock.Turns, id => id == calendar ? changed : times(id)).DueAt);
        }
        return moves.Impacts(KeyOf, Tickets);
    }

    /// <summary>The same for a policy with other promises.</summary>
    /// <param name="draft">As it would be saved.</param>
    public async Task<PolicyImpact> MeasureAsync(Guid policy, PolicyDraft draft, CancellationToken cancellation)
    {
        var (moves, times, ended, late, now) = (new ClockMoves(), await all.TimesAsync(cancellation), 0, 0, time.GetUtcNow());
        var edited = new Policy { Id = policy };
        draft.WriteTo(edited);
        var kept = (await policies.AllAsync(cancellation)).Find(policy);
        var added = NewSteps.Hold(kept?.Steps ?? [], draft.Steps, now).Where(s => s.Since == now).ToList();
        if (added.Count == 0 && kept is not null && PolicyList.PromisedBy(kept).Same(PolicyList.PromisedBy(edited)))
        {
            return new([], 0, 0);
        }
        await foreach (var clock in open.AllAsync(null, policy).WithCancellation(cancellation))
        {
            new ClockRules(clock.TicketId, [clock]).PromiseAnew(now, PolicyList.PromisedBy(edited));
            if (clock.IsOver)
            {
                ended++;
                continue;
            }
            var reading = ClockReading.Of(clock.Turns, times);
            moves.Add(clock.Kind, clock.DueAt, reading.DueAt);
            late += NewSteps.ComeTooLate(added, reading, clock) ? 1 : 0;
        }
        return new([.. moves.Impacts(KeyOf, Tickets).Where(i => i.Earlier + i.Later > 0)], ended, late);
    }

    private static string KeyOf(ClockKind kind) => TextKeys.Key(kind);
}

/// <param name="Moved">By kind of clock; only what moves.</param>
/// <param name="Ended">Clocks that would be cancelled, as what they measure would be promised no more.</param>
/// <param name="Late">Clocks to which a new step would have done something before; it will not.</param>
internal sealed record PolicyImpact(IReadOnlyList<CalendarImpact> Moved, int Ended, int Late)
{
    public bool IsNothing => Moved.Count == 0 && Ended == 0 && Late == 0;
}
