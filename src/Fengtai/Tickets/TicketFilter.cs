using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets;

/// <summary>Which tickets are wanted. Members that are null do not narrow; several values of one member widen.</summary>
internal sealed record TicketFilter
{
    public bool? IsOpen { get; init; }

    public IReadOnlyList<TicketStatus> Statuses { get; init; } = [];

    public IReadOnlyList<Priority> Priorities { get; init; } = [];

    public IReadOnlyList<TicketType> Types { get; init; } = [];

    /// <summary>These categories and what is below them.</summary>
    public IReadOnlyList<Guid> Categories { get; init; } = [];

    /// <summary>Of these teams; empty is of none: somebody in no team has no team's work.</summary>
    public IReadOnlyList<Guid>? Teams { get; init; }

    public Guid? Owner { get; init; }

    public Guid? Assignee { get; init; }

    public bool Unassigned { get; init; }

    /// <summary>As requester or reporter.</summary>
    public Guid? Person { get; init; }

    public Guid? Requester { get; init; }

    /// <summary>Words, or a ticket's number.</summary>
    public string? Words { get; init; }

    /// <summary>Another filter that must hold as well.</summary>
    public TicketFilter? And { get; init; }
}

/// <summary>The order of a list; the ticket's id breaks ties.</summary>
internal enum TicketSort
{
    /// <summary>Newest first.</summary>
    OpenedAt,

    /// <summary>What is due next, first.</summary>
    NextDue,

    /// <summary>The most urgent first, then what is due next.</summary>
    Priority,

    /// <summary>What changed last, first.</summary>
    UpdatedAt,
}

/// <summary>Reads a filter from words: the query string of the API and of the desk's queue.</summary>
internal sealed class TicketFilters(People people, Teams teams, Categories categories)
{
    private static readonly TicketStatus[] Open = [.. Enum.GetValues<TicketStatus>().Except([TicketStatus.Closed, TicketStatus.Cancelled])];

    public async Task<Result<TicketFilter>> ReadAsync(IQueryCollection query, Actor actor, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        var (isOpen, statuses) = Statuses(query["status"].ToString(), refusals);
        var filter = new TicketFilter
        {
            IsOpen = isOpen,
            Statuses = statuses,
            Priorities = Values<Priority>(query, "priority", refusals),
            Types = Values<TicketType>(query, "type", refusals),
            Categories = await CategoriesAsync(query["category"].ToString(), refusals, cancellation),
            Teams = await TeamsAsync(query["team"].ToString(), actor, refusals, cancellation),
            Owner = await PersonAsync(query, "owner", actor, refusals, cancellation),
            Assignee = query["assignee"] == "none" ? null : await PersonAsync(query, "assignee", actor, refusals, cancellation),
            Unassigned = query["assignee"] == "none",
            Requester = await PersonAsync(query, "requester", actor, refusals, cancellation),
            Words = query["q"].ToString() is { Length: > 0 } words ? words : null,
        };
        return refusals.Count > 0 ? Result<TicketFilter>.Refused(refusals) : filter;
    }

    /// <summary>Alone, <c>open</c> and <c>closed</c> mean all that is and all that is no longer to be done; among others, <c>open</c> adds to them.</summary>
    private static (bool? IsOpen, IReadOnlyList<TicketStatus> Statuses) Statuses(string words, List<Refusal> refusals) => words switch
    {
        "" or "all" => (null, []),
        "open" => (true, []),
        "closed" => (false, []),
        _ when words.Split(',') is var each && each.Contains("open") => (null, [.. Parse<TicketStatus>("status", [.. each.Where(w => w != "open")], refusals).Union(Open)]),
        _ => (null, Parse<TicketStatus>("status", words.Split(','), refusals)),
    };

    private static IReadOnlyList<TValue> Values<TValue>(IQueryCollection query, string name, List<Refusal> refusals) where TValue : struct, Enum =>
        query[name].ToString() is { Length: > 0 } words ? Parse<TValue>(name, words.Split(','), refusals) : [];

    private static List<TValue> Parse<TValue>(string name, string[] words, List<Refusal> refusals) where TValue : struct, Enum
    {
        var values = new List<TValue>();
        foreach (var word in words)
        {
            if (Words.TryParse<TValue>(word, out var value))
            {
                values.Add(value);
            }
            else
            {
                refusals.Add(new UnknownValue(name, word));
            }
        }
        return values;
    }

    private async Task<IReadOnlyList<Guid>> CategoriesAsync(string codes, List<Refusal> refusals, CancellationToken cancellation)
    {
        var found = new List<Guid>();
        foreach (var code in codes.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var tree = await categories.TreeAsync(cancellation);
            if (tree.ByCode(code) is { } top)
            {
                found.AddRange(tree.Below(top).Select(c => c.Id));
            }
            else
            {
                refusals.Add(new UnknownValue("category", code));
            }
        }
        return found;
    }

    private async Task<IReadOnlyList<Guid>?> TeamsAsync(string words, Actor actor, List<Refusal> refusals, CancellationToken cancellation)
    {
        if (words.Length == 0)
        {
            return null;
        }
        var found = new List<Guid>();
        foreach (var word in words.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "mine")
            {
                found.AddRange(actor.Teams);
            }
            else if (await teams.ByCodeAsync(word, cancellation) is { } team)
            {
                found.Add(team.Id);
            }
            else
            {
                refusals.Add(new UnknownValue("team", word));
            }
        }
        return found;
    }

    private async Task<Guid?> PersonAsync(IQueryCollection query, string name, Actor actor, List<Refusal> refusals, CancellationToken cancellation)
    {
        var login = query[name].ToString();
        if (login is "" or "me")
        {
            return login.Length == 0 ? null : actor.Id;
        }
        if (await people.ByLoginAsync(login, cancellation) is { } person)
        {
            return person.Id;
        }
        refusals.Add(new UnknownValue(name, login));
        return null;
    }
}
