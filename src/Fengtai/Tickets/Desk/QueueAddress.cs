using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Desk;

/// <summary>
/// What the address of the queue says: the view, the order, the filters. Everything else about the queue follows from it.
/// <c>/desk?view=mine&amp;priority=urgent</c> narrows a built-in view; <c>/desk?view=ID</c> is a saved one, and
/// <c>/desk?view=all&amp;status=open&amp;from=ID</c> what somebody has made of it.
/// </summary>
public sealed record QueueAddress
{
    public const string Path = "/desk";

    /// <summary>The built-in view, or the one that the saved view narrows.</summary>
    public QueueView View { get; init; }

    /// <summary>The saved view that is shown, or from which this began.</summary>
    public Guid? Saved { get; init; }

    /// <summary>The filters are no longer those of <see cref="Saved"/>.</summary>
    public bool IsChanged { get; init; }

    /// <summary>A word of <see cref="TicketOrder"/>; null is the view's own order.</summary>
    public string? Sort { get; init; }

    /// <summary>Whether it asks for more than its view.</summary>
    public bool IsFiltered => Saved is null ? Terms.Count > 0 : IsChanged;

    public string Href => Write();

    /// <summary>The filter and the order as a saved view keeps them, or a download takes them.</summary>
    public string Query => FilterTexts.Write(Parameters);

    internal IReadOnlyList<FilterTerm> Terms { get; init; } = [];

    /// <summary>The filters alone.</summary>
    internal string FilterText => FilterTexts.Write(Terms.SelectMany(t => t.Parameters));

    /// <summary>What its columns are kept under.</summary>
    internal string Key => Saved is { } id ? KeyOf(id) : Words.Of(View);

    public QueueAddress In(QueueView view) => new() { View = view };

    public QueueAddress By(string sort) => this with { Sort = sort };

    /// <summary>The view as it is by itself.</summary>
    public QueueAddress Unfiltered() => Saved is { } id ? Of(id) : new() { View = View, Sort = Sort };

    public string After(string cursor) => Write(("after", cursor));

    public string Before(string cursor) => Write(("before", cursor));

    /// <summary>The same with the editor of one more filter open.</summary>
    internal string Adding(FilterField field) => Write(("add", FilterFields.NameOf(field)));

    internal static QueueAddress Of(Guid saved) => new() { Saved = saved };

    internal static string KeyOf(Guid saved) => saved.ToString("N");

    internal FilterTerm? Of(FilterField field, bool isNot = false) => Terms.FirstOrDefault(t => t.Field == field && t.IsNot == isNot);

    internal QueueAddress Without(FilterTerm term) => Changed([.. Terms.Where(t => t.Name != term.Name)]);

    /// <summary>With the term in the place of one of the same name.</summary>
    internal QueueAddress With(FilterTerm term) => Changed([.. Terms.Where(t => t.Name != term.Name).Append(term).OrderBy(t => t.Field).ThenBy(t => t.IsNot)]);

    internal QueueAddress Negated(FilterTerm term) => Without(term).With(term with { IsNot = !term.IsNot });

    /// <summary>What the form of a filter must send along.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Keep(FilterTerm term) => Without(term).Parameters;

    private QueueAddress Changed(IReadOnlyList<FilterTerm> terms) => this with { Terms = terms, IsChanged = Saved is not null };

    private IEnumerable<KeyValuePair<string, string>> Parameters =>
    [
        new("view", Saved is { } id && !IsChanged ? KeyOf(id) : Words.Of(View)),
        .. Sort is null ? Array.Empty<KeyValuePair<string, string>>() : [new("sort", Sort)],
        .. Saved is null || IsChanged ? Terms.SelectMany(t => t.Parameters) : [],
        .. Saved is { } from && IsChanged ? [KeyValuePair.Create("from", KeyOf(from))] : Array.Empty<KeyValuePair<string, string>>(),
    ];

    private string Write(params (string Name, string Value)[] more) =>
        $"{Path}?{FilterTexts.Write(Parameters.Concat(more.Select(m => KeyValuePair.Create(m.Name, m.Value))))}";

    /// <summary>Words without a view look everywhere. A built-in view that there is not is the first one; a saved one must be among those given.</summary>
    internal static QueueAddress? Read(IEnumerable<KeyValuePair<string, string>> parameters, QueueView first, Func<Guid, SavedView?> find)
    {
        var given = parameters.ToLookup(p => p.Key, p => p.Value, StringComparer.Ordinal);
        var terms = FilterTerm.Read(parameters);
        var sort = TicketOrder.TryParse(given["sort"].FirstOrDefault(), out var order) ? order.Word : null;
        var view = given["view"].FirstOrDefault();
        if (Guid.TryParse(view, out var id))
        {
            return find(id) is { } saved ? new() { View = saved.Base, Saved = id, Sort = sort, Terms = FilterTexts.Read(saved.Filter) } : null;
        }
        var origin = Guid.TryParse(given["from"].FirstOrDefault(), out var from) && find(from) is not null ? from : (Guid?)null;
        return new()
        {
            View = Words.TryParse<QueueView>(view, out var known) ? known : terms.Count > 0 ? QueueView.All : first,
            Sort = sort,
            Terms = terms,
            Saved = origin,
            IsChanged = origin is not null,
        };
    }
}
