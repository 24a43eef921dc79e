using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Npgsql;

namespace Fengtai.Platform.Jobs;

public sealed record JobWasRunAgain : Event
{
    public override string Kind => "jobRunAgain";
}

/// <summary>An administrator gives a job another chance at once.</summary>
public sealed class RunJobAgain(NpgsqlDataSource database, Work work)
{
    public async Task<Result<Done>> RunAsync(Guid job, Actor actor, CancellationToken cancellation)
    {
        if (await database.ExecuteAsync("update platform.jobs set state = 'waiting', run_at = $2, attempts = 0 where id = $1 and state <> 'running'", [job, work.Now], cancellation) == 0)
        {
            return new NotFound();
        }
        work.Record(new Subject("job", job), new JobWasRunAgain(), actor);
        return await work.SaveAsync(cancellation);
    }
}
