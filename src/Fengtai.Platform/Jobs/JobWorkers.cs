using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Fengtai.Platform.Jobs;

/// <summary>A few workers on every node. They look for work every half second and at once after some was found.</summary>
internal sealed partial class JobWorkers(JobQueue queue, IEnumerable<JobKind> kinds, IServiceScopeFactory scopes, TimeProvider time, ILogger<JobWorkers> log) : BackgroundService
{
    private const int Workers = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly Dictionary<string, JobKind> _kinds = kinds.ToDictionary(k => k.Name, StringComparer.Ordinal);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                while (await queue.TakeAsync(stopping) is { } job)
                {
                    await RunAsync(job, stopping);
                }
            }
            catch (NpgsqlException e)
            {
                DatabaseAway(log, e.Message);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                // a worker that ended would be missed by nobody until the queue is long
                WorkerFailed(log, e);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await Task.Delay(Pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunAsync(TakenJob job, CancellationToken stopping)
    {
        var started = time.GetTimestamp();
        try
        {
            var kind = _kinds.GetValueOrDefault(job.Kind) ?? throw new InvalidOperationException($"Nothing here does jobs of kind {job.Kind}.");
            await using var scope = scopes.CreateAsyncScope();
            await kind.RunAsync(scope.ServiceProvider, job.Data, stopping);
            await queue.FinishAsync(job);
            JobMetrics.Ended(job.Kind, time.GetElapsedTime(started), failed: false);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            JobFailed(log, job.Kind, job.Id, job.Attempt, e);
            JobMetrics.Ended(job.Kind, time.GetElapsedTime(started), failed: true);
            await queue.FailAsync(job, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Job {Kind} {Id} failed at attempt {Attempt}")]
    private static partial void JobFailed(ILogger log, string kind, Guid id, int attempt, Exception e);

    [LoggerMessage(LogLevel.Error, "Looking for jobs failed")]
    private static partial void WorkerFailed(ILogger log, Exception e);

    [LoggerMessage(LogLevel.Warning, "Jobs wait for the database: {Reason}")]
    private static partial void DatabaseAway(ILogger log, string reason);
}
