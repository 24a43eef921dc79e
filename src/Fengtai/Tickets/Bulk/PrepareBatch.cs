using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Templates;
using Fengtai.Tickets.Writing;

namespace Fengtai.Tickets.Bulk;

/// <summary>An act with what it is given, and the tickets that are meant: read, and refused where no ticket could ever take it.</summary>
internal sealed record PreparedBatch(BulkDoor Door, object Input, Wanted Wanted);

/// <summary>批量操作的准备: nothing is done yet; what would become of each ticket can be looked at.</summary>
internal sealed class PrepareBatch(PreviewBatch preview, Work work)
{
    /// <param name="input">JSON of what the act is given.</param>
    public async Task<Result<PreparedBatch>> ReadAsync(BulkAct act, string input, Wanted wanted, Actor actor, CancellationToken cancellation)
    {
        var door = BulkActs.Of(act);
        if (!actor.May(door.Permission))
        {
            return new NotAllowed(door.Permission.Name);
        }
        var given = door.Read(input);
        if (given.IsRefused)
        {
            return Result<PreparedBatch>.Refused(given.Refusals);
        }
        if (TextGaps.In(given.Value) is { Count: > 0 } gaps)
        {
            return Result<PreparedBatch>.Refused(gaps);
        }
        if (wanted.Ids.Count > 1 && PicturesInTexts.In(door.Write(given.Value)).Count > 0)
        {
            return new PicturesHangOnOneTicket();
        }
        return await preview.WrongForAllAsync(door, given.Value, wanted.Ids, actor, cancellation) is { Count: > 0 } wrong
            ? Result<PreparedBatch>.Refused(wrong)
            : new PreparedBatch(door, given.Value, wanted);
    }

    /// <summary>Keeps it, so that the page with the preview has an address.</summary>
    public async Task<Result<Guid>> KeepAsync(PreparedBatch prepared, Actor actor, CancellationToken cancellation)
    {
        var batch = Add(prepared, actor);
        return (await work.SaveAsync(cancellation)).Map(_ => batch.Id);
    }

    /// <summary>As part of the work that goes on to start it.</summary>
    public Batch Add(PreparedBatch prepared, Actor actor)
    {
        var batch = new Batch
        {
            Id = Guid.CreateVersion7(work.Now),
            OwnerId = actor.Id,
            Act = prepared.Door.Act,
            Input = prepared.Door.Write(prepared.Input),
            List = prepared.Wanted.List,
            CreatedAt = work.Now,
        };
        work.Db.Add(batch);
        AddRows(work, batch, prepared.Wanted.Ids);
        return batch;
    }

    public static void AddRows(Work work, Batch batch, IReadOnlyList<Guid> tickets) =>
        work.Db.AddRange(tickets.Select((t, i) => new BatchRow { BatchId = batch.Id, TicketId = t, Position = i + 1 }));
}
