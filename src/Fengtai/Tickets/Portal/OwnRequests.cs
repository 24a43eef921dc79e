using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Portal;

/// <summary>The requests of one person: those made by or for them.</summary>
internal sealed class OwnRequests(TicketList list)
{
    private const int OnHome = 20;

    public Task<Result<TicketPage>> PageAsync(Actor actor, bool? isOpen, string? words, int limit, string? after, CancellationToken cancellation) =>
        list.PageAsync(Filter(actor, isOpen, words), TicketSort.UpdatedAt, limit, after, actor, cancellation);

    private static TicketFilter Filter(Actor actor, bool? isOpen, string? words)
    {
        var ofState = isOpen switch
        {
            true => TicketFilter.Open,
            false => TicketFilter.Ended,
            null => TicketFilter.Everything,
        };
        return ofState.And(new IsFor(actor.Id)).And(words is null ? [] : [new Speaks(words)]);
    }

    /// <summary>What is open, what needs this person first.</summary>
    public async Task<IReadOnlyList<Ticket>> OpenAsync(Actor actor, CancellationToken cancellation)
    {
        var page = await PageAsync(actor, isOpen: true, null, OnHome, null, cancellation);
        return [.. page.Value.Items.OrderByDescending(t => RequestStages.Of(t).NeedsYou())];
    }
}
