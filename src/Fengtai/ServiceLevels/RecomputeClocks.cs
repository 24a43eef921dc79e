using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.ServiceLevels;

/// <summary>
/// Calculates open clocks anew, some at a time, each part in a transaction that also notes how far it has come: broken off it goes on there,
/// and done twice it does nothing. It comes again until nothing is left, so that other jobs have their turn. What has ended stays as it was.
/// </summary>
internal sealed class RecomputeClocks(IServiceScopeFactory scopes, Work work) : IJob<RecomputeClocks.Data>
{
    public const string Kind = "levels.recompute";

    /// <summary>Other nodes hear of a change by their live tail; until then they would calculate by what was before.</summary>
    private static readonly TimeSpan Heard = TimeSpan.FromSeconds(2);

    private const int PartsInOneRun = 100;

    internal sealed record Data(Guid Recomputation);

    public static void Begin(Work work, Guid? calendar = null, Guid? policy = null, Guid? agreement = null)
    {
        var begun = new Recomputation { Id = Guid.CreateVersion7(work.Now), CalendarId = calendar, PolicyId = policy, AgreementId = agreement, StartedAt = work.Now };
        work.Db.Add(begun);
        work.Enqueue(Kind, new Data(begun.Id), work.Now + Heard);
    }

    public async Task RunAsync(Data data, CancellationToken cancellation)
    {
        for (var part = 0; part < PartsInOneRun; part++)
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<RecomputeSome>().RunAsync(data.Recomputation, cancellation))
            {
                return;
            }
        }
        work.Enqueue(Kind, data);
        await work.SaveAsync(cancellation);
    }
}

/// <summary>The clocks of some tickets, in one transaction.</summary>
internal sealed class RecomputeSome(Work work, OpenClocks open, TicketClocks all, PromiseBook promised)
{
    /// <summary>Tickets; they have two or three open clocks each.</summary>
    private const int AtOnce = 500;

    private static readonly string[] Recomputed =
        [nameof(Clock.Turns), nameof(Clock.State), nameof(Clock.DueAt), nameof(Clock.StoppedAt), nameof(Clock.ElapsedSeconds), nameof(Clock.TakenSeconds), nameof(Clock.Ledger), nameof(Clock.NextAt)];

    /// <returns>Whether nothing is left.</returns>
    public async Task<bool> RunAsync(Guid id, CancellationToken cancellation)
    {
        await using var transaction = await work.Db.Database.BeginTransactionAsync(cancellation);
        if (await work.Db.Set<Recomputation>().FromSql($"select * from service_levels.recomputations where id = {id} for update").SingleOrDefaultAsync(cancellation) is not { FinishedAt: null } progress)
        {
            return true;
        }
        progress.Total ??= await open.CountAsync(progress.CalendarId, progress.PolicyId, progress.AgreementId, cancellation);
        var ids = (await open.TicketsAsync(progress.CalendarId, progress.PolicyId, progress.AgreementId, progress.After, AtOnce, cancellation)).ToArray();
        if (ids.Length > 0)
        {
            await RecomputeAsync(progress, ids, cancellation);
            progress.After = ids[^1];
        }
        if (ids.Length < AtOnce)
        {
            progress.FinishedAt = work.Now;
            work.Record(ClocksRecomputed.Of(progress.Id), new ClocksRecomputed(progress.Done, progress.Moved), Actor.System);
        }
        var saved = await work.SaveAsync(cancellation);
        if (saved.IsRefused)
        {
            throw new InvalidOperationException($"Clocks were not recomputed: {saved.Refusal.Code}");
        }
        await transaction.CommitAsync(cancellation);
        return progress.FinishedAt is not null;
    }

    private async Task RecomputeAsync(Recomputation progress, Guid[] ids, CancellationToken cancellation)
    {
        // tickets before clocks, as every act at the desk writes them
        await work.Db.Database.ExecuteSqlAsync($"select 1 from tickets.tickets where id = any({ids}) order by id for update", cancellation);
        var tickets = await work.Db.Set<Ticket>().AsNoTracking().Where(t => ids.Contains(t.Id)).ToListAsync(cancellation);
        var clocks = (await work.Db.Set<Clock>().FromSql($"select * from service_levels.clocks where stopped_at is null and ticket_id = any({ids}) order by id for update").AsNoTracking().ToListAsync(cancellation)).ToLookup(c => c.TicketId);
        var (times, book) = (await all.TimesAsync(cancellation), await promised.AllAsync(cancellation));
        var (changed, moved) = (new List<Clock>(), new List<Ticket>());
        foreach (var ticket in tickets)
        {
            var own = clocks[ticket.Id].ToList();
            var rules = new ClockRules(ticket.Id, own);
            if (progress.PolicyId is { } policy && book.Policies.PromisesOf(policy) is { } promises)
            {
                rules.PromiseAnew(work.Now, promises);
            }
            if (progress.AgreementId is { } agreed && book.Agreements.Find(agreed) is { } agreement)
            {
                rules.AgreeAnew(work.Now, agreed, Agreed.ShareIn(agreement, ticket.Priority));
            }
            var hasMoved = rules.Changed.Count > 0;
            foreach (var clock in own.Where(Concerned))
            {
                var before = (clock.State, clock.DueAt, clock.NextAt);
                Settling.Settle(clock, times, book.StepsOf(clock), work.Now);
                progress.Done++;
                if (clock.IsOver || ClockMoves.Differ(before.DueAt, clock.DueAt))
                {
                    (progress.Moved, hasMoved) = (progress.Moved + 1, true);
                }
                if (rules.Changed.Contains(clock) || before != (clock.State, clock.DueAt, clock.NextAt))
                {
                    changed.Add(clock);
                }
            }
            if (hasMoved)
            {
                moved.Add(ticket);
            }
            if (hasMoved && ticket.IsOpen)
            {
                PlainDeadline.Restore(ticket);
                NextDeadline.Write(ticket, own, times);
            }
        }
        await work.Db.UpdateAsync(changed, Recomputed, cancellation);
        await TicketDeadlines.KeepAsync(work.Db, moved, cancellation);

        // the others are there for the ticket's next deadline
        bool Concerned(Clock clock) => progress.PolicyId is { } policy ? clock.PolicyId == policy
            : progress.AgreementId is { } agreement ? clock.AgreementId == agreement
            : clock.Turns.Any(t => t.Target?.Calendar == progress.CalendarId);
    }
}
