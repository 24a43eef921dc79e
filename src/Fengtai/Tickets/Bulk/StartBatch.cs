using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Bulk;

/// <summary>执行: from now on it is done, by a job that another node takes over should this one die. A handful is done at once.</summary>
internal sealed class StartBatch(Work work, PrepareBatch prepare, RunBatch run)
{
    /// <summary>So many are done while the person waits.</summary>
    public const int Handful = 10;

    /// <summary>Until then the one who asked for a handful has done it; if not, the job does.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>One that was prepared and looked at.</summary>
    public async Task<Result<Batch>> RunAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        if (await work.Db.Set<Batch>().SingleOrDefaultAsync(b => b.Id == id && b.OwnerId == actor.Id, cancellation) is not { } batch)
        {
            return new NotFound();
        }
        if (batch.StartedAt is not null)
        {
            return new BatchWasStartedAlready();
        }
        var tickets = await work.Db.Set<BatchRow>().CountAsync(r => r.BatchId == id, cancellation);
        return await StartAsync(batch, tickets, actor, cancellation);
    }

    /// <summary>At once, for programs.</summary>
    public Task<Result<Batch>> RunAsync(PreparedBatch prepared, Actor actor, CancellationToken cancellation) =>
        StartAsync(prepare.Add(prepared, actor), prepared.Wanted.Ids.Count, actor, cancellation);

    /// <summary>One whose rows are there, or about to be saved with it.</summary>
    public async Task<Result<Batch>> StartAsync(Batch batch, int tickets, Actor actor, CancellationToken cancellation)
    {
        batch.StartedAt = work.Now;
        work.Record(BatchEvent.Of(batch.Id), new BatchStarted(batch.Act, tickets, batch.List, batch.UndoOfId is not null), actor);
        work.Enqueue(BatchJob.Kind, new BatchJob.Data(batch.Id), tickets <= Handful ? work.Now + Grace : null);
        var saved = await work.SaveAsync(cancellation);
        if (saved.IsRefused)
        {
            return saved.Refusal is ChangedMeanwhile ? new BatchWasStartedAlready() : saved.Refusal;
        }
        if (tickets <= Handful)
        {
            await run.RunAsync(batch.Id, Handful, cancellation);
        }
        return batch;
    }
}
