using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Platform.Events;

/// <summary>What happened to a subject lately?</summary>
public sealed class LatestEvents(NpgsqlDataSource database)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<LatestEvent>> OfAsync(Guid subject, int limit, CancellationToken cancellation)
    {
        await using var command = database.Command(
            """
            select at, actor, kind
            from platform.events
            where subject_id = $1
            order by id desc
            limit $2
            """,
            subject,
            limit);
        return await command.ListAsync(row => new LatestEvent(row.GetFieldValue<DateTimeOffset>(0), row.Get<Guid?>(1), row.GetString(2)), cancellation);
    }
}

/// <param name="Actor">Null for the system.</param>
public sealed record LatestEvent(DateTimeOffset At, Guid? Actor, string Kind);
