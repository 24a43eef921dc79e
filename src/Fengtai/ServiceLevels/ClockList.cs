using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Texts;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.ServiceLevels;

/// <summary>A clock as it stands now.</summary>
/// <param name="Policy">Name of the policy or agreement, in the language of the reader.</param>
/// <param name="Party">The team or supplier with whom it is agreed; null where it is promised to the user.</param>
public sealed record ReadClock(
    ClockKind Kind, int Round, string Policy, string? Party, ClockState State, Target Target, DateTimeOffset StartedAt, DateTimeOffset? DueAt, DateTimeOffset? SoonAt, DateTimeOffset? StoppedAt,
    string? PausedFor, TimeSpan Elapsed, IReadOnlyList<LedgerLine> Ledger)
{
    /// <summary>Working time until the deadline; null where it stands still or has none to come.</summary>
    public TimeSpan? Left { get; init; }
}

/// <summary>Which clocks has a ticket, and how do they stand? What is agreed with teams and suppliers is for the staff.</summary>
internal sealed class ClockList(FengtaiDb db, TicketClocks all, PromiseBook promises, Teams teams, TimeProvider time)
{
    private static readonly ClockKind[] AmongStaff = [ClockKind.Take, ClockKind.Ola, ClockKind.Uc];

    public async Task<IReadOnlyList<ReadClock>> OfAsync(Ticket ticket, Actor actor, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var clocks = await db.Set<Clock>().AsNoTracking().Where(c => c.TicketId == ticket.Id).ToListAsync(cancellation);
        var seesInternals = ticket.IsSeenAsStaff(actor);
        var calendars = await all.TimesAsync(cancellation);
        var book = await promises.AllAsync(cancellation);
        var named = clocks.Exists(c => c.TeamId is not null) ? (await teams.AllAsync(cancellation)).ToDictionary(t => t.Id, t => new Wording(t.Name, t.NameEn).ToString()) : [];
        return [.. clocks.Where(c => seesInternals || !AmongStaff.Contains(c.Kind)).OrderBy(c => c.StartedAt).ThenBy(c => c.Kind).Select(Read)];

        ReadClock Read(Clock clock)
        {
            var reading = ClockReading.Of(clock.Turns, calendars);
            return new(
                clock.Kind, clock.Round, book.TitleOf(clock)?.ToString() ?? "", PartyOf(clock), reading.StateAt(now), reading.Target, clock.StartedAt, clock.DueAt, reading.WhenLeft(NextDeadline.Close),
                clock.StoppedAt, reading.PausedFor, clock.ElapsedSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : reading.ElapsedAt(now), clock.Ledger ?? reading.LedgerAt(now)) { Left = reading.LeftAt(now) };
        }

        string? PartyOf(Clock clock) =>
            clock.TeamId is { } team ? named.GetValueOrDefault(team) : clock.AgreementId is { } agreement ? book.Agreements.Find(agreement)?.Supplier : null;
    }
}
