using Microsoft.AspNetCore.Http.Extensions;

namespace Fengtai.Tickets.Desk;

/// <summary>What the address of the queue says: the view, the order, the filters. Everything else about the queue follows from it.</summary>
/// <param name="Sort">A word of <see cref="TicketSort"/>; null is the view's own order.</param>
/// <param name="Filters">By name, in the order of the chips; several values with commas.</param>
public sealed record QueueAddress(QueueView View, string? Sort, IReadOnlyDictionary<string, string> Filters)
{
    public const string Path = "/desk";

    public static readonly IReadOnlyList<string> FilterNames = ["q", "status", "priority", "type", "category", "team", "assignee", "requester", "owner"];

    public bool IsFiltered => Filters.Count > 0;

    public string Href => Write(null, null);

    public string? Of(string filter) => Filters.GetValueOrDefault(filter);

    public IReadOnlyCollection<string> ValuesOf(string filter) => Of(filter)?.Split(',') ?? [];

    public QueueAddress In(QueueView view) => new(view, null, new Dictionary<string, string>());

    public QueueAddress By(string sort) => this with { Sort = sort };

    public QueueAddress Without(params string[] filters) => this with { Filters = Filters.Where(f => !filters.Contains(f.Key)).ToDictionary() };

    public QueueAddress And(string filter, string value) => this with { Filters = new Dictionary<string, string>(Without(filter).Filters) { [filter] = value } };

    public QueueAddress Unfiltered() => this with { Filters = new Dictionary<string, string>() };

    public string After(string cursor) => Write("after", cursor);

    public string Before(string cursor) => Write("before", cursor);

    /// <summary>What a filter's form must send along.</summary>
    public IEnumerable<KeyValuePair<string, string>> Keep(string filter) => Without(filter).Parameters;

    private IEnumerable<KeyValuePair<string, string>> Parameters =>
    [
        new("view", Words.Of(View)),
        .. Sort is null ? Array.Empty<KeyValuePair<string, string>>() : [new("sort", Sort)],
        .. FilterNames.Where(Filters.ContainsKey).Select(name => KeyValuePair.Create(name, Filters[name])),
    ];

    private string Write(string? name, string? value)
    {
        var query = new QueryBuilder(Parameters);
        if (name is not null)
        {
            query.Add(name, value!);
        }
        return Path + query.ToQueryString();
    }

    /// <summary>Words without a view look everywhere. A view that there is not is the first one.</summary>
    internal static QueueAddress Read(IQueryCollection query, QueueView first) => new(
        Words.TryParse<QueueView>(query["view"], out var view) ? view : query.Keys.Any(FilterNames.Contains) ? QueueView.All : first,
        Words.TryParse<TicketSort>(query["sort"], out var sort) ? Words.Of(sort) : null,
        FilterNames.Select(name => KeyValuePair.Create(name, string.Join(',', query[name].Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim()))))
            .Where(f => f.Value.Length > 0)
            .ToDictionary());
}
