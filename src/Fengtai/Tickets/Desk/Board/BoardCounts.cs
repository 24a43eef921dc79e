using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Npgsql;

namespace Fengtai.Tickets.Desk.Board;

/// <summary>
/// How many tickets are behind the figures of the board? Six questions on one connection, each answered from an index alone:
/// two on what is open (<c>tickets_open</c>, <c>tickets_incomplete</c>), two on each of what was opened (<c>tickets_opened</c>)
/// and solved (<c>tickets_resolved_at</c>), all bounded by days.
/// </summary>
internal sealed class BoardCounts(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>For each question.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<Result<BoardNumbers>> OfAsync(TicketFilter filter, BoardPeriod period, Actor actor, CancellationToken cancellation)
    {
        var now = WholeSeconds(time.GetUtcNow());
        var today = Slices.DayOf(now, actor.Zone);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            await using var limit = new NpgsqlCommand($"set local statement_timeout = {(int)Patience.TotalMilliseconds}", connection, transaction);
            await limit.ExecuteNonQueryAsync(cancellation);
            var ask = new Question(connection, filter, actor, cancellation);
            var week = Period.Start(Slices.MondayOf(today), actor.Zone);
            var hours = Slices.Hours(today, actor.Zone);
            return new BoardNumbers(
                now,
                new(await OpenAsync(ask, now)),
                await DaysAsync(ask, Slices.Days(period.First, period.Last, actor.Zone)),
                await LoadAsync(ask, "t.opened_at", "t.opened_at", week, hours),
                await LoadAsync(ask, TicketOrder.Resolved, "t.resolved_at", week, hours));
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.QueryCanceled && !cancellation.IsCancellationRequested)
        {
            return new BoardTakesTooLong();
        }
    }

    private static async Task<ILookup<string, OpenNumber>> OpenAsync(Question ask, DateTimeOffset now)
    {
        var query = ask.Query();
        var ages = query.Add(TicketAges.Borders(now).ToArray());
        var at = query.Add(now);
        var open = await ask.ListAsync(query, $"""
            with open as materialized (
                select t.status, t.priority, t.wait_reason, t.team_id, t.category_id, t.assignee_id, t.out_of_scope, t.next_due_at, t.next_soon_at, width_bucket(t.opened_at, {ages}) as borders
                from tickets.tickets t
                where {ask.Where(query, TicketFilter.Open)})
            select '{OpenNumbers.State}', status || ' ' || priority, null::uuid, count(*)::int from open group by status, priority
            union all
            select '{OpenNumbers.Reason}', wait_reason, null, count(*)::int from open where status = 'waiting' group by wait_reason
            union all
            select '{OpenNumbers.Age}', borders::text, null, count(*)::int from open group by borders
            union all
            select '{OpenNumbers.Team}', '', team_id, count(*)::int from open group by team_id
            union all
            select '{OpenNumbers.Category}', '', category_id, count(*)::int from open group by category_id
            union all
            select '{OpenNumbers.Unassigned}', '', null, count(*)::int from open where assignee_id is null and status in ('accepted', 'assigned', 'inProgress', 'waiting')
            union all
            select '{OpenNumbers.Overdue}', '', null, count(*)::int from open where next_due_at < {at}
            union all
            select '{OpenNumbers.DueSoon}', '', null, count(*)::int from open where next_soon_at < {at} and next_due_at >= {at}
            union all
            select '{OpenNumbers.OutOfScope}', '', null, count(*)::int from open where out_of_scope
            """, ReadOpen);
        var incomplete = ask.Query();
        return open.Concat(await ask.ListAsync(incomplete, $"""
            select '{OpenNumbers.Incomplete}', '', null::uuid, count(*)::int
            from tickets.tickets t
            where t.missing_answers <> {"'{}'"}
              and {ask.Where(incomplete, TicketFilter.Open)}
            """, ReadOpen)).ToLookup(n => n.Group);
    }

    private static OpenNumber ReadOpen(NpgsqlDataReader row) => new(row.GetString(0), row.GetString(1), row.Get<Guid?>(2), row.GetInt32(3));

    private static async Task<DayNumbers> DaysAsync(Question ask, IReadOnlyList<DateTimeOffset> borders)
    {
        var opened = await DayAsync(ask, "t.opened_at", "t.opened_at", "0, 0", borders);
        var solved = await DayAsync(ask, TicketOrder.Resolved, "t.resolved_at", "count(*) filter (where t.first_contact)::int, count(*) filter (where t.reopen_count > 0)::int", borders);
        return new(
            [.. Enumerable.Range(1, borders.Count - 1).Select(day => opened.Where(o => o.Day == day).Sum(o => o.Count))],
            [.. Enumerable.Range(1, borders.Count - 1).Select(day => solved.Where(o => o.Day == day).Sum(o => o.Count))],
            solved.Sum(s => s.First),
            solved.Sum(s => s.Second));
    }

    /// <param name="indexed">As the index says it.</param>
    private static async Task<IReadOnlyList<(int Day, int Count, int First, int Second)>> DayAsync(Question ask, string indexed, string moment, string more, IReadOnlyList<DateTimeOffset> borders)
    {
        var query = ask.Query();
        return await ask.ListAsync(query, $"""
            select width_bucket({moment}, {query.Add(borders.ToArray())}), count(*)::int, {more}
            from tickets.tickets t
            where {indexed} >= {query.Add(borders[0])}
              and {indexed} < {query.Add(borders[^1])}
              and {ask.Where(query)}
            group by 1
            """, row => (row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)));
    }

    private static async Task<IReadOnlyList<LoadNumber>> LoadAsync(Question ask, string indexed, string moment, DateTimeOffset week, IReadOnlyList<DateTimeOffset> hours)
    {
        var query = ask.Query();
        return await ask.ListAsync(query, $"""
            select t.team_id, t.category_id, width_bucket({moment}, {query.Add(hours.ToArray())}) - 1, count(*)::int
            from tickets.tickets t
            where {indexed} >= {query.Add(week)}
              and {indexed} < {query.Add(hours[^1])}
              and {ask.Where(query)}
            group by 1, 2, 3
            """, row => new LoadNumber(row.Get<Guid?>(0), row.Get<Guid?>(1), row.GetInt32(2), row.GetInt32(3)));
    }

    /// <summary>An address says no more of a moment.</summary>
    private static DateTimeOffset WholeSeconds(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>What all questions of one board have in common.</summary>
    private sealed record Question(NpgsqlConnection Connection, TicketFilter Filter, Actor Actor, CancellationToken Cancellation)
    {
        public TicketQuery Query() => new(Actor);

        public string Where(TicketQuery query, TicketFilter? more = null) => string.Join("\n  and ", query.Where(more is null ? Filter : more.And(Filter)));

        public async Task<IReadOnlyList<T>> ListAsync<T>(TicketQuery query, string sql, Func<NpgsqlDataReader, T> read)
        {
            await using var command = query.Command(Connection, sql);
            return await command.ListAsync(read, Cancellation);
        }
    }
}

/// <summary>There is too much of it for a board.</summary>
internal sealed record BoardTakesTooLong : Refusal
{
    public override RefusalKind Kind => RefusalKind.Unavailable;

    public override string? Field => BoardAddress.PeriodName;
}
