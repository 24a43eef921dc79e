namespace Fengtai.Platform.Health;

/// <summary>
/// Gives memory back once nobody asks for anything: after the start, after a busy time. Left to itself the collector waits until a share of the
/// processor's cache is full, which an idle server needs minutes for, and keeps what a busy hour took.
/// </summary>
public static class QuietMemory
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>For the process as a whole, until the server stops.</summary>
    public static async Task KeepAsync(TimeProvider time, CancellationToken stopping)
    {
        var quiet = new Quiet();
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
            {
                Collect(quiet.Look(GC.GetTotalAllocatedBytes()));
            }
        }
        catch (OperationCanceledException)
        {
            // the server stops
        }
    }

    private static void Collect(Collecting what)
    {
        switch (what)
        {
            case Collecting.Young:
                GC.Collect(1, GCCollectionMode.Forced, blocking: true);
                break;
            case Collecting.Everything:
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                break;
            case Collecting.Nothing:
                break;
        }
    }
}
