using Fengtai.Platform.Data;
using Fengtai.Platform.Texts;
using Npgsql;

namespace Fengtai.Platform.Jobs;

[TextKeys("platform.jobState")]
public enum JobState
{
    /// <summary>Its time has not come, or no worker was free yet.</summary>
    Waiting,

    /// <summary>A worker has it.</summary>
    Running,

    /// <summary>Given up after the last attempt.</summary>
    Failed,
}

/// <param name="RunAt">When it runs next; of a running job the end of its lease.</param>
/// <param name="Error">Why the last attempt failed.</param>
public sealed record JobLine(Guid Id, string Kind, JobState State, DateTimeOffset RunAt, int Attempts, string? Error, DateTimeOffset CreatedAt);

/// <param name="Took">How long the last run took; null while it has not run to its end.</param>
public sealed record RecurringLine(string Name, DateTimeOffset NextRun, DateTimeOffset? LastRun, TimeSpan? Took, string? Error);

/// <summary>What is to be done, being done, and could not be done.</summary>
public sealed class JobOverview(NpgsqlDataSource database)
{
    public const int MostLines = 200;

    /// <summary>Failed ones first, then in the order of their turn; <see cref="MostLines"/> at most.</summary>
    public async Task<IReadOnlyList<JobLine>> JobsAsync(CancellationToken cancellation)
    {
        await using var command = database.Command("""
            select id, kind, state, run_at, attempts, error, created_at
            from platform.jobs
            order by state <> 'failed', run_at
            limit $1
            """, MostLines);
        return await command.ListAsync(
            row => new JobLine(
                row.GetGuid(0), row.GetString(1), Enum.Parse<JobState>(row.GetString(2), ignoreCase: true), row.GetFieldValue<DateTimeOffset>(3),
                row.GetInt32(4), row.Get<string>(5), row.GetFieldValue<DateTimeOffset>(6)),
            cancellation);
    }

    public async Task<IReadOnlyDictionary<JobState, long>> CountsAsync(CancellationToken cancellation)
    {
        await using var command = database.Command("select state, count(*) from platform.jobs group by state");
        var counted = await command.ListAsync(row => (State: Enum.Parse<JobState>(row.GetString(0), ignoreCase: true), Count: row.GetInt64(1)), cancellation);
        return counted.ToDictionary(c => c.State, c => c.Count);
    }

    public async Task<IReadOnlyList<RecurringLine>> RecurringAsync(CancellationToken cancellation)
    {
        await using var command = database.Command("select name, next_run, last_run, took_ms, error from platform.recurring order by name");
        return await command.ListAsync(
            row => new RecurringLine(
                row.GetString(0), row.GetFieldValue<DateTimeOffset>(1), row.Get<DateTimeOffset?>(2),
                row.Get<int?>(3) is { } ms ? TimeSpan.FromMilliseconds(ms) : null, row.Get<string>(4)),
            cancellation);
    }
}
