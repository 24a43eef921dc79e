using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.ServiceLevels.Rules;
using Npgsql;

namespace Fengtai.ServiceLevels;

/// <summary>
/// How much was kept and missed, month by month? A clock counts in the month in which it was decided: stopped in time, or its deadline passed.
/// One question, answered by <c>clocks_decided</c> alone: counted by the minute that clocks took, which is less work than sorting them for each
/// percentile, and from which the percentiles of every sum follow.
/// </summary>
internal sealed class LevelReports(NpgsqlDataSource database, Teams teams)
{
    private static readonly string Met = Words.Of(ClockState.Met);

    public async Task<LevelReport> AskAsync(DecidedFilter filter, Actor actor, CancellationToken cancellation)
    {
        var all = await teams.AllAsync(cancellation);
        var cells = await CountAsync(filter, actor, cancellation);
        return new(filter.Months, [.. cells.GroupBy(c => c.Kind).OrderBy(k => k.Key).Select(k => new KindReport(k.Key, [.. Groups(k.ToList())]))]);

        IEnumerable<LevelGroup> Groups(List<Cell> ofKind)
        {
            yield return Group(ofKind, null, null);
            if (!filter.ByPriority && !filter.ByTeam)
            {
                yield break;
            }
            var order = all.Index().ToDictionary(t => t.Item.Id, t => t.Index);
            foreach (var group in ofKind.GroupBy(c => (c.Priority, c.Team)).OrderBy(g => g.Key.Priority).ThenBy(g => g.Key.Team is { } team ? order.GetValueOrDefault(team, all.Count) : all.Count + 1))
            {
                yield return Group([.. group], group.Key.Priority, filter.ByTeam ? new(all.FirstOrDefault(t => t.Id == group.Key.Team)) : null);
            }
        }

        LevelGroup Group(IReadOnlyList<Cell> cells, Priority? priority, ReportTeam? team) =>
            new(priority, team, Sum(cells), [.. Enumerable.Range(0, filter.Months.Count).Select(m => Sum(cells.Where(c => c.Month == m)))]);
    }

    private async Task<IReadOnlyList<Cell>> CountAsync(DecidedFilter filter, Actor actor, CancellationToken cancellation)
    {
        var query = new DecidedQuery(filter, actor);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // the planner takes minutes for as many as there are seconds, and would sort rather than count
        await using var room = connection.Command("set local work_mem = '64MB'");
        await room.ExecuteNonQueryAsync(cancellation);
        await using var command = query.Command(connection, $"""
            select c.kind,
                   width_bucket(c.decided_at, {query.Borders}) - 1,
                   {(filter.ByPriority ? "c.priority" : "null::text")},
                   {(filter.ByTeam ? "c.worked_by" : "null::uuid")},
                   c.state,
                   round(c.taken_seconds / 60)::int,
                   count(*)
            from {query.From}
            where {query.Where}
            group by 1, 2, 3, 4, 5, 6
            """);
        var cells = new Dictionary<(string, int, string?, Guid?), Cell>();
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            var (kind, month, priority, team) = (rows.GetString(0), rows.GetInt32(1), rows.Get<string>(2), rows.Get<Guid?>(3));
            if (!cells.TryGetValue((kind, month, priority, team), out var cell))
            {
                cells[(kind, month, priority, team)] = cell = new(Words.Parse<ClockKind>(kind), month, priority is null ? null : Words.Parse<Priority>(priority), team, new());
            }
            cell.Tally.Add(rows.GetString(4) == Met, rows.Get<int?>(5), rows.GetInt64(6));
        }
        return [.. cells.Values];
    }

    private static LevelFigures Sum(IEnumerable<Cell> cells)
    {
        var sum = new LevelTally();
        foreach (var cell in cells)
        {
            sum.Add(cell.Tally);
        }
        return sum.Figures;
    }

    private sealed record Cell(ClockKind Kind, int Month, Priority? Priority, Guid? Team, LevelTally Tally);
}
