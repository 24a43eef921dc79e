using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Fengtai.Tickets.MajorIncidents;

/// <summary>
/// Brings what was sent to the next children: one batch, each child in a transaction of its own that also notes that it was reached, so that
/// nothing reaches a child twice. Then tells the parent and comes again until nothing is left.
/// </summary>
internal sealed class SpreadJob(NpgsqlDataSource database, Work work, SpreadReport report, IServiceScopeFactory scopes) : IJob<SpreadJob.Data>
{
    public const string Kind = "tickets.spread";

    public const int Batch = 50;

    /// <param name="Ticket">Id of the parent.</param>
    internal sealed record Data(Guid Ticket);

    public async Task RunAsync(Data data, CancellationToken cancellation)
    {
        if (await NextAsync(data.Ticket, cancellation) is not { } spread)
        {
            return;
        }
        foreach (var child in await BatchAsync(spread, cancellation))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SpreadToChild>().RunAsync(spread, child, cancellation);
        }
        await report.TellParentAsync(spread, cancellation);
        if (await NextAsync(data.Ticket, cancellation) is not null)
        {
            work.Enqueue(Kind, data);
            await work.SaveAsync(cancellation);
        }
    }

    /// <summary>The oldest that has not reached all: news arrives in its order.</summary>
    private async Task<Guid?> NextAsync(Guid ticket, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select s.id
            from tickets.spreads s
            where s.ticket_id = $1
              and exists (select from tickets.spread_children c where c.spread_id = s.id and not c.is_told)
            order by s.position
            limit 1
            """, ticket);
        return (Guid?)await command.ExecuteScalarAsync(cancellation);
    }

    private Task<List<long>> BatchAsync(Guid spread, CancellationToken cancellation) =>
        work.Db.Set<SpreadChild>().AsNoTracking()
            .Where(c => c.SpreadId == spread && !c.IsTold && c.State == SpreadState.Waiting)
            .Join(work.Db.Set<Ticket>(), c => c.TicketId, t => t.Id, (_, t) => t.Number)
            .OrderBy(n => n)
            .Take(Batch)
            .ToListAsync(cancellation);
}
