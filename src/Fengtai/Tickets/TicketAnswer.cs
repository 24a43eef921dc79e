using System.Globalization;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets;

/// <summary>The API's answer with a ticket and its entity tag.</summary>
internal static class TicketAnswer
{
    public static async Task<IResult> OkAsync(Ticket ticket, HttpContext http)
    {
        var view = await ViewAsync(ticket, http);
        http.Response.Headers.ETag = Versions.Tag(ticket.Version);
        return Results.Json(view, Json.Options);
    }

    /// <summary>It was opened just now.</summary>
    public static async Task<IResult> CreatedAsync(Ticket ticket, HttpContext http) =>
        Created(ticket, await http.RequestServices.GetRequiredService<TicketViews>().OfNewAsync(ticket, http.Actor(), http.RequestAborted), http);

    private static IResult Created(Ticket ticket, TicketView view, HttpContext http)
    {
        http.Response.Headers.ETag = Versions.Tag(ticket.Version);
        http.Response.Headers.Location = $"/api/v1/tickets/{ticket.Number}";
        return Results.Json(view, Json.Options, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>The same for an act that was done earlier, with its ticket as it is now.</summary>
    public static async Task<IResult> OkAgainAsync(HttpContext http, Guid subject)
    {
        // the act may have happened to other tickets first
        var number = long.Parse($"{http.GetRouteValue("number")}", CultureInfo.InvariantCulture);
        return await Visible(http).SingleOrDefaultAsync(t => t.Number == number, http.RequestAborted) is { } ticket ? await OkAsync(ticket, http) : new NotFound().AsResult(http);
    }

    public static async Task<IResult> CreatedAgainAsync(HttpContext http, Guid subject) =>
        await Visible(http).SingleOrDefaultAsync(t => t.Id == subject, http.RequestAborted) is { } ticket ? Created(ticket, await ViewAsync(ticket, http), http) : new NotFound().AsResult(http);

    private static IQueryable<Ticket> Visible(HttpContext http) => http.RequestServices.GetRequiredService<FengtaiDb>().Set<Ticket>().AsNoTracking().VisibleTo(http.Actor());

    private static Task<TicketView> ViewAsync(Ticket ticket, HttpContext http) =>
        http.RequestServices.GetRequiredService<TicketViews>().OfAsync(ticket, http.Actor(), http.RequestAborted);
}
