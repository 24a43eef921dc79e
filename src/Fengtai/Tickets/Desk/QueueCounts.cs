using System.Globalization;
using Fengtai.Platform.Access;

namespace Fengtai.Tickets.Desk;

/// <summary>How many are in each view? Asked once per request, whoever shows it.</summary>
internal sealed class QueueCounts(TicketList list)
{
    private Task<IReadOnlyDictionary<QueueView, int>>? _counts;

    public Task<IReadOnlyDictionary<QueueView, int>> OfAsync(Actor actor, CancellationToken cancellation) => _counts ??= CountAsync(actor, cancellation);

    /// <summary>Beyond <see cref="TicketList.CountLimit"/> nobody counted.</summary>
    public static string Said(int count) => count < TicketList.CountLimit
        ? count.ToString(CultureInfo.InvariantCulture)
        : TicketList.CountLimit.ToString("N0", CultureInfo.InvariantCulture) + "+";

    private async Task<IReadOnlyDictionary<QueueView, int>> CountAsync(Actor actor, CancellationToken cancellation)
    {
        var views = QueueViews.For(actor);
        var counts = await list.CountsAsync([.. views.Select(v => QueueViews.Filter(v, actor))], actor, cancellation);
        return views.Zip(counts).ToDictionary(c => c.First, c => c.Second);
    }
}
