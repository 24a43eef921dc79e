using System.Collections.Concurrent;
using System.Globalization;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Search;
using Fengtai.Tickets.Rules;
using Npgsql;

namespace Fengtai.Tickets;

/// <summary>
/// Which tickets hold these words? Where they are few they are looked up first: the planner knows nothing of words that are not among the
/// most common, takes them to be frequent, and would read every ticket in the order of the list to find the next one.
/// </summary>
internal sealed class WordMatches(NpgsqlDataSource database, CommonWords common)
{
    /// <summary>What more texts hold is found soonest by reading the list in its order.</summary>
    private const int Few = 5_000;

    private readonly Dictionary<string, Guid[]> _found = new(StringComparer.Ordinal);

    /// <summary>A query on behalf of somebody, which knows the tickets of rare words.</summary>
    public async Task<TicketQuery> QueryAsync(Actor actor, IEnumerable<TicketFilter> filters, CancellationToken cancellation)
    {
        foreach (var words in filters.SelectMany(f => f.Conditions).OfType<Speaks>().Select(c => c.Words).Distinct())
        {
            await LookUpAsync(words, cancellation);
        }
        return new(actor, _found);
    }

    /// <summary>A query for one filter.</summary>
    public Task<TicketQuery> QueryAsync(Actor actor, TicketFilter filter, CancellationToken cancellation) => QueryAsync(actor, [filter], cancellation);

    /// <summary>Whether at least so many tickets are known to hold these words; once <see cref="QueryAsync(Actor, TicketFilter, CancellationToken)"/> has looked.</summary>
    public bool AreAtLeast(int number, string words) => common.TicketsOf(words) >= number;

    private async Task LookUpAsync(string words, CancellationToken cancellation)
    {
        if (_found.ContainsKey(words) || common.TicketsOf(words) is not null || SearchText.Query(words) is not { } terms)
        {
            return;
        }
        var number = long.TryParse(words.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : -1;
        await using var command = database.Command(
            """
            select id from tickets.tickets where number = $2
            union all
            (select ticket_id from tickets.search where words @@ $1::tsquery limit $3)
            """, terms, number, Few + 1);
        var texts = await command.ListAsync(row => row.GetGuid(0), cancellation);
        Guid[] tickets = [.. texts.Distinct()];
        if (texts.Count > Few)
        {
            common.Remember(words, tickets.Length);
        }
        else
        {
            _found[words] = tickets;
        }
    }
}

/// <summary>Words that too many texts hold to be listed: looked at once in a while.</summary>
internal sealed class CommonWords(TimeProvider time)
{
    private const int Most = 10_000;

    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (int Tickets, long At)> _known = new(StringComparer.Ordinal);

    /// <summary>So many tickets hold them at the least; null is not known.</summary>
    public int? TicketsOf(string words) => _known.TryGetValue(words, out var known) && time.GetElapsedTime(known.At) < GoodFor ? known.Tickets : null;

    public void Remember(string words, int tickets)
    {
        if (_known.Count >= Most)
        {
            _known.Clear();
        }
        _known[words] = (tickets, time.GetTimestamp());
    }
}
