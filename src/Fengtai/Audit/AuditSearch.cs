using System.Globalization;
using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Audit;

/// <summary>
/// What is in the logs? Whom, what, when and rare kinds are found by an index; for words, and for kinds of tickets' events, so many rows are looked
/// through and the reader goes on from there: no question takes the database long, however long the log.
/// </summary>
internal sealed class AuditSearch(NpgsqlDataSource database)
{
    /// <summary>Rows that one question looks through.</summary>
    public const int Window = 20_000;

    /// <summary>Its events are nearly all of the log, and not in the index of kinds.</summary>
    private const string Frequent = "ticket";

    public Task<AuditPart<LoggedEvent>> EventsAsync(AuditFilter filter, CancellationToken cancellation)
    {
        var values = new Values();
        string?[] found =
        [
            filter.Actor is null ? null : $"actor = {values.Add(filter.Actor)}",
            filter.Subject is null ? null : $"subject_id = {values.Add(filter.Subject)}",
            // the index of kinds is told apart by a constant
            filter.SubjectKind is null or Frequent ? null : "subject_kind <> 'ticket'",
            filter.SubjectKind is null or Frequent || filter.Kind is null ? null : $"kind = {values.Add(filter.Kind)}",
            .. Common(filter, values),
        ];
        string?[] looked =
        [
            filter.SubjectKind is null ? null : $"subject_kind = {values.Add(filter.SubjectKind)}",
            filter.SubjectKind is Frequent && filter.Kind is not null ? $"kind = {values.Add(filter.Kind)}" : null,
            filter.Words is null ? null : $"data::text ilike {values.Add(Pattern(filter.Words))}",
            filter.Words is null || filter.Unread.Count == 0 ? null : $"subject_kind <> all ({values.Add(filter.Unread.ToArray())})",
        ];
        return AskAsync(
            "id, at, actor, subject_kind, subject_id, kind, data::text",
            "platform.events",
            found,
            looked,
            filter,
            values,
            row => new LoggedEvent(row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), row.Get<Guid?>(2), row.GetString(3), row.GetGuid(4), row.GetString(5), row.GetString(6)),
            row => new(row.At, row.Id),
            cancellation);
    }

    public Task<AuditPart<LoggedLook>> LooksAsync(AuditFilter filter, CancellationToken cancellation)
    {
        var values = new Values();
        string?[] found =
        [
            filter.Actor is null ? null : $"viewer = {values.Add(filter.Actor)}",
            filter.Subject is null ? null : $"people @> array[{values.Add(filter.Subject)}]",
            .. Common(filter, values),
        ];
        var pattern = filter.Words is null ? null : values.Add(Pattern(filter.Words));
        string?[] looked =
        [
            filter.Kind is null ? null : $"kind = {values.Add(filter.Kind)}",
            pattern is null ? null : $"(page ilike {pattern} or words ilike {pattern})",
        ];
        return AskAsync(
            "id, at, viewer, kind, people, page, words",
            "platform.looks",
            found,
            looked,
            filter,
            values,
            row => new LoggedLook(row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), row.GetGuid(2), row.GetString(3), row.GetFieldValue<Guid[]>(4), row.GetString(5), row.Get<string>(6)),
            row => new(row.At, row.Id),
            cancellation);
    }

    private static IEnumerable<string?> Common(AuditFilter filter, Values values) =>
    [
        filter.From is { } from ? $"at >= {values.Add(from)}" : null,
        filter.To is { } to ? $"at < {values.Add(to)}" : null,
        filter.After is { } after ? $"(at, id) < ({values.Add(after.At)}, {values.Add(after.Id)})" : null,
        "true",
    ];

    private async Task<AuditPart<TRow>> AskAsync<TRow>(
        string columns,
        string table,
        string?[] found,
        string?[] looked,
        AuditFilter filter,
        Values values,
        Func<NpgsqlDataReader, TRow> read,
        Func<TRow, AuditPlace> place,
        CancellationToken cancellation)
    {
        var looksThrough = looked.OfType<string>().Any();
        var fits = string.Join(" and ", looked.OfType<string>().DefaultIfEmpty("true"));
        await using var command = database.Command(
            $"""
            select *
            from (
                select {columns}, {fits} as fits, row_number() over (order by at desc, id desc) as place
                from {table}
                where {string.Join(" and ", found.OfType<string>())}
                order by at desc, id desc
                limit {values.Add(looksThrough ? Window : filter.Limit + 1)}
            ) seen
            where fits or place = {Window}
            order by at desc, id desc
            limit {values.Add(filter.Limit + 2)}
            """,
            [.. values]);
        // the last row of the window comes even if it does not fit: it says from where to look on
        var rows = await command.ListAsync(row => (Row: read(row), Fits: row.GetBoolean(row.GetOrdinal("fits")), Place: row.GetInt64(row.GetOrdinal("place"))), cancellation);
        var fitting = rows.Where(r => r.Fits).Select(r => r.Row).ToList();
        if (fitting.Count > filter.Limit)
        {
            return new([.. fitting.Take(filter.Limit)], place(fitting[filter.Limit - 1]), null);
        }
        return rows is [.., { Place: Window, Row: var last }]
            ? new(fitting, place(last), place(last).At)
            : new(fitting, null, null);
    }

    private static string Pattern(string words) =>
        $"%{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    private sealed class Values : List<object?>
    {
        public new string Add(object? value)
        {
            base.Add(value);
            return string.Create(CultureInfo.InvariantCulture, $"${Count}");
        }
    }
}

/// <param name="Data">As it is stored: JSON.</param>
internal sealed record LoggedEvent(long Id, DateTimeOffset At, Guid? Actor, string SubjectKind, Guid SubjectId, string Kind, string Data);

internal sealed record LoggedLook(long Id, DateTimeOffset At, Guid Viewer, string Kind, IReadOnlyList<Guid> People, string Page, string? Words);
