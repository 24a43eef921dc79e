using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>What does the queue show at this address?</summary>
internal sealed class Queue(
    QueueAddresses addresses, TicketList list, QueueCounts counts, QueueRail rail, FilterChips chips, SavedViews views, QueueRows rows, TicketCounts tickets, TotalMemory totals, IStringLocalizer texts)
{
    private const int PageSize = 50;

    /// <summary>A filter or cursor that cannot be understood is said, and shows nothing rather than everything. Null where the saved view is not this person's to see.</summary>
    public async Task<QueueModel?> AskAsync(IQueryCollection query, Actor actor, CancellationToken cancellation)
    {
        if (await addresses.ReadAsync(query, actor, cancellation) is not { } asked)
        {
            return null;
        }
        var (address, saved) = (rail.Current = asked.Address, asked.Saved);
        var page = asked.Filter.IsRefused
            ? Result<TicketPage>.Refused(asked.Filter.Refusals)
            : await list.PageAsync(asked.Filter.Value, asked.Order, PageSize, query["after"], actor, cancellation, query["before"]);
        var shown = page.IsRefused ? new TicketPage([], null) : page.Value;
        return new(address, asked.Order.Word, await rail.OfAsync(actor, cancellation), await rows.OfAsync(shown.Items, cancellation))
        {
            Columns = await views.ColumnsAsync(address.View, saved, actor, cancellation),
            Total = await TotalAsync(asked, shown, actor, cancellation),
            Previous = shown.Previous is { } before ? address.Before(before) : null,
            Next = shown.Next is { } after ? address.After(after) : null,
            Chips = await chips.OfAsync(address, query["add"], cancellation),
            Offers = chips.Offers(address),
            Saved = saved is null ? null : new(saved.Id, saved.Name, Sharing.MayChange(saved, actor)),
            Errors = page.IsRefused ? FormErrors.From(page.Refusals, texts) : null,
        };
    }

    /// <summary>What stands on one page needs no counting, and a view is counted already.</summary>
    private async Task<TicketCount?> TotalAsync(AskedQueue asked, TicketPage shown, Actor actor, CancellationToken cancellation)
    {
        if (asked.Filter.IsRefused || shown is { Next: null, Previous: null })
        {
            return new(shown.Items.Count, false);
        }
        return !asked.Address.IsFiltered && (await counts.OfAsync(actor, cancellation)).Of(asked.Address) is { } known
            ? known
            : (await totals.OfAsync(actor.Id, asked.Address.Href, () => tickets.OfAsync([asked.Filter.Value], actor, cancellation)))[0];
    }
}

/// <summary>The queue as it is shown.</summary>
/// <param name="Sort">The word of the order in force.</param>
public sealed record QueueModel(QueueAddress Address, string Sort, IReadOnlyList<ListedView> Views, IReadOnlyList<QueueRow> Rows)
{
    public IReadOnlyList<QueueColumn> Columns { get; init; } = [];

    /// <summary>How many fit the address; null where that would take too long to count.</summary>
    public TicketCount? Total { get; init; }

    public string? Previous { get; init; }

    public string? Next { get; init; }

    public IReadOnlyList<FilterChip> Chips { get; init; } = [];

    public IReadOnlyList<FilterOffer> Offers { get; init; } = [];

    /// <summary>The saved view that is shown or was begun with.</summary>
    public SavedFace? Saved { get; init; }

    public FormErrors? Errors { get; init; }

    public string Title(IStringLocalizer texts) => Saved?.Name ?? texts.Of(Address.View);
}

/// <summary>What a page says of a saved view.</summary>
public sealed record SavedFace(Guid Id, string Name, bool MayChange);
