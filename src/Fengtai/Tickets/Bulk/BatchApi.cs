using System.Text.Json;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets.Bulk;

/// <summary>Acts on many tickets for programs.</summary>
internal static class BatchApi
{
    private const string Path = "/api/v1/tickets/bulk";

    /// <param name="Act">A word of <see cref="BulkAct"/>.</param>
    /// <param name="Input">What the act takes for one ticket.</param>
    /// <param name="Tickets">Their numbers.</param>
    /// <param name="Filter">Instead of numbers: a filter as the lists of tickets take it.</param>
    /// <param name="Preview">Only tells what would become of each.</param>
    internal sealed record BulkInput(BulkAct? Act, JsonElement? Input, IReadOnlyList<long>? Tickets, string? Filter, bool? Preview);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Path).WithTags("tickets");
        api.MapPost("", RunAsync).Requires(TicketPermissions.Work).Idempotent(AgainAsync).Accepts<BulkInput>("application/json").Produces<BatchView>(StatusCodes.Status201Created).Produces<BatchView>().WithName("ActOnTickets");
        api.MapGet("", ListAsync).Requires(TicketPermissions.Batches).Produces<BatchListAnswer>().WithName("ListBatches");
        api.MapGet("/{id:guid}", FindAsync).Requires(TicketPermissions.Batches).Produces<BatchView>().WithName("FindBatch");
        api.MapPost("/{id:guid}/undo", UndoAsync).Requires(TicketPermissions.Work).Idempotent(AgainAsync).Produces<BatchView>(StatusCodes.Status201Created).WithName("UndoBatch");
    }

    private static async Task<IResult> RunAsync(HttpContext http, WantedTickets wanted, PrepareBatch prepare, StartBatch start, BatchReports reports)
    {
        var (actor, cancellation) = (http.Actor(), http.RequestAborted);
        var body = await ApiBody.ReadAsync<BulkInput>(http);
        if (body.IsRefused)
        {
            return body.Refusals.AsResult(http);
        }
        if (body.Value.Act is not { } act)
        {
            return new Missing("act").AsResult(http);
        }
        var meant = body.Value switch
        {
            { Tickets: not null, Filter: not null } => new EitherTicketsOrAFilter(),
            { Filter: { Length: > 0 } filter } => await wanted.FilteredAsync(filter, actor, cancellation),
            { Tickets: var numbers } => await wanted.PickedAsync(numbers ?? [], actor, cancellation),
        };
        if (meant.IsRefused)
        {
            return meant.Refusals.AsResult(http);
        }
        var prepared = await prepare.ReadAsync(act, body.Value.Input?.GetRawText() ?? "{}", meant.Value, actor, cancellation);
        if (prepared.IsRefused)
        {
            return prepared.Refusals.AsResult(http);
        }
        if (body.Value.Preview == true)
        {
            var unkept = new Batch { OwnerId = actor.Id, Act = act, Input = prepared.Value.Door.Write(prepared.Value.Input), List = meant.Value.List };
            return Results.Json(await ViewAsync(await reports.PreviewAsync(unkept, prepared.Value.Door, prepared.Value.Input, meant.Value.Ids, actor, cancellation), http), Json.Options);
        }
        var started = await start.RunAsync(prepared.Value, actor, cancellation);
        return started.IsRefused ? started.Refusals.AsResult(http) : await CreatedAsync(started.Value.Id, http);
    }

    private static async Task<IResult> ListAsync(HttpContext http, Batches batches, People people)
    {
        var found = await batches.ListAsync(http.Actor(), http.RequestAborted);
        var owners = await people.ManyAsync(found.Select(b => b.OwnerId), http.RequestAborted);
        return Results.Json(new BatchListAnswer([.. found.Select(b => new ListedBatchView(
            b.Id, b.Act, b.IsUndo, owners.GetValueOrDefault(b.OwnerId)?.Login, b.FinishedAt is null ? BatchState.Running : BatchState.Finished, b.StartedAt, b.FinishedAt, b.All, b.Done, b.Refused))]), Json.Options);
    }

    private static async Task<IResult> FindAsync(Guid id, HttpContext http, Batches batches, BatchReports reports) =>
        await batches.FindAsync(id, http.Actor(), http.RequestAborted) is { } batch
            ? Results.Json(await ViewAsync(await reports.OfAsync(batch, http.Actor(), http.RequestAborted), http), Json.Options)
            : new NotFound().AsResult(http);

    private static async Task<IResult> UndoAsync(Guid id, HttpContext http, UndoBatch undo)
    {
        var started = await undo.RunAsync(id, http.Actor(), http.RequestAborted);
        return started.IsRefused ? started.Refusals.AsResult(http) : await CreatedAsync(started.Value.Id, http);
    }

    private static Task<IResult> AgainAsync(HttpContext http, Guid subject) => CreatedAsync(subject, http);

    private static async Task<IResult> CreatedAsync(Guid id, HttpContext http)
    {
        var services = http.RequestServices;
        if (await services.GetRequiredService<Batches>().FindAsync(id, http.Actor(), http.RequestAborted) is not { } batch)
        {
            return new NotFound().AsResult(http);
        }
        http.Response.Headers.Location = $"{Path}/{id}";
        return Results.Json(await ViewAsync(await services.GetRequiredService<BatchReports>().OfAsync(batch, http.Actor(), http.RequestAborted), http), Json.Options, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<BatchView> ViewAsync(BatchReport report, HttpContext http)
    {
        var services = http.RequestServices;
        var names = await services.GetRequiredService<FacetNamesQuery>().OfAsync(report.Rows.SelectMany(r => r.Changes), http.RequestAborted);
        var ids = report.Rows.Select(r => r.Id).ToArray();
        var numbers = await services.GetRequiredService<FengtaiDb>().Set<Ticket>().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Number, http.RequestAborted);
        var owner = await services.GetRequiredService<People>().FindAsync(report.Batch.OwnerId, http.RequestAborted);
        var batch = report.Batch;
        return new(
            report.State == BatchState.Preview ? null : batch.Id,
            batch.Act,
            http.Actor().Is(batch.OwnerId) ? JsonDocument.Parse(batch.Input).RootElement : null,
            batch.List,
            owner?.Login,
            report.State,
            batch.StartedAt,
            batch.FinishedAt,
            report.Undoable,
            report.State == BatchState.Finished && report.NoUndo is null ? batch.StartedAt + Undoing.Period : null,
            batch.UndoOfId,
            report.UndoneBy,
            report.Rows.Count,
            report.Count(ReportedState.Done),
            report.Count(ReportedState.Refused),
            [.. report.Rows.Select(r => new BatchRowView(
                numbers[r.Id], r.State,
                [.. r.Changes.Select(c => new ChangeView(c.Facet, names.Word(c.Facet, c.From), names.Word(c.Facet, c.To)))],
                r.Refusal is { } no ? new(no.Code, no.Sentence) : null, r.At))]);
    }
}

internal sealed record BatchListAnswer(IReadOnlyList<ListedBatchView> Items);

internal sealed record ListedBatchView(Guid Id, BulkAct Act, bool IsUndo, string? By, BatchState State, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, int All, int Done, int Refused);

/// <param name="Id">Null of a preview.</param>
/// <param name="Input">Null for others than its owner: what it wrote into tickets is for those who read them.</param>
/// <param name="UndoableUntil">Null where it cannot be undone.</param>
internal sealed record BatchView(
    Guid? Id, BulkAct Act, JsonElement? Input, string? Filter, string? By, BatchState State, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt,
    Undoable Undoable, DateTimeOffset? UndoableUntil, Guid? UndoOf, Guid? UndoneBy, int All, int Done, int Refused, IReadOnlyList<BatchRowView> Rows);

internal sealed record BatchRowView(long Number, ReportedState State, IReadOnlyList<ChangeView> Changes, RefusalView? Refusal, DateTimeOffset? At);

/// <summary>People by login, teams and categories by code, tickets by number.</summary>
internal sealed record ChangeView(TicketFacet Field, object? From, object? To);

internal sealed record RefusalView(string Code, string Message);
