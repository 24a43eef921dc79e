using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets;

/// <summary>What time does to tickets: waits end, users who cannot be reached stop being called.</summary>
internal sealed class TicketSweep(Work work, IServiceScopeFactory scopes) : IRecurringJob
{
    public const string Name = "tickets.sweep";
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    private const int AtOnce = 200;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = work.Now;
        var silentSince = now - Confirmation.PatienceForAnswer;
        var due = await work.Db.Set<Ticket>().AsNoTracking()
            .Where(t => t.Status == TicketStatus.Waiting && t.WaitUntil <= now
                || t.Status == TicketStatus.Resolved && t.CallAttempts >= Confirmation.MostCalls && t.ResolvedAt <= silentSince)
            .OrderBy(t => t.Number)
            .Select(t => t.Number)
            .Take(AtOnce)
            .ToListAsync(cancellation);
        foreach (var number in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TicketActs>().ActAsync(number, null, Actor.System, DecideAsync, cancellation);
        }
    }

    /// <summary>Decided again on the present state: somebody may have acted in between.</summary>
    private static Task<Decision> DecideAsync(ActContext context) => Task.FromResult<Decision>(context.Ticket switch
    {
        { Status: TicketStatus.Waiting } t when t.WaitUntil <= context.Now => Handling.Resume(t, context.By, WaitEnd.DateCame),
        { Status: TicketStatus.Resolved } t when Confirmation.NobodyAnswers(t, t.CallAttempts, context.Now) => new TicketClosed(CloseCode.NoAnswer, null),
        _ => new NothingWouldChange(),
    });
}
