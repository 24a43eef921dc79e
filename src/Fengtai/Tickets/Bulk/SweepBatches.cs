using Fengtai.Platform.Data;
using Fengtai.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Bulk;

/// <summary>What was prepared and never started goes after a day, reports after a year: what happened to each ticket stands in its history.</summary>
internal sealed class SweepBatches(FengtaiDb db, TimeProvider time) : IRecurringJob
{
    public const string Name = "tickets.batches.sweep";
    public static readonly TimeSpan Every = TimeSpan.FromHours(6);

    private static readonly TimeSpan UnstartedFor = TimeSpan.FromDays(1);
    private static readonly TimeSpan ReportsFor = TimeSpan.FromDays(366);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var (unstarted, reports) = (now - UnstartedFor, now - ReportsFor);
        // an undo goes before what it undid
        await db.Database.ExecuteSqlAsync($"delete from tickets.batches where created_at < {reports} and undo_of_id is not null", cancellation);
        await db.Database.ExecuteSqlAsync($"""
            delete from tickets.batches b
            where (b.created_at < {reports} or b.created_at < {unstarted} and b.started_at is null)
              and not exists (select from tickets.batches u where u.undo_of_id = b.id)
            """, cancellation);
    }
}
