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
    TicketFilters filters, TicketList list, QueueCounts counts, QueueChoices choices, People people, Teams teams, Categories categories, TimeProvider time, IStringLocalizer texts)
{
    private const int PageSize = 50;

    /// <summary>A filter or cursor that cannot be understood is said, and shows nothing rather than everything.</summary>
    public async Task<QueueModel> AskAsync(IQueryCollection query, Actor actor, CancellationToken cancellation)
    {
        var views = await counts.OfAsync(actor, cancellation);
        var address = QueueAddress.Read(query, QueueViews.First(actor));
        var filter = await filters.ReadAsync(query, actor, cancellation);
        var wanted = filter.IsRefused ? null : QueueViews.Filter(address.View, actor) with { And = filter.Value };
        var sort = address.Sort is { } word ? Words.Parse<TicketSort>(word) : QueueViews.Sort(address.View);
        var page = wanted is null
            ? Result<TicketPage>.Refused(filter.Refusals)
            : await list.PageAsync(wanted, sort, PageSize, query["after"], actor, cancellation, query["before"]);
        var shown = page.IsRefused ? new TicketPage([], null) : page.Value;
        var total = wanted is null ? 0 : address.IsFiltered || !views.TryGetValue(address.View, out var known) ? await list.CountAsync(wanted, actor, cancellation) : known;
        return new(address, Words.Of(sort), [.. views.Select((v, i) => TabOf(v.Key, v.Value, i, address))], await RowsAsync(shown.Items, cancellation))
        {
            Total = total,
            Previous = shown.Previous is { } before ? address.Before(before) : null,
            Next = shown.Next is { } after ? address.After(after) : null,
            Choices = await choices.OfAsync(address, cancellation),
            Errors = page.IsRefused ? FormErrors.From(page.Refusals, texts) : null,
        };
    }

    private Tab TabOf(QueueView view, int count, int position, QueueAddress address) =>
        new(address.In(view).Href, texts.Of(view), view == address.View, QueueCounts.Said(count), $"{position + 1}");

    private async Task<IReadOnlyList<QueueRow>> RowsAsync(IReadOnlyList<Ticket> tickets, CancellationToken cancellation)
    {
        var known = await people.ManyAsync(tickets.SelectMany(t => new[] { t.RequesterId, t.AssigneeId, t.OwnerId }.OfType<Guid>()), cancellation);
        var names = (await teams.AllAsync(cancellation)).ToDictionary(t => t.Id, t => new Wording(t.Name, t.NameEn).ToString());
        var tree = await categories.TreeAsync(cancellation);
        var now = time.GetUtcNow();
        return [.. tickets.Select(t => new QueueRow(t)
        {
            Requester = known.GetValueOrDefault(t.RequesterId),
            Assignee = t.AssigneeId is { } engineer ? known.GetValueOrDefault(engineer)?.Name : null,
            Team = t.TeamId is { } team ? names.GetValueOrDefault(team) : null,
            Category = tree.Find(t.CategoryId) is { } category ? tree.PathNameOf(category) : null,
            IsSoon = NextActions.IsSoon(t, now),
        })];
    }
}

/// <summary>The queue as it is shown.</summary>
/// <param name="Sort">The word of the order in force.</param>
public sealed record QueueModel(QueueAddress Address, string Sort, IReadOnlyList<Tab> Tabs, IReadOnlyList<QueueRow> Rows)
{
    /// <summary>How many fit the address, up to <see cref="TicketList.CountLimit"/>.</summary>
    public int Total { get; init; }

    public string? Previous { get; init; }

    public string? Next { get; init; }

    public QueueFilterChoices Choices { get; init; } = new([], [], [], null);

    public FormErrors? Errors { get; init; }
}

/// <summary>One ticket with the names of what it refers to.</summary>
public sealed record QueueRow(Ticket Ticket)
{
    public PersonCard? Requester { get; init; }

    public string? Assignee { get; init; }

    public string? Team { get; init; }

    public string? Category { get; init; }

    /// <summary>Less than a quarter of the time for the next action is left.</summary>
    public bool IsSoon { get; init; }
}
