using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Platform.Jobs;

internal sealed record TakenJob(Guid Id, string Kind, string Data, int Attempt);

/// <summary>
/// waiting → running (leased) → gone, or waiting again after a pause, or failed for good and shown to the administrator.
/// A lease that ran out (the node died) is taken again.
/// </summary>
internal sealed class JobQueue(NpgsqlDataSource database, TimeProvider time)
{
    public const int Attempts = 10;
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan LongestPause = PauseAfter(Attempts);

    public async Task<TakenJob?> TakeAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var command = database.Command("""
            update platform.jobs set state = 'running', run_at = $2, attempts = attempts + 1
            where id = (
                select id from platform.jobs
                where state <> 'failed' and run_at <= $1
                order by run_at
                limit 1
                for update skip locked)
            returning id, kind, data::text, attempts
            """, now, now + Lease);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetInt32(3)) : null;
    }

    public Task FinishAsync(TakenJob job) =>
        database.ExecuteAsync("delete from platform.jobs where id = $1 and attempts = $2", [job.Id, job.Attempt]);

    /// <summary>Tries again after 10 s, 40 s, 90 s … and gives up visibly after the last attempt.</summary>
    public Task FailAsync(TakenJob job, string reason)
    {
        return database.ExecuteAsync(
            "update platform.jobs set state = $3, run_at = $4, error = $5 where id = $1 and attempts = $2",
            [job.Id, job.Attempt, job.Attempt >= Attempts ? "failed" : "waiting", time.GetUtcNow() + PauseAfter(job.Attempt), reason]);
    }

    private static TimeSpan PauseAfter(int attempt) => TimeSpan.FromSeconds(10.0 * attempt * attempt);
}
