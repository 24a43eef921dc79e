using Fengtai.Calendars;
using Fengtai.Platform.Http;
using Fengtai.Platform.Texts;
using Fengtai.ServiceLevels.Rules;

namespace Fengtai.ServiceLevels;

/// <summary>What would a change of a calendar, policy or agreement move? Nothing is changed by asking.</summary>
internal sealed class ClockImpact(OpenClocks open, TicketClocks all, PromiseBook promises, TimeProvider time) : ICalendarImpact
{
    private const string Tickets = "/desk?view=all&status=open&sort=nextDue";

    public async Task<IReadOnlyList<CalendarImpact>> MeasureAsync(Guid calendar, WorkingTime changed, CancellationToken cancellation)
    {
        var (moves, times) = (new ClockMoves(), await all.TimesAsync(cancellation));
        await foreach (var clock in open.AllAsync(calendar).WithCancellation(cancellation))
        {
            moves.Add(clock.Kind, clock.DueAt, ClockReading.Of(clock.Turns, id => id == calendar ? changed : times(id)).DueAt);
        }
        return moves.Impacts(KeyOf, Tickets);
    }

    /// <summary>The same for a policy with other promises.</summary>
    /// <param name="draft">As it would be saved.</param>
    public async Task<PolicyImpact> MeasureAsync(Guid policy, PolicyDraft draft, CancellationToken cancellation)
    {
        var edited = new Policy { Id = policy };
        draft.WriteTo(edited);
        var kept = (await promises.AllAsync(cancellation)).Policies.Find(policy);
        var added = Added(kept?.Steps, draft.Steps);
        var promised = PolicyList.PromisedBy(edited);
        return added.Count == 0 && kept is not null && PolicyList.PromisedBy(kept).Same(promised)
            ? PolicyImpact.Nothing
            : await MeasureAsync(open.AllAsync(policy: policy), added, (rules, _, now) => rules.PromiseAnew(now, promised), cancellation);
    }

    /// <summary>The same for an agreement with a team or supplier.</summary>
    public async Task<PolicyImpact> MeasureAsync(Guid agreement, AgreementDraft draft, CancellationToken cancellation)
    {
        var edited = new Agreement { Id = agreement, Kind = draft.Kind };
        draft.WriteTo(edited);
        var kept = (await promises.AllAsync(cancellation)).Agreements.Find(agreement);
        var added = Added(kept?.Steps, draft.Steps);
        return draft.CalendarId is null || added.Count == 0 && kept is not null && Asked(kept) == Asked(edited)
            ? PolicyImpact.Nothing
            : await MeasureAsync(open.AllAsync(agreement: agreement), added, (rules, clock, now) => rules.AgreeAnew(now, agreement, Agreed.ShareIn(edited, clock.Priority)), cancellation);

        static string Asked(Agreement a) => Fingerprint.Of(new { a.CalendarId, a.Targets, a.Pauses });
    }

    /// <param name="added">Steps that hold since now.</param>
    /// <param name="anew">Lets a clock go on by what would be promised.</param>
    private async Task<PolicyImpact> MeasureAsync(IAsyncEnumerable<Clock> clocks, IReadOnlyList<EscalationStep> added, Action<ClockRules, Clock, DateTimeOffset> anew, CancellationToken cancellation)
    {
        var (moves, times, ended, late, now) = (new ClockMoves(), await all.TimesAsync(cancellation), 0, 0, time.GetUtcNow());
        await foreach (var clock in clocks.WithCancellation(cancellation))
        {
            anew(new(clock.TicketId, [clock]), clock, now);
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

    private List<EscalationStep> Added(IReadOnlyList<EscalationStep>? before, IReadOnlyList<EscalationStep> edited)
    {
        var now = time.GetUtcNow();
        return [.. NewSteps.Hold(before ?? [], edited, now).Where(s => s.Since == now)];
    }

    private static string KeyOf(ClockKind kind) => TextKeys.Key(kind);
}

/// <param name="Moved">By kind of clock; only what moves.</param>
/// <param name="Ended">Clocks that would be cancelled, as what they measure would be promised no more.</param>
/// <param name="Late">Clocks to which a new step would have done something before; it will not.</param>
internal sealed record PolicyImpact(IReadOnlyList<CalendarImpact> Moved, int Ended, int Late)
{
    public static readonly PolicyImpact Nothing = new([], 0, 0);

    public bool IsNothing => Moved.Count == 0 && Ended == 0 && Late == 0;
}
