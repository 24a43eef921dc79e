using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fengtai.Tickets.Bulk;

/// <summary>What was done in bulk? A batch is its owner's to see, and the administrators'.</summary>
internal sealed class Batches(FengtaiDb db, NpgsqlDataSource database)
{
    public const string Path = "/desk/bulk";

    private const int MostListed = 100;

    public static string Address(Guid id) => $"{Path}/{id}";

    public Task<Batch?> FindAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        var all = actor.May(TicketPermissions.AllBatches);
        return db.Set<Batch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && (all || b.OwnerId == actor.Id), cancellation);
    }

    public Task<List<BatchRow>> RowsAsync(Guid batch, CancellationToken cancellation) =>
        db.Set<BatchRow>().AsNoTracking().Where(r => r.BatchId == batch).OrderBy(r => r.Position).ToListAsync(cancellation);

    /// <summary>The batch that put this one back; null where none did.</summary>
    public Task<Guid?> UndoneByAsync(Guid batch, CancellationToken cancellation) =>
        db.Set<Batch>().Where(b => b.UndoOfId == batch).Select(b => (Guid?)b.Id).SingleOrDefaultAsync(cancellation);

    /// <summary>Those that were started, the newest first.</summary>
    public async Task<IReadOnlyList<ListedBatch>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        await using var command = database.Command(
            $"""
            select b.id, b.owner_id, b.act, b.undo_of_id is not null, b.started_at, b.finished_at,
                   count(*)::int,
                   count(*) filter (where r.state = 'done')::int,
                   count(*) filter (where r.state = 'refused')::int
            from (
                select *
                from tickets.batches
                where started_at is not null
                {(actor.May(TicketPermissions.AllBatches) ? "" : "and owner_id = $2")}
                order by created_at desc
                limit $1) b
            join tickets.batch_rows r on r.batch_id = b.id
            group by b.id, b.owner_id, b.act, b.undo_of_id, b.started_at, b.finished_at, b.created_at
            order by b.created_at desc
            """, actor.May(TicketPermissions.AllBatches) ? [MostListed] : [MostListed, actor.Id]);
        return await command.ListAsync(
            row => new ListedBatch(
                row.GetGuid(0), row.GetGuid(1), Words.Parse<BulkAct>(row.GetString(2)), row.GetBoolean(3), row.GetFieldValue<DateTimeOffset>(4), row.Get<DateTimeOffset?>(5),
                row.GetInt32(6), row.GetInt32(7), row.GetInt32(8)),
            cancellation);
    }
}

internal sealed record ListedBatch(Guid Id, Guid OwnerId, BulkAct Act, bool IsUndo, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, int All, int Done, int Refused);
