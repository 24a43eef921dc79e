using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
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

    public static async Task<IResult> CreatedAsync(Ticket ticket, HttpContext http)
    {
        var view = await ViewAsync(ticket, http);
        http.Response.Headers.ETag = Versions.Tag(ticket.Version);
        http.Response.Headers.Location = $"/api/v1/tickets/{ticket.Number}";
        return Results.Json(view, Json.Options, statusCode: StatusCodes.Status201Created);
    }

    private static Task<TicketView> ViewAsync(Ticket ticket, HttpContext http) =>
        http.RequestServices.GetRequiredService<TicketViews>().OfAsync(ticket, http.Actor(), http.RequestAborted);
}
