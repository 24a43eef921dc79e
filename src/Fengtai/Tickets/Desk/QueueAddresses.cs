using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Desk;

/// <summary>What does an address of the queue ask for? The page, the downloads and whatever works on a whole list read it here.</summary>
internal sealed class QueueAddresses(TicketFilters filters, SavedViews views, TimeProvider time)
{
    /// <summary>Null where it names a saved view that this person does not see.</summary>
    public async Task<AskedQueue?> ReadAsync(IQueryCollection query, Actor actor, CancellationToken cancellation)
    {
        var saved = await views.OfAsync(actor, cancellation);
        if (QueueAddress.Read([.. TicketFilters.Parameters(query)], QueueViews.First(actor), id => saved.FirstOrDefault(v => v.Id == id)) is not { } address)
        {
            return null;
        }
        var view = saved.FirstOrDefault(v => v.Id == address.Saved);
        var narrowed = TicketFilters.Unknown(query) is { Count: > 0 } unknown ? Result<TicketFilter>.Refused(unknown) : await filters.ReadAsync(address.Terms, actor, cancellation);
        return new(
            address,
            view,
            narrowed.Map(f => QueueViews.Filter(address.View, actor, time.GetUtcNow()).And(f)),
            TicketOrder.TryParse(address.Sort ?? view?.Sort, out var order) ? order : QueueViews.Order(address.View));
    }
}

/// <param name="Saved">The saved view that is shown or was begun with.</param>
/// <param name="Filter">Refused where a filter cannot be understood.</param>
internal sealed record AskedQueue(QueueAddress Address, SavedView? Saved, Result<TicketFilter> Filter, TicketOrder Order);
