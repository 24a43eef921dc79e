using System.Runtime.Versioning;
using Npgsql;

namespace Fengtai.Platform.Database;

/// <summary>
/// A private PostgreSQL in the data folder, reached over a unix socket. Any number of our processes share it: the first one starts it
/// (or takes over the orphan of a killed run), the last one stops it, and each sees to it that it runs again should it die.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class EmbeddedCluster : IAsyncDisposable
{
    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(1);

    private readonly PostgresServer _server;
    private readonly ClusterLocks _locks;
    private readonly IDisposable _use;
    private readonly Action<string> _say;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _supervision;

    private EmbeddedCluster(PostgresServer server, ClusterLocks locks, IDisposable use, bool adopted, Action<string> say)
    {
        (_server, _locks, _use, Adopted, _say) = (server, locks, use, adopted, say);
        _supervision = Task.Run(SuperviseAsync);
    }

    public string ConnectionString => _server.ConnectionString("fengtai");

    /// <summary>It was running already: another process uses it, or a killed run left it behind.</summary>
    public bool Adopted { get; }

    /// <param name="folder">The data folder; made where it is missing.</param>
    /// <param name="say">Takes what the operator should know, a line at a time.</param>
    /// <param name="settings">PostgreSQL settings that go before those of the cluster's own file.</param>
    /// <exception cref="CannotStartException">The surroundings do not allow it.</exception>
    public static async Task<EmbeddedCluster> OpenAsync(string folder, Action<string> say, IReadOnlyDictionary<string, string>? settings = null, CancellationToken cancellation = default)
    {
        var home = Path.GetFullPath(folder);
        var early = await PostgresInstallation.FindOrInstallAsync(version: null, say);
        var folders = await ClusterFolders.PrepareAsync(home, say);
        var locks = new ClusterLocks(home);
        using (await locks.ExclusiveAsync(cancellation))
        {
            var installation = folders.Version is { } version && version != early.Version ? await PostgresInstallation.FindOrInstallAsync(version, say) : early;
            var server = new PostgresServer(installation, folders, settings ?? new Dictionary<string, string>());
            var use = locks.Use();
            try
            {
                var adopted = await ReadyAsync(server, folders, cancellation);
                return new(server, locks, use, adopted, say);
            }
            catch
            {
                use.Dispose();
                throw;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_closing.IsCancellationRequested)
        {
            return;
        }
        await _closing.CancelAsync();
        await _supervision;
        using (await _locks.ExclusiveAsync(CancellationToken.None))
        {
            _use.Dispose();
            if (_locks.IsUnused() && _server.IsRunning())
            {
                await _server.StopAsync();
            }
        }
        _closing.Dispose();
    }

    private static async Task<bool> ReadyAsync(PostgresServer server, ClusterFolders folders, CancellationToken cancellation)
    {
        if (!folders.IsInitialised)
        {
            await server.InitialiseAsync();
        }
        if (server.IsRunning())
        {
            await server.AwaitAnswerAsync(cancellation);
            return true;
        }
        await server.StartAsync();
        return false;
    }

    private async Task SuperviseAsync()
    {
        using var timer = new PeriodicTimer(Watch);
        while (await NextAsync(timer))
        {
            if (_server.IsRunning())
            {
                continue;
            }
            try
            {
                using (await _locks.ExclusiveAsync(_closing.Token))
                {
                    if (!_server.IsRunning())
                    {
                        await _server.StartAsync();
                        _say("PostgreSQL had ended and was started again.");
                    }
                }
            }
            catch (Exception e) when (e is CannotStartException or NpgsqlException or IOException)
            {
                // its last children may still be ending, or the disk be full: the next round tries again
                _say($"PostgreSQL has ended: {e.Message}");
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<bool> NextAsync(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(_closing.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
