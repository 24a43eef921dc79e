namespace Fengtai.Platform.Database;

/// <summary>
/// Files that processes on one data folder agree by. The kernel drops their locks with the process, so a killed run leaves none.
/// </summary>
internal sealed class ClusterLocks(string home)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _lock = Path.Combine(home, "cluster.lock");
    private readonly string _use = Path.Combine(home, "cluster.use");

    /// <summary>One process at a time starts or stops the cluster.</summary>
    public async Task<IDisposable> ExclusiveAsync(CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(50))
        {
            try
            {
                return new FileStream(_lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < Patience)
            {
                await Task.Delay(50, cancellation);
            }
            catch (IOException e)
            {
                throw new CannotStartException($"Another process has been starting or stopping the database for {Patience.TotalMinutes} minutes ({_lock}).", e);
            }
        }
    }

    /// <summary>Held as long as this process uses the cluster; any number may.</summary>
    public IDisposable Use() => new FileStream(_use, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);

    /// <summary>Whether nobody uses the cluster. Ask under <see cref="ExclusiveAsync"/>, or the answer is old at once.</summary>
    public bool IsUnused()
    {
        try
        {
            new FileStream(_use, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None).Dispose();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
