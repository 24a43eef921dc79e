using System.Globalization;
using Fengtai.Platform.Data;
using Fengtai.ServiceLevels;
using Fengtai.ServiceLevels.Rules;
using Fengtai.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.ServiceLevels;

/// <summary>The law that what a trial says rests on: the recorded life of a ticket, run again by the policies as they are, gives the clocks that it has.</summary>
internal static class RecordedClocks
{
    public static async Task AreToldAgainAsync(App app, IReadOnlyCollection<Guid> tickets)
    {
        var kept = (await app.RunAsync(s => s.GetRequiredService<FengtaiDb>().Set<Clock>().AsNoTracking().Where(c => c.PolicyId != null && tickets.Contains(c.TicketId)).ToListAsync())).ToLookup(c => c.TicketId);
        foreach (var some in tickets.Chunk(1000))
        {
            var (lives, times) = await app.RunAsync(async s =>
            {
                var policies = await s.GetRequiredService<PolicyBook>().AllAsync(default);
                return (await s.GetRequiredService<TryPolicies>().LiveAsync(some, policies, policies, default), await s.GetRequiredService<TicketClocks>().TimesAsync(default));
            });
            foreach (var ticket in some)
            {
                Assert.Equal(Said(kept[ticket], c => (c.State, c.DueAt)), Said(lives[ticket].Before.Clocks, c => (ClockReading.Of(c.Turns, times).StateAt(app.Clock.Now), ClockReading.Of(c.Turns, times).DueAt)));
            }
        }
    }

    private static IEnumerable<string> Said(IEnumerable<Clock> clocks, Func<Clock, (ClockState State, DateTimeOffset? DueAt)> read) => clocks
        .OrderBy(c => c.Kind).ThenBy(c => c.Round)
        .Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Kind} {c.Round} {c.StartedAt.UtcDateTime:s} {read(c).State} {read(c).DueAt?.UtcDateTime:s} {c.StoppedAt?.UtcDateTime:s} {c.Priority} {c.WorkedBy}"));
}
