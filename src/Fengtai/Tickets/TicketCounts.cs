using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;
using Npgsql;

namespace Fengtai.Tickets;

/// <param name="OrMore">Nobody counted further.</param>
public readonly record struct TicketCount(int Number, bool OrMore);

/// <summary>
/// How many tickets fit each of several filters? What is open is counted in one reading of one small index, whatever the number of filters;
/// everything else up to <see cref="Limit"/>, and not at all where that would take too long. All of it is asked in one go.
/// </summary>
internal sealed class TicketCounts(NpgsqlDataSource database, WordMatches matches, TimeProvider time)
{
    /// <summary>Counts stop here.</summary>
    public const int Limit = 1_000;

    /// <summary>For all counts together.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <returns>In the order of the filters; null is not known.</returns>
    public async Task<IReadOnlyList<TicketCount?>> OfAsync(IReadOnlyList<TicketFilter> filters, Actor actor, CancellationToken cancellation)
    {
        var counts = new TicketCount?[filters.Count];
        var open = Enumerable.Range(0, filters.Count).Where(i => filters[i].IsCountedAmongOpen).ToList();
        var others = new List<int>();
        await using var batch = database.CreateBatch();
        if (open.Count > 0)
        {
            batch.BatchCommands.Add(AmongOpen([.. open.Select(i => filters[i])], await matches.QueryAsync(actor, open.Select(i => filters[i]), cancellation)));
        }
        foreach (var i in Enumerable.Range(0, filters.Count).Except(open))
        {
            var query = await matches.QueryAsync(actor, filters[i], cancellation);
            if (IsSurelyMore(filters[i], actor))
            {
                counts[i] = new(Limit, true);
            }
            else
            {
                batch.BatchCommands.Add(Capped(filters[i], query));
                others.Add(i);
            }
        }
        if (batch.BatchCommands.Count > 0)
        {
            await AskAsync(batch, open, others, counts, cancellation);
        }
        return counts;
    }

    public async Task<TicketCount?> OfAsync(TicketFilter filter, Actor actor, CancellationToken cancellation) => (await OfAsync([filter], actor, cancellation))[0];

    private static NpgsqlBatchCommand AmongOpen(IReadOnlyList<TicketFilter> filters, TicketQuery query) => query.BatchCommand($"""
        select array[{string.Join(",\n    ", filters.Select(f => filters.Count == 1 ? "count(*)::int" : $"count(*) filter (where {query.AmongOpen(f)})::int"))}]
        from tickets.tickets t
        where {string.Join("\n  and ", query.Where(filters is [var only] ? only : TicketFilter.Open))}
        """); // one alone is the condition itself, so that an index of its own may be read

    private static NpgsqlBatchCommand Capped(TicketFilter filter, TicketQuery query) => query.BatchCommand($"""
        select count(*)::int
        from (
            select
            from tickets.tickets t
            where {string.Join("\n  and ", query.Where(filter))}
            limit {Limit}) counted
        """);

    /// <summary>What was not answered in time stays unknown.</summary>
    private async Task AskAsync(NpgsqlBatch batch, List<int> open, List<int> others, TicketCount?[] counts, CancellationToken cancellation)
    {
        using var enough = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, enough.Token);
        try
        {
            await using var answers = await batch.ExecuteReaderAsync(either.Token);
            if (open.Count > 0)
            {
                await answers.ReadAsync(either.Token);
                foreach (var (i, count) in open.Zip(answers.GetFieldValue<int[]>(0)))
                {
                    counts[i] = new(count, false);
                }
                await answers.NextResultAsync(either.Token);
            }
            foreach (var i in others)
            {
                await answers.ReadAsync(either.Token);
                var number = answers.GetInt32(0);
                counts[i] = new(number, number >= Limit);
                await answers.NextResultAsync(either.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
        }
    }

    /// <summary>Nobody counts what holds a common word and is asked for nothing else.</summary>
    private bool IsSurelyMore(TicketFilter filter, Actor actor) =>
        filter.Conditions is [Speaks { IsNot: false, Words: var words }] && actor.May(TicketPermissions.ReadAll) && matches.AreAtLeast(Limit, words);
}
