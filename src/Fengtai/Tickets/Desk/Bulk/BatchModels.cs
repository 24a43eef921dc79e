using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Bulk;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk.Bulk;

/// <summary>Says a batch in the reader's words.</summary>
internal sealed class BatchModels(BatchReports reports, Batches batches, FacetNamesQuery names, People people, Times times, IStringLocalizer texts)
{
    public async Task<BatchModel> OfAsync(Batch batch, bool refusedOnly, Actor actor, CancellationToken cancellation)
    {
        var report = await reports.OfAsync(batch, actor, cancellation);
        var words = await names.OfAsync(report.Rows.SelectMany(r => r.Changes), cancellation);
        var isOwn = actor.Is(batch.OwnerId);
        var isFinished = report.State == BatchState.Finished;
        return new(batch.Id, batch.Act, Title(batch.Act, batch.UndoOfId is not null))
        {
            IsPreview = report.State == BatchState.Preview,
            IsRunning = report.State == BatchState.Running,
            IsUndo = batch.UndoOfId is not null,
            All = report.Rows.Count,
            Done = report.Count(ReportedState.Done) + report.Count(ReportedState.Would),
            Refused = report.Count(ReportedState.Refused),
            UsersTold = report.UsersTold,
            StartedAt = batch.StartedAt,
            FinishedAt = batch.FinishedAt,
            Owner = isOwn ? null : (await people.FindAsync(batch.OwnerId, cancellation))?.Name,
            Undoing = texts.Of(report.Undoable),
            UndoableUntil = isOwn && isFinished && report.NoUndo is null && report.Count(ReportedState.Done) > 0 ? batch.StartedAt + Undoing.Period : null,
            NoUndo = isOwn && isFinished && report.NoUndo is { } no and not (BatchIsAnUndo or BatchWasUndoneAlready) ? texts.Sentence(no) : null,
            UndoOf = batch.UndoOfId,
            UndoneBy = report.UndoneBy,
            Back = batch.List is { } list && list.StartsWith("view=", StringComparison.Ordinal) ? $"{QueueAddress.Path}?{list}" : QueueAddress.Path,
            RefusedOnly = refusedOnly,
            Lines = [.. report.Rows.Where(r => !refusedOnly || r.State == ReportedState.Refused).Select(r => Line(r, words))],
        };
    }

    public async Task<IReadOnlyList<BatchSummary>> ListAsync(Actor actor, CancellationToken cancellation)
    {
        var found = await batches.ListAsync(actor, cancellation);
        var owners = actor.May(TicketPermissions.AllBatches) ? await people.ManyAsync(found.Select(b => b.OwnerId), cancellation) : new Dictionary<Guid, PersonCard>();
        return [.. found.Select(b => new BatchSummary(
            b.Id, Title(b.Act, b.IsUndo), b.Act, b.StartedAt, b.FinishedAt is null, b.All, b.Done, b.Refused, owners.GetValueOrDefault(b.OwnerId)?.Name))];
    }

    private string Title(BulkAct act, bool isUndo) => isUndo ? texts["desk.bulk.undoOf", texts.Of(act)] : texts.Of(act);

    private BatchLine Line(ReportedRow row, FacetNames words) => new(
        row.Ticket?.Number,
        row.Ticket?.Subject ?? texts["desk.bulk.hidden"],
        row.State == ReportedState.Done,
        [.. row.Changes.Select(c => new StoryChange(texts.Of(c.Facet), Said(c.Facet, c.From, words), Said(c.Facet, c.To, words)))],
        row.Refusal?.Sentence);

    private string Said(TicketFacet facet, object? value, FacetNames words) => value switch
    {
        null => texts["desk.ticket.nothing"],
        Guid id => words.Name(facet, id) ?? texts["desk.ticket.nothing"],
        DateTimeOffset at => times.Brief(at),
        bool yes => texts[yes ? "desk.ticket.yes" : "desk.ticket.no"],
        TicketStatus status => texts.Of(status),
        TicketType type => texts.Of(type),
        WaitReason reason => texts.Of(reason),
        CloseCode code => texts.Of(code),
        Catalog.Impact impact => texts.Of(impact),
        Catalog.Urgency urgency => texts.Of(urgency),
        Catalog.Priority priority => texts.Of(priority),
        _ => $"{value}",
    };
}
