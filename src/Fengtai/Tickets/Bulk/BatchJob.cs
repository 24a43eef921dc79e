using Fengtai.Platform.Events;
using Fengtai.Platform.Jobs;

namespace Fengtai.Tickets.Bulk;

/// <summary>Does the next part of a batch and comes again until nothing is left: no run is longer than its lease, and other jobs have their turn.</summary>
internal sealed class BatchJob(RunBatch run, Work work) : IJob<BatchJob.Data>
{
    public const string Kind = "tickets.batch";

    public const int AtOnce = 50;

    internal sealed record Data(Guid Batch);

    public async Task RunAsync(Data data, CancellationToken cancellation)
    {
        if (!await run.RunAsync(data.Batch, AtOnce, cancellation))
        {
            work.Enqueue(Kind, data);
            await work.SaveAsync(cancellation);
        }
    }
}
