using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Bulk;

internal enum BatchState
{
    /// <summary>Looked at, not started.</summary>
    Preview,

    /// <summary>Being done.</summary>
    Running,

    /// <summary>Done with all of it.</summary>
    Finished,
}

internal enum ReportedState
{
    /// <summary>Not come to yet.</summary>
    Waiting,

    /// <summary>The rules would allow it now.</summary>
    Would,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Refused, or would be now.</summary>
    Refused,
}

/// <param name="Code">Of the refusal.</param>
/// <param name="Sentence">The refusal in the reader's language.</param>
internal sealed record ReportedRefusal(string Code, string Sentence);

/// <param name="Ticket">As it is now; null where the reader may no longer see it.</param>
internal sealed record ReportedRow(Guid Id, Ticket? Ticket, ReportedState State, IReadOnlyList<FacetChange> Changes, ReportedRefusal? Refusal, DateTimeOffset? At);

/// <summary>What a batch did, or would do, ticket by ticket.</summary>
internal sealed record BatchReport(Batch Batch, BatchState State, IReadOnlyList<ReportedRow> Rows)
{
    /// <summary>How many requesters would be told at once; of a preview.</summary>
    public int UsersTold { get; init; }

    public Undoable Undoable { get; init; }

    /// <summary>Why it cannot be undone now; null where it can.</summary>
    public Refusal? NoUndo { get; init; }

    public Guid? UndoneBy { get; init; }

    public int Count(ReportedState state) => Rows.Count(r => r.State == state);
}

/// <summary>Tells a batch: before it is started what the rules say now, afterwards what became of it.</summary>
internal sealed class BatchReports(Batches batches, PreviewBatch preview, TicketList list, IStringLocalizer texts, TimeProvider time)
{
    public async Task<BatchReport> OfAsync(Batch batch, Actor actor, CancellationToken cancellation)
    {
        var rows = await batches.RowsAsync(batch.Id, cancellation);
        var door = BulkActs.Of(batch.Act);
        var input = door.Read(batch.Input).Value;
        if (batch.StartedAt is null)
        {
            return await PreviewAsync(batch, door, input, [.. rows.Select(r => r.TicketId)], actor, cancellation);
        }
        var tickets = await TicketsAsync(rows.Select(r => r.TicketId), actor, cancellation);
        var undoneBy = await batches.UndoneByAsync(batch.Id, cancellation);
        return new(batch, batch.FinishedAt is null ? BatchState.Running : BatchState.Finished, [.. rows.Select(r => Told(r, tickets.GetValueOrDefault(r.TicketId)))])
        {
            Undoable = door.UndoableWith(input),
            NoUndo = UndoBatch.WhyNot(batch, undoneBy is not null, time.GetUtcNow()),
            UndoneBy = undoneBy,
        };
    }

    public async Task<BatchReport> PreviewAsync(Batch batch, BulkDoor door, object input, IReadOnlyList<Guid> ids, Actor actor, CancellationToken cancellation)
    {
        var previewed = await preview.OfAsync(door, input, ids, actor, cancellation);
        var tickets = await TicketsAsync(ids, actor, cancellation);
        return new(
            batch,
            BatchState.Preview,
            [.. previewed.Select(p => new ReportedRow(
                p.Ticket, tickets.GetValueOrDefault(p.Ticket), p.Refusal is null ? ReportedState.Would : ReportedState.Refused, p.Changes,
                p.Refusal is { } no ? new(no.Code, texts.Sentence(no)) : null, null))])
        {
            UsersTold = previewed.Count(p => p.TellsUser),
            Undoable = door.UndoableWith(input),
        };
    }

    private async Task<IReadOnlyDictionary<Guid, Ticket>> TicketsAsync(IEnumerable<Guid> ids, Actor actor, CancellationToken cancellation) =>
        (await list.LoadAsync([.. ids], actor, cancellation)).ToDictionary(t => t.Id);

    private ReportedRow Told(BatchRow row, Ticket? ticket) => new(
        row.TicketId,
        ticket,
        row.State switch { BatchRowState.Done => ReportedState.Done, BatchRowState.Refused => ReportedState.Refused, BatchRowState.Waiting => ReportedState.Waiting },
        row.State == BatchRowState.Done ? BatchUndoing.Read(row.Before).ChangesTo(BatchUndoing.Read(row.After)) : [],
        row.Refusal is { } code ? new(code, texts[$"refusal.{code}", [.. row.RefusalArguments]]) : null,
        row.At);
}
