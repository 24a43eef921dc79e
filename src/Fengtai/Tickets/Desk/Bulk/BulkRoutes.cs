using System.Globalization;
using Fengtai.Platform.Access;
using Fengtai.Platform.Files;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Tables;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Bulk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk.Bulk;

/// <summary>Acts on many tickets: the form in the drawer, the preview, the doing, the report, the undoing.</summary>
internal static class BulkRoutes
{
    /// <summary>The scope that means every ticket of the list.</summary>
    public const string WholeList = "list";

    public static string Form(BulkAct act) => $"{Batches.Path}/{Words.Of(act)}";

    public static string Run(Guid id) => Batches.Address(id) + "/run";

    public static string Undo(Guid id) => Batches.Address(id) + "/undo";

    public static string Report(Guid id) => Batches.Address(id) + "/report.csv";

    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<BulkForms>();
        services.AddScoped<BatchModels>();
        services.AddSlot<BulkButtons>("queue.picked");
        services.AddNavigation(new(Area.Desk, "desk.bulk.title", "stack-2", Batches.Path, TicketPermissions.Work, 45, "g l"));
        services.AddNavigation(new(Area.Admin, "desk.bulk.everybodys", "stack-2", Batches.Path, TicketPermissions.AllBatches, 85));
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup(Batches.Path).ExcludeFromDescription();
        desk.MapGet("", ListAsync).Requires(TicketPermissions.Batches);
        desk.MapGet("/{act:regex(^[a-z]+$)}", ShowFormAsync).Requires(TicketPermissions.Work);
        desk.MapPost("/{act:regex(^[a-z]+$)}", PrepareAsync).Requires(TicketPermissions.Work);
        desk.MapGet("/{id:guid}", ShowAsync).Requires(TicketPermissions.Batches);
        desk.MapGet("/{id:guid}/report.csv", DownloadAsync).Requires(TicketPermissions.Batches);
        desk.MapPost("/{id:guid}/run", RunAsync).Requires(TicketPermissions.Work);
        desk.MapPost("/{id:guid}/undo", UndoAsync).Requires(TicketPermissions.Work);
    }

    private static async Task<IResult> ListAsync(HttpContext http, BatchModels models) =>
        PageAnswers.Page<BatchListPage>(new { Batches = await models.ListAsync(http.Actor(), http.RequestAborted) });

    private static async Task<IResult> ShowFormAsync(string act, HttpContext http, BulkForms forms)
    {
        if (!Words.TryParse<BulkAct>(act, out var wanted) || !BulkActs.For(http.Actor()).Contains(wanted))
        {
            return new NotFound().AsResult(http);
        }
        var (tickets, list) = (Numbers(http.Request.Query["tickets"]), http.Request.Query["list"].ToString());
        return PageAnswers.Page<BulkFormPage>(new { Form = await forms.OfAsync(wanted, tickets, list, Given.Nothing, http.Actor(), http.RequestAborted) });
    }

    private static async Task<IResult> PrepareAsync(string act, IFormCollection form, HttpContext http, WantedTickets wanted, PrepareBatch prepare, BulkForms forms, IStringLocalizer texts)
    {
        var (actor, cancellation) = (http.Actor(), http.RequestAborted);
        if (!Words.TryParse<BulkAct>(act, out var known) || !BulkActs.For(actor).Contains(known))
        {
            return new NotFound().AsResult(http);
        }
        var (tickets, list) = (Numbers(form["tickets"]), form["list"].ToString());
        var meant = form["scope"] == WholeList ? await wanted.ListedAsync(list, actor, cancellation) : await wanted.PickedAsync(tickets, actor, cancellation);
        var input = BulkActs.Of(known).ReadForm(form, actor.Zone);
        var prepared = meant.IsRefused ? Result<PreparedBatch>.Refused(meant.Refusals)
            : input.IsRefused ? Result<PreparedBatch>.Refused(input.Refusals)
            : await prepare.ReadAsync(known, input.Value, meant.Value with { List = list.Length > 0 ? list : null }, actor, cancellation);
        var kept = prepared.IsRefused ? Result<Guid>.Refused(prepared.Refusals) : await prepare.KeepAsync(prepared.Value, actor, cancellation);
        if (!kept.IsRefused)
        {
            return PageAnswers.LeaveDrawer(http, Batches.Address(kept.Value));
        }
        var given = new Given(form, FormErrors.From(kept.Refusals, texts));
        return PageAnswers.Page<BulkFormPage>(new { Form = await forms.OfAsync(known, tickets, list, given, actor, cancellation) }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ShowAsync(Guid id, string? show, HttpContext http, Batches batches, BatchModels models) =>
        await batches.FindAsync(id, http.Actor(), http.RequestAborted) is { } batch
            ? PageAnswers.Page<BatchPage>(new { Model = await models.OfAsync(batch, show == "refused", http.Actor(), http.RequestAborted) })
            : new NotFound().AsResult(http);

    // the form is taken for its token alone
    private static async Task<IResult> RunAsync(Guid id, IFormCollection form, HttpContext http, StartBatch start)
    {
        var started = await start.RunAsync(id, http.Actor(), http.RequestAborted);
        return started.IsRefused && started.Refusal is not BatchWasStartedAlready ? started.Refusals.AsResult(http) : PageAnswers.SeeOther(Batches.Address(id));
    }

    private static async Task<IResult> UndoAsync(Guid id, IFormCollection form, HttpContext http, UndoBatch undo, Batches batches)
    {
        var undone = await undo.RunAsync(id, http.Actor(), http.RequestAborted);
        return undone switch
        {
            { IsRefused: false } => PageAnswers.SeeOther(Batches.Address(undone.Value.Id)),
            // what cannot be undone says so on its page
            { Refusal: not NotFound } => PageAnswers.SeeOther(Batches.Address(await batches.UndoneByAsync(id, http.RequestAborted) ?? id)),
            _ => undone.Refusals.AsResult(http),
        };
    }

    private static async Task<IResult> DownloadAsync(Guid id, HttpContext http, Batches batches, BatchModels models, IStringLocalizer texts)
    {
        if (await batches.FindAsync(id, http.Actor(), http.RequestAborted) is not { } batch)
        {
            return new NotFound().AsResult(http);
        }
        var model = await models.OfAsync(batch, refusedOnly: false, http.Actor(), http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(
            async stream =>
            {
                await using var table = new CsvTable(stream);
                await table.WriteAsync([Cell.Of(texts.Of(QueueColumn.Number)), Cell.Of(texts.Of(QueueColumn.Subject)), Cell.Of(texts["desk.bulk.outcome"]), Cell.Of(texts["desk.bulk.reason"])], http.RequestAborted);
                foreach (var line in model.Lines)
                {
                    var changes = string.Join("; ", line.Changes.Select(c => $"{c.Of}: {c.From} → {c.To}"));
                    await table.WriteAsync(
                        [Cell.Of(line.Number), Cell.Of(line.Subject), Cell.Of(line.Refusal is not null ? texts["desk.bulk.refused"] : changes.Length > 0 ? changes : texts[line.IsDone ? "desk.bulk.done" : "desk.bulk.waiting"]), Cell.Of(line.Refusal)],
                        http.RequestAborted);
                }
            },
            CsvTable.ContentType,
            FileNames.Clean($"{model.Title} {TimeZoneInfo.ConvertTime(batch.StartedAt ?? batch.CreatedAt, http.Actor().Zone).ToString("yyyy-MM-dd HHmm", CultureInfo.InvariantCulture)}.csv"));
    }

    private static List<long> Numbers(IEnumerable<string?> values) =>
        [.. values.Select(v => long.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(n => n > 0).Distinct()];
}
