using Fengtai.Identity;
using Fengtai.Platform.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Fengtai.Tickets.Together;

/// <summary>Once a second, where a page of this node has a ticket open: who else is there, told to the pages only when it is others than before.</summary>
internal sealed partial class TellPresence(
    TicketPresence presence, IHubContext<LiveHub> hub, IServiceScopeFactory scopes, TimeProvider time, ILogger<TellPresence> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private Dictionary<string, IReadOnlyList<Present>> _told = new(StringComparer.Ordinal);

    /// <summary>Says what changed since the last time, page by page.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Present>>> NextAsync(CancellationToken cancellation)
    {
        await presence.BeatAsync(cancellation);
        var pages = presence.Pages;
        var now = new Dictionary<string, IReadOnlyList<Present>>(StringComparer.Ordinal);
        if (pages.Count > 0)
        {
            var there = await presence.AtAsync([.. pages.Select(p => p.Key)], cancellation);
            // alone at a ticket is what nearly everybody is: nothing to tell
            foreach (var ticket in pages.Where(p => there[p.Key].Skip(1).Any()))
            {
                var people = await NamedAsync([.. there[ticket.Key]], cancellation);
                foreach (var page in ticket)
                {
                    now[page] = people;
                }
            }
        }
        var changed = now.Where(p => !_told.TryGetValue(p.Key, out var before) || !before.SequenceEqual(p.Value))
            .Concat(_told.Keys.Where(page => !now.ContainsKey(page)).Select(page => KeyValuePair.Create(page, (IReadOnlyList<Present>)[])))
            .ToDictionary();
        _told = now;
        return changed;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var (page, people) in await NextAsync(stoppingToken))
                {
                    await hub.Clients.Client(page).SendAsync("present", people, stoppingToken);
                }
            }
            catch (NpgsqlException e)
            {
                Waiting(log, e.Message);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(log, e);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<IReadOnlyList<Present>> NamedAsync(IReadOnlyList<(Guid Person, bool IsWriting)> there, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var names = await scope.ServiceProvider.GetRequiredService<People>().ManyAsync(there.Select(t => t.Person), cancellation);
        return [.. there.Where(t => names.ContainsKey(t.Person)).Select(t => new Present(t.Person, names[t.Person].Name, t.IsWriting))];
    }

    [LoggerMessage(LogLevel.Error, "Telling who is at a ticket failed")]
    private static partial void Failed(ILogger log, Exception e);

    [LoggerMessage(LogLevel.Warning, "Telling who is at a ticket waits for the database: {Reason}")]
    private static partial void Waiting(ILogger log, string reason);
}
