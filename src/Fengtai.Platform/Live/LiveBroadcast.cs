using Fengtai.Platform.Data;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Fengtai.Platform.Live;

/// <summary>Asks five times a second what became visible, tells this node's own browsers and forgets what is kept of it.</summary>
internal sealed partial class LiveBroadcast(NpgsqlDataSource database, IHubContext<LiveHub> hub, KeptAnswers kept, ILogger<LiveBroadcast> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var tail = new LiveTail(database);
        using var timer = new PeriodicTimer(Pause);
        while (await WaitAsync(timer, stoppingToken))
        {
            try
            {
                foreach (var hint in await tail.NextAsync(stoppingToken))
                {
                    kept.Forget(hint.SubjectKind);
                    await TellAsync(hint, stoppingToken);
                }
            }
            catch (NpgsqlException e)
            {
                kept.ForgetAll();
                TailFailed(log, e.Message);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                kept.ForgetAll();
                TellingFailed(log, e);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task TellAsync(Hint hint, CancellationToken cancellation)
    {
        var one = $"{hint.SubjectKind}:{hint.SubjectId}";
        var groups = new List<string> { LiveHub.Group(one, false), LiveHub.Group(hint.SubjectKind, false) };
        if (hint.IsPublic)
        {
            groups.Add(LiveHub.Group(one, true));
        }
        await hub.Clients.Groups(groups).SendAsync("changed", one, cancellation);
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken cancellation)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Live hints failed")]
    private static partial void TellingFailed(ILogger log, Exception e);

    [LoggerMessage(LogLevel.Warning, "Live hints wait for the database: {Reason}")]
    private static partial void TailFailed(ILogger log, string reason);
}
