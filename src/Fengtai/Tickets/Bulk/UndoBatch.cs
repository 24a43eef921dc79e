using System.Text.Json;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Relations;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Bulk;

/// <summary>撤销批量操作: what was done is put back ticket by ticket, as a batch of its own with a report of its own.</summary>
internal sealed class UndoBatch(Work work, StartBatch start)
{
    public async Task<Result<Batch>> RunAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        if (await work.Db.Set<Batch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && b.OwnerId == actor.Id, cancellation) is not { } batch)
        {
            return new NotFound();
        }
        var isUndone = await work.Db.Set<Batch>().AnyAsync(b => b.UndoOfId == id, cancellation);
        if (WhyNot(batch, isUndone, work.Now) is { } no)
        {
            return no;
        }
        // the last one first: what was linked or given in an order is taken apart in the other
        var done = await work.Db.Set<BatchRow>().Where(r => r.BatchId == id && r.State == BatchRowState.Done).OrderByDescending(r => r.Position).Select(r => r.TicketId).ToListAsync(cancellation);
        if (done.Count == 0)
        {
            return new BatchChangedNothing();
        }
        var undo = new Batch { Id = Guid.CreateVersion7(work.Now), OwnerId = actor.Id, Act = batch.Act, Input = batch.Input, UndoOfId = id, CreatedAt = work.Now };
        work.Db.Add(undo);
        PrepareBatch.AddRows(work, undo, done);
        return await start.StartAsync(undo, done.Count, actor, cancellation);
    }

    /// <summary>Why it cannot be put back any more, or at all; null where it can.</summary>
    public static Refusal? WhyNot(Batch batch, bool isUndone, DateTimeOffset now) => batch switch
    {
        { UndoOfId: not null } => new BatchIsAnUndo(),
        { FinishedAt: null } => new BatchIsStillRunning(),
        _ when isUndone => new BatchWasUndoneAlready(),
        _ when Undoing.Of(batch.Act, says: false) == Undoable.Not => new WordsAreNotTakenBack(),
        _ when now > batch.StartedAt + Undoing.Period => new UndoCameTooLate((int)Undoing.Period.TotalHours),
        _ => null,
    };
}

/// <summary>Puts back what a batch did to one ticket.</summary>
internal sealed class BatchUndoing(FengtaiDb db, UnlinkTicket unlink)
{
    public async Task<Decision> DecideAsync(Guid undone, BulkDoor door, string input, ActContext context)
    {
        var done = await db.Set<BatchRow>().AsNoTracking().SingleAsync(r => r.BatchId == undone && r.TicketId == context.Ticket.Id, context.Cancellation);
        var decision = Undoing.Undo(context.Ticket, context.By, door.Act, Read(done.Before), Read(done.After), context.Now);
        if (decision.IsRefused || door.Act != BulkAct.Link)
        {
            return decision;
        }
        var link = (LinkTicket.Input)door.Read(input).Value;
        var unlinked = await unlink.DecideAsync(new(link.To), context);
        return unlinked.IsRefused ? unlinked : Decision.Happen([.. decision.Events, .. unlinked.Events]);
    }

    public static string Write(TicketFacets facets) => JsonSerializer.Serialize(facets, Json.Options);

    public static TicketFacets Read(string? facets) => JsonSerializer.Deserialize<TicketFacets>(facets!, Json.Options)!;
}
