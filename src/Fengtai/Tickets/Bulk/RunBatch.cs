using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Fengtai.Tickets.Bulk;

/// <summary>Goes on with a batch for its owner: one ticket after the other, each in a transaction of its own that also notes that it was done.</summary>
internal sealed partial class RunBatch(NpgsqlDataSource database, Actors actors, IServiceScopeFactory scopes, TimeProvider time, ILogger<RunBatch> log)
{
    /// <returns>Whether it is finished.</returns>
    public async Task<bool> RunAsync(Guid id, int most, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FengtaiDb>();
        if (await db.Set<Batch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && b.StartedAt != null && b.FinishedAt == null, cancellation) is not { } batch)
        {
            return true;
        }
        // whoever may no longer do anything is nobody: every ticket refuses
        var actor = await actors.OfAsync(batch.OwnerId, cancellation) ?? Actor.Anonymous;
        var inSum = batch.Act == BulkAct.Assign && await db.Set<BatchRow>().CountAsync(r => r.BatchId == id, cancellation) > StartBatch.Handful;
        foreach (var ticket in await NextAsync(id, most, cancellation))
        {
            await using var own = scopes.CreateAsyncScope();
            own.ServiceProvider.GetRequiredService<PageContext>().SpeakFor(actor, time.GetUtcNow());
            own.ServiceProvider.GetRequiredService<ToldInSum>().Assignments = inSum;
            var row = own.ServiceProvider.GetRequiredService<RunBatchRow>();
            try
            {
                await row.RunAsync(batch, ticket, actor, cancellation);
            }
            catch (Exception e) when (!IsTriedAgain(e))
            {
                // a fault at one ticket must not keep the others waiting
                Failed(log, ticket.Number, id, e);
                await row.RefuseAsync(batch, ticket, new TicketFailed(), cancellation);
            }
        }
        return await FinishAsync(id, actor, scope.ServiceProvider, cancellation);
    }

    private async Task<List<NextTicket>> NextAsync(Guid batch, int most, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select t.id, t.number
            from tickets.batch_rows r
            join tickets.tickets t on t.id = r.ticket_id
            where r.batch_id = $1
              and r.state = 'waiting'
            order by r.position
            limit $2
            """, batch, most);
        return await command.ListAsync(row => new NextTicket(row.GetGuid(0), row.GetInt64(1)), cancellation);
    }

    /// <summary>The node stops, or the database is away: the job is done again.</summary>
    private static bool IsTriedAgain(Exception e) => e is OperationCanceledException or NpgsqlException { IsTransient: true } || e.InnerException is NpgsqlException { IsTransient: true };

    [LoggerMessage(LogLevel.Error, "Ticket {Number} of batch {Batch} failed")]
    private static partial void Failed(ILogger log, long number, Guid batch, Exception e);

    private static async Task<bool> FinishAsync(Guid id, Actor owner, IServiceProvider services, CancellationToken cancellation)
    {
        var work = services.GetRequiredService<Work>();
        var counts = await work.Db.Set<BatchRow>().Where(r => r.BatchId == id).GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        if (counts.ContainsKey(BatchRowState.Waiting))
        {
            return false;
        }
        var batch = await work.Db.Set<Batch>().SingleAsync(b => b.Id == id, cancellation);
        if (batch.FinishedAt is null)
        {
            var (done, refused) = (counts.GetValueOrDefault(BatchRowState.Done), counts.GetValueOrDefault(BatchRowState.Refused));
            batch.FinishedAt = work.Now;
            work.Record(BatchEvent.Of(id), new BatchFinished(done, refused), Actor.System);
            await services.GetRequiredService<TellOfBatch>().RunAsync(batch, owner, done, refused, cancellation);
            // somebody else may have finished it at the same moment, and then it is
            await work.SaveAsync(cancellation);
        }
        return true;
    }
}

internal sealed record NextTicket(Guid Id, long Number);

/// <summary>One ticket of a batch. Asked again, nothing more happens.</summary>
internal sealed class RunBatchRow(TicketActs acts, FengtaiDb db, Work work, BatchUndoing undoing, ReadNotes reading, NpgsqlDataSource database, IServiceProvider services)
{
    public async Task RunAsync(Batch batch, NextTicket ticket, Actor actor, CancellationToken cancellation)
    {
        var door = BulkActs.Of(batch.Act);
        var result = actor.May(door.Permission)
            ? await acts.ActAsync(ticket.Number, version: null, actor, context => DecideAsync(batch, door, context), cancellation)
            : new Platform.Refusals.NotAllowed(door.Permission.Name);
        if (result.IsRefused)
        {
            await RefuseAsync(batch, ticket, result.Refusal, cancellation);
        }
    }

    /// <summary>Nothing of the ticket is saved, and the row only where it still waits: another worker may have been faster.</summary>
    public Task RefuseAsync(Batch batch, NextTicket ticket, Platform.Refusals.Refusal why, CancellationToken cancellation) =>
        database.ExecuteAsync(
            """
            update tickets.batch_rows
            set state = 'refused', refusal = $3, refusal_arguments = $4, at = $5
            where batch_id = $1 and ticket_id = $2 and state = 'waiting'
            """, [batch.Id, ticket.Id, why.Code, why.Arguments.Select(a => $"{a}").ToArray(), work.Now], cancellation);

    private async Task<Rules.Decision> DecideAsync(Batch batch, BulkDoor door, ActContext context)
    {
        if (await db.FindAsync<BatchRow>([batch.Id, context.Ticket.Id], context.Cancellation) is not { State: BatchRowState.Waiting } row)
        {
            return new NothingWouldChange();
        }
        var before = Rules.TicketFacets.Of(context.Ticket);
        var decision = batch.UndoOfId is { } undone
            ? await undoing.DecideAsync(undone, door, batch.Input, context)
            : await door.DecideAsync(services, door.Read(batch.Input).Value, context);
        if (decision.IsRefused)
        {
            return decision;
        }
        var events = await reading.InAsync(context.Ticket, decision.Events, context.By.Actor, context.Cancellation);
        if (events.IsRefused)
        {
            return Rules.Decision.Refuse(events.Refusals);
        }
        acts.Happen(context.Ticket, events.Value, context.By.Actor);
        (row.State, row.At) = (BatchRowState.Done, context.Now);
        (row.Before, row.After) = (BatchUndoing.Write(before), BatchUndoing.Write(Rules.TicketFacets.Of(context.Ticket)));
        return Rules.Decision.Happen();
    }
}
