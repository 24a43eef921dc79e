using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fengtai.Platform.Looks;

/// <summary>Writes waiting looks every second, and the last ones after the server has stopped answering.</summary>
internal sealed partial class LookWriter(LookLog looks, TimeProvider time, ILogger<LookWriter> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // begun is finished: a stop does not cut a batch off
            await WriteAsync(CancellationToken.None);
        }
    }

    private async Task WriteAsync(CancellationToken cancellation)
    {
        try
        {
            await looks.WriteAsync(cancellation);
        }
        catch (Exception e)
        {
            // they wait for the next round; a worker that ended would let them wait for ever
            Failed(log, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Looks at personal data wait to be written: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
