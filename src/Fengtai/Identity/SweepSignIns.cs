using Fengtai.Identity.Rules;
using Fengtai.Platform.Data;
using Fengtai.Platform.Jobs;
using Npgsql;

namespace Fengtai.Identity;

/// <summary>Removes sessions, tokens, links and counts of attempts that are over; the log of events keeps that they were.</summary>
internal sealed class SweepSignIns(NpgsqlDataSource database, TimeProvider time) : IRecurringJob
{
    public const string Name = "identity.sweepSignIns";

    /// <summary>How long a token that ran out is still listed, so that people see why their program stopped.</summary>
    private static readonly TimeSpan TokensShown = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await database.ExecuteAsync("delete from identity.sessions where expires_at <= $1 or last_seen_at <= $2", [now, now - SessionRule.Idle], cancellation);
        await database.ExecuteAsync("delete from identity.tokens where expires_at <= $1", [now - TokensShown], cancellation);
        await database.ExecuteAsync("delete from identity.links where expires_at <= $1", [now], cancellation);
        await database.ExecuteAsync("delete from identity.sign_in_attempts where last_at <= $1", [now - Lockout.Memory], cancellation);
    }
}
