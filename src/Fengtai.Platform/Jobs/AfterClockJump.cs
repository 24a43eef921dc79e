using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Platform.Jobs;

/// <summary>
/// A clock that was ahead and was put right leaves rows with times that are far off: jobs would rest until then. Due again is what was
/// due when it was written, what waits longer than any pause, and whose lease is longer than any. What was planned for a time stays planned for it.
/// </summary>
internal sealed class AfterClockJump(NpgsqlDataSource database, TimeProvider time) : IRecurringJob
{
    public const string Name = "jobs.afterClockJump";

    /// <summary>By so much the clocks of nodes may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await database.ExecuteAsync("""
            update platform.jobs
            set run_at = case when state = 'running' then $1 + $2 else $1 end
            where state = 'waiting' and attempts = 0 and run_at <= created_at and created_at > $1 + $4
               or state = 'waiting' and attempts > 0 and run_at > $1 + $3 + $4
               or state = 'running' and run_at > $1 + $2 + $4
            """, [now, JobQueue.Lease, JobQueue.LongestPause, Skew], cancellation);
    }
}
