using Fengtai.Platform.Data;
using Fengtai.Platform.Jobs;
using Npgsql;

namespace Fengtai.Notifications;

/// <summary>Old notices go, read or not: what they were about is in the history of its subject.</summary>
internal sealed class SweepNotices(NpgsqlDataSource database, TimeProvider time) : IRecurringJob
{
    public const string Name = "notifications.sweep";
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    public async Task RunAsync(CancellationToken cancellation) =>
        await database.ExecuteAsync("delete from notifications.notices where at < $1", [time.GetUtcNow() - KeptFor], cancellation);
}
