using Fengtai.Platform.Data;
using Fengtai.Platform.Jobs;
using Npgsql;

namespace Fengtai.Platform.Http;

/// <summary>Forgets idempotency keys after a day.</summary>
internal sealed class SweepKeys(NpgsqlDataSource database) : IRecurringJob
{
    public const string Name = "http.sweepKeys";

    public Task RunAsync(CancellationToken cancellation) => database.ExecuteAsync("""
        with old as (
            delete from platform.idempotency
            where at < now() - interval '24 hours'
            returning person, key
        )
        delete from platform.finished_keys f
        using old
        where f.person = old.person and f.key = old.key
        """, [], cancellation);
}
