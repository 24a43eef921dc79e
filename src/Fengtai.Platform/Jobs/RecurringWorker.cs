using System.Diagnostics;
using Fengtai.Platform.Data;
using Fengtai.Platform.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Fengtai.Platform.Jobs;

/// <summary>Recurring work is a row with its next run; whoever moves it forward runs it, so several nodes never run it twice.</summary>
internal sealed partial class RecurringWorker(NpgsqlDataSource database, IEnumerable<RecurringKind> kinds, IServiceScopeFactory scopes, TimeProvider time, ILogger<RecurringWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var kind in kinds)
            {
                await RunIfDueAsync(kind, stoppingToken);
            }
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunIfDueAsync(RecurringKind kind, CancellationToken stopping)
    {
        try
        {
            if (await ClaimAsync(kind, stopping))
            {
                var watch = Stopwatch.StartNew();
                var failure = await FailureAsync(kind, stopping);
                JobMetrics.Ended(kind.Name, watch.Elapsed, failed: failure is not null);
                await NoteAsync(kind, watch, failure);
            }
        }
        catch (Exception e) when (DatabaseOutage.Caused(e))
        {
            Waiting(log, kind.Name, e.Message);
        }
        catch (Exception e) when (!IsEnding(stopping))
        {
            // whatever it was, the worker goes on: without it nothing recurring would run until a restart
            Failed(log, kind.Name, e);
        }
        catch (Exception e)
        {
            // the next run is already planned
            Stopped(log, kind.Name, e.Message);
        }
    }

    /// <summary>Runs it; what it failed of, or null. A database that is away is no failure of the work.</summary>
    private async Task<string?> FailureAsync(RecurringKind kind, CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await kind.RunAsync(scope.ServiceProvider, stopping);
            return null;
        }
        catch (Exception e) when (!IsEnding(stopping) && !DatabaseOutage.Caused(e))
        {
            Failed(log, kind.Name, e);
            return e.Message;
        }
    }

    /// <summary>An application that could not listen is taken down without being stopped first.</summary>
    private bool IsEnding(CancellationToken stopping)
    {
        try
        {
            using var scope = scopes.CreateScope();
            return stopping.IsCancellationRequested;
        }
        catch (ObjectDisposedException)
        {
            return true;
        }
    }

    /// <summary>A next run that is further away than it can have been planned for was planned by a clock that has gone back since.</summary>
    private async Task<bool> ClaimAsync(RecurringKind kind, CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        return await database.ExecuteAsync("""
            insert into platform.recurring as r (name, next_run, last_run) values ($1, $3, $2)
            on conflict (name) do update set next_run = $3, last_run = $2
                where r.next_run <= $2
                   or r.next_run > $4
            """, [kind.Name, now, now + kind.Every, now + kind.Every + AfterClockJump.Skew], stopping) == 1;
    }

    private Task NoteAsync(RecurringKind kind, Stopwatch watch, string? error) =>
        database.ExecuteAsync("update platform.recurring set took_ms = $2, error = $3 where name = $1", [kind.Name, (int)watch.ElapsedMilliseconds, error]);

    [LoggerMessage(LogLevel.Error, "Recurring work {Name} failed")]
    private static partial void Failed(ILogger log, string name, Exception e);

    [LoggerMessage(LogLevel.Debug, "Recurring work {Name} was stopped: {Reason}")]
    private static partial void Stopped(ILogger log, string name, string reason);

    [LoggerMessage(LogLevel.Warning, "Recurring work {Name} waits for the database: {Reason}")]
    private static partial void Waiting(ILogger log, string name, string reason);
}
