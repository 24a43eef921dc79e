using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.ServiceLevels;

/// <summary>
/// What time does to clocks: warnings, deadlines, escalations. Any node does it; a clock that another has in hand is passed over. What is done
/// is noted on the clock in the same transaction, so that each step has its effect once.
/// </summary>
internal sealed class SweepClocks(IServiceScopeFactory scopes) : IRecurringJob
{
    public const string Name = "levels.sweep";

    /// <summary>Half of the worker's pause: every one of its rounds finds it due.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    private const int AtOnce = 1000;

    public async Task RunAsync(CancellationToken cancellation)
    {
        for (var done = AtOnce; done == AtOnce;)
        {
            await using var scope = scopes.CreateAsyncScope();
            done = await scope.ServiceProvider.GetRequiredService<PassClocks>().RunAsync(AtOnce, cancellation);
        }
    }
}

/// <summary>Does what time has brought to some clocks, in one transaction.</summary>
internal sealed class PassClocks(Work work, TicketClocks clocks, PromiseBook promises, DeadlineNews news)
{
    /// <returns>How many there were.</returns>
    public async Task<int> RunAsync(int most, CancellationToken cancellation)
    {
        await using var transaction = await work.Db.Database.BeginTransactionAsync(cancellation);
        var due = await work.Db.Set<Clock>()
            .FromSql($"select * from service_levels.clocks where next_at <= {work.Now} order by next_at limit {most} for update skip locked")
            .AsNoTracking()
            .ToListAsync(cancellation);
        if (due.Count == 0)
        {
            return 0;
        }
        var ids = due.ConvertAll(c => c.TicketId).Distinct().ToArray();
        var tickets = await work.Db.Set<Ticket>().AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellation);
        var times = await clocks.TimesAsync(cancellation);
        var all = await promises.AllAsync(cancellation);
        var steps = new List<PassedStep>();
        foreach (var clock in due)
        {
            steps.AddRange(Pass(clock, tickets[clock.TicketId], all.StepsOf(clock)));
        }
        await news.TellAsync(steps, cancellation);
        foreach (var step in steps.Where(s => s.Acts.Count > 0))
        {
            work.Enqueue(EscalateByTime.Kind, new EscalateByTime.Data(step.Ticket.Id, step.Ticket.Number, step.Clock.Kind, $"{step.Clock.Id:N}.{step.Key}", step.Acts));
        }
        await work.Db.UpdateAsync(due, [nameof(Clock.State), nameof(Clock.Done), nameof(Clock.NextAt)], cancellation);
        await work.SaveAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return due.Count;

        IEnumerable<PassedStep> Pass(Clock clock, Ticket ticket, IReadOnlyList<EscalationStep> promised)
        {
            var reading = ClockReading.Of(clock.Turns, times);
            var passed = Next();
            // of repetitions that a standstill let pass one is enough
            for (var missed = passed; missed.Count > 0; missed = Next())
            {
                clock.Done = [.. clock.Done, .. missed.Select(s => s.Key)];
            }
            Settling.Settle(clock, times, promised, work.Now);
            return passed.Select(s => new PassedStep(clock, ticket, s.Step, s.Key, s.At));

            List<StepTime> Next() => [.. StepTimes.Of(reading, clock.Kind, promised, clock.Done).Where(s => s.At <= work.Now)];
        }
    }
}

/// <summary>A step that time has brought to a clock of a ticket.</summary>
/// <param name="Key">The step's, with the count of its repetition.</param>
/// <param name="At">When it was due.</param>
internal sealed record PassedStep(Clock Clock, Ticket Ticket, EscalationStep Step, string Key, DateTimeOffset At)
{
    /// <summary>What it does to the ticket itself.</summary>
    public IReadOnlyList<StepAct> Acts => [.. Step.Acts.Where(a => a is StepAct.RaisePriority or StepAct.NextLine or StepAct.InternalNote)];
}
