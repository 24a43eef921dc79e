using System.Globalization;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Desk;
using Fengtai.Tickets.Rules;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Bulk;

/// <param name="Ids">In their order.</param>
/// <param name="List">The list they were taken from; null where they were named one by one.</param>
internal sealed record Wanted(IReadOnlyList<Guid> Ids, string? List);

/// <summary>Which tickets are meant: those that were picked, or all of a list. More than the cap are refused, naming how many there are.</summary>
internal sealed class WantedTickets(FengtaiDb db, TicketList list, TicketCounts counts, TicketFilters filters, QueueAddresses addresses)
{
    /// <summary>So many tickets at once: what is done to more should be thought over, and can be done in parts.</summary>
    public const int Most = 500;

    public async Task<Result<Wanted>> PickedAsync(IReadOnlyList<long> numbers, Actor actor, CancellationToken cancellation)
    {
        var wanted = numbers.Distinct().ToArray();
        if (wanted.Length == 0)
        {
            return new Missing("tickets");
        }
        if (wanted.Length > Most)
        {
            return new TooManyTicketsAtOnce(wanted.Length.ToString("N0", CultureInfo.InvariantCulture), Most);
        }
        var found = await db.Set<Ticket>().AsNoTracking().VisibleTo(actor).Where(t => wanted.Contains(t.Number)).ToListAsync(cancellation);
        var own = found.Where(t => Standing.Of(actor, t).SeesInternals).ToDictionary(t => t.Number, t => t.Id);
        return wanted.Where(n => !own.ContainsKey(n)).ToList() is [var unknown, ..]
            ? new UnknownValue("tickets", unknown.ToString(CultureInfo.InvariantCulture))
            : new Wanted([.. wanted.Select(n => own[n])], null);
    }

    /// <summary>A filter as the API's lists take it. What is no filter is refused: left alone, it would widen the list.</summary>
    public async Task<Result<Wanted>> FilteredAsync(string filter, Actor actor, CancellationToken cancellation)
    {
        var given = FilterTexts.Parameters(filter).ToList();
        var unknown = given.Where(p => FilterTerm.FieldOf(p.Key) is null).Select(p => new UnknownValue(p.Key, p.Value)).ToList();
        if (unknown.Count > 0)
        {
            return Result<Wanted>.Refused(unknown);
        }
        var read = await filters.ReadAsync(FilterTerm.Read(given), actor, cancellation);
        return read.IsRefused ? Result<Wanted>.Refused(read.Refusals) : await AllOfAsync(read.Value, new TicketOrder(TicketSort.OpenedAt), filter, actor, cancellation);
    }

    /// <summary>A list as the desk's queue shows it at this address.</summary>
    public async Task<Result<Wanted>> ListedAsync(string query, Actor actor, CancellationToken cancellation) =>
        await AskedAsync(query, actor, cancellation) switch
        {
            null => new NotFound(),
            { Filter.IsRefused: true } asked => Result<Wanted>.Refused(asked.Filter.Refusals),
            { } asked => await AllOfAsync(asked.Filter.Value, asked.Order, query, actor, cancellation),
        };

    /// <summary>How many the list holds, for a choice; null where it cannot be told.</summary>
    public async Task<TicketCount?> CountAsync(string query, Actor actor, CancellationToken cancellation) =>
        await AskedAsync(query, actor, cancellation) is { Filter.IsRefused: false } asked ? await counts.OfAsync(asked.Filter.Value, actor, cancellation) : null;

    private Task<AskedQueue?> AskedAsync(string query, Actor actor, CancellationToken cancellation) =>
        addresses.ReadAsync(new QueryCollection(QueryHelpers.ParseQuery(query)), actor, cancellation);

    private async Task<Result<Wanted>> AllOfAsync(TicketFilter filter, TicketOrder order, string said, Actor actor, CancellationToken cancellation)
    {
        var ids = await list.IdsAsync(filter, order, Most + 1, actor, cancellation);
        if (ids.Count > Most)
        {
            return new TooManyTicketsAtOnce(Said(await counts.OfAsync(filter, actor, cancellation)), Most);
        }
        // who reads a list finds their own requests in it, too, which are not theirs to work on here
        var own = (await list.LoadAsync(ids, actor, cancellation)).Where(t => Standing.Of(actor, t).SeesInternals).Select(t => t.Id).ToList();
        return own.Count == 0 ? new Missing("tickets") : new Wanted(own, said);
    }

    private static string Said(TicketCount? count) => count switch
    {
        { OrMore: false } known => known.Number.ToString("N0", CultureInfo.InvariantCulture),
        { } more => more.Number.ToString("N0", CultureInfo.InvariantCulture) + "+",
        null => Most.ToString(CultureInfo.InvariantCulture) + "+",
    };
}
