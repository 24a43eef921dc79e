using System.Globalization;
using System.Text.Json.Nodes;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Http;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

/// <summary>The API's questions about tickets, and opening and correcting one. The acts map themselves.</summary>
internal static class TicketApi
{
    private const int UsualPage = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/tickets").WithTags("tickets").Requires(TicketPermissions.File);
        api.MapPost("", OpenAsync).Idempotent(TicketAnswer.CreatedAgainAsync).Accepts<OpenTicket.Input>("application/json").Produces<TicketView>(StatusCodes.Status201Created).WithName("OpenTicket");
        api.MapGet("", ListAsync).Produces<TicketListAnswer>().WithName("ListTickets");
        api.MapGet("/{number:long}", FindAsync).Produces<TicketView>().WithName("FindTicket");
        api.MapPatch("/{number:long}", CorrectAsync).Accepts<CorrectTicket.Input>("application/json").Produces<TicketView>().WithName("CorrectTicket");
        api.MapGet("/{number:long}/events", EventsAsync).Produces<IReadOnlyList<EventView>>().WithName("ListTicketEvents");
    }

    private static async Task<IResult> OpenAsync(HttpContext http, OpenTicket open)
    {
        var input = await ApiBody.ReadAsync<OpenTicket.Input>(http);
        if (input.IsRefused)
        {
            return input.Refusals.AsResult(http);
        }
        var opened = await open.OpenAsync(input.Value, Channel.Api, answers: null, http.Actor(), http.RequestAborted);
        return opened.IsRefused ? opened.Refusals.AsResult(http) : await TicketAnswer.CreatedAsync(opened.Value, http);
    }

    private static async Task<IResult> FindAsync(long number, HttpContext http, FengtaiDb db) =>
        await VisibleAsync(number, http, db) is { } ticket ? await TicketAnswer.OkAsync(ticket, http) : new NotFound().AsResult(http);

    private static async Task<IResult> ListAsync(HttpContext http, TicketFilters filters, TicketList list, TicketViews views, string? sort, int? limit, string? after)
    {
        var filter = await filters.ReadAsync(http.Request.Query, http.Actor(), http.RequestAborted);
        if (filter.IsRefused)
        {
            return filter.Refusals.AsResult(http);
        }
        var order = new TicketOrder(TicketSort.OpenedAt);
        if (sort is { Length: > 0 } && !TicketOrder.TryParse(sort, out order))
        {
            return new UnknownValue("sort", sort).AsResult(http);
        }
        if (limit is < 1 or > TicketList.LargestPage)
        {
            return new UnknownValue("limit", limit.Value.ToString(CultureInfo.InvariantCulture)).AsResult(http);
        }
        var page = await list.PageAsync(filter.Value, order, limit ?? UsualPage, after, http.Actor(), http.RequestAborted);
        return page.IsRefused
            ? page.Refusals.AsResult(http)
            : Results.Json(new TicketListAnswer(await views.OfAsync(page.Value.Items, http.Actor(), http.RequestAborted), page.Value.Next), Json.Options);
    }

    private static async Task<IResult> CorrectAsync(long number, HttpContext http, TicketActs acts)
    {
        var version = Versions.Expected(http, required: true);
        var input = await ApiBody.ReadAsync<CorrectTicket.Input>(http);
        if (version.IsRefused || input.IsRefused)
        {
            return (version.IsRefused ? version.Refusals : input.Refusals).AsResult(http);
        }
        var corrected = await acts.ActAsync(number, version.Value, http.Actor(), context => new CorrectTicket().DecideAsync(input.Value, context), http.RequestAborted);
        return corrected.IsRefused ? corrected.Refusals.AsResult(http) : await TicketAnswer.OkAsync(corrected.Value, http);
    }

    private static async Task<IResult> EventsAsync(long number, HttpContext http, FengtaiDb db, TicketTimeline timeline)
    {
        if (await VisibleAsync(number, http, db) is not { } ticket)
        {
            return new NotFound().AsResult(http);
        }
        var entries = await timeline.OfAsync(ticket, http.Actor(), http.RequestAborted);
        return Results.Json(entries.Select(EventView.Of), Json.Options);
    }

    private static Task<Ticket?> VisibleAsync(long number, HttpContext http, FengtaiDb db) =>
        db.Set<Ticket>().AsNoTracking().VisibleTo(http.Actor()).SingleOrDefaultAsync(t => t.Number == number, http.RequestAborted);
}

internal sealed record TicketListAnswer(IReadOnlyList<TicketView> Items, string? Next);

/// <param name="Actor">A login; null for the system.</param>
internal sealed record EventView(long Id, string Kind, DateTimeOffset At, string? Actor, Visibility Visibility, JsonObject Data)
{
    public static EventView Of(TimelineEntry entry)
    {
        if (entry.Note is { } note)
        {
            entry.Data["text"] = note.Text;
        }
        if (entry.Files.Count > 0)
        {
            entry.Data["attachments"] = new JsonArray([.. entry.Files.Select(f => new JsonObject { ["id"] = f.Id, ["name"] = f.Name, ["contentType"] = f.ContentType, ["size"] = f.Size })]);
        }
        return new(entry.Id, entry.Kind, entry.At, entry.Actor?.Login, entry.Visibility, entry.Data);
    }
}

/// <summary>The wording of a request is put right.</summary>
internal sealed class CorrectTicket : ITicketAct<CorrectTicket.Input>
{
    internal sealed record Input(string? Subject, string? Contact, string? Place);

    public static string Name => "correct";

    public static Permission Permission => TicketPermissions.Work;

    public Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var texts = new GivenTexts();
        var to = new Particulars(
            input.Subject is null ? context.Ticket.Subject : texts.Line("subject", input.Subject, TicketLimits.Subject, required: true),
            input.Contact is null ? context.Ticket.Contact : Optional(texts.Line("contact", input.Contact, TicketLimits.Contact)),
            input.Place is null ? context.Ticket.Place : Optional(texts.Line("place", input.Place, TicketLimits.Place)));
        return Task.FromResult(texts.AreRefused ? Decision.Refuse(texts.Refusals) : Intake.Correct(context.Ticket, context.By, to));
    }

    private static string? Optional(string text) => text.Length > 0 ? text : null;
}
