using Fengtai.Platform.Data;
using Fengtai.Platform.Jobs;
using Npgsql;

namespace Fengtai.Tickets.Together;

/// <summary>Drafts that nobody came back to go, and so do the pages of nodes that died.</summary>
internal sealed class SweepTogether(NpgsqlDataSource database, TimeProvider time) : IRecurringJob
{
    public const string Name = "tickets.together.sweep";
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await database.ExecuteAsync("delete from tickets.drafts where saved_at < $1", [now - KeptFor], cancellation);
        await database.ExecuteAsync("delete from tickets.presence where until < $1", [now], cancellation);
    }
}
