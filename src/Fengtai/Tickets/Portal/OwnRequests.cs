using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Portal;

/// <summary>The requests of one person: those made by or for them.</summary>
internal sealed class OwnRequests(TicketList list)
{
    private const int OnHome = 20;

    public Task<Result<TicketPage>> PageAsync(Actor actor, bool? isOpen, string? words, int limit, string? after, CancellationToken cancellation) =>
        list.PageAsync(new() { Person = actor.Id, IsOpen = isOpen, Words = words }, TicketSort.UpdatedAt, limit, after, actor, cancellation);

    /// <summary>What is open, what needs this person first.</summary>
    public async Task<IReadOnlyList<Ticket>> OpenAsync(Actor actor, CancellationToken cancellation)
    {
        var page = await PageAsync(actor, isOpen: true, null, OnHome, null, cancellation);
        return [.. page.Value.Items.OrderByDescending(t => RequestStages.Of(t).NeedsYou())];
    }
}
