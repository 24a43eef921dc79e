using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Watching;

/// <summary>Watchers for programs. <c>me</c> stands for the token's person.</summary>
internal static class WatcherApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/tickets/{number:long}/watchers").WithTags("tickets").Requires(TicketPermissions.Staff);
        api.MapGet("", ListAsync).Produces<WatcherListAnswer>().WithName("ListWatchers");
        api.MapPut("/{login}", AddAsync).Produces<WatcherListAnswer>().WithName("AddWatcher");
        api.MapDelete("/{login}", RemoveAsync).Produces(StatusCodes.Status204NoContent).WithName("RemoveWatcher");
    }

    private static async Task<IResult> ListAsync(long number, HttpContext http, FengtaiDb db, Watchers watchers)
    {
        var ticket = await db.Set<Ticket>().AsNoTracking().VisibleTo(http.Actor()).SingleOrDefaultAsync(t => t.Number == number, http.RequestAborted);
        return ticket is not null && Standing.Of(http.Actor(), ticket).SeesInternals
            ? Results.Json(new WatcherListAnswer([.. (await watchers.OfAsync(ticket, http.RequestAborted)).Select(w => new WatcherView(w.Person.Login, w.Person.Name, w.Since))]), Json.Options)
            : new NotFound().AsResult(http);
    }

    private static async Task<IResult> AddAsync(long number, string login, HttpContext http, WatchTicket watch, FengtaiDb db, Watchers watchers)
    {
        var done = await watch.RunAsync(number, login, http.Actor(), http.RequestAborted);
        return done.IsRefused ? done.Refusals.AsResult(http) : await ListAsync(number, http, db, watchers);
    }

    private static async Task<IResult> RemoveAsync(long number, string login, HttpContext http, UnwatchTicket unwatch)
    {
        var done = await unwatch.RunAsync(number, login, http.Actor(), http.RequestAborted);
        return done.IsRefused ? done.Refusals.AsResult(http) : Results.NoContent();
    }
}

internal sealed record WatcherListAnswer(IReadOnlyList<WatcherView> Items);

internal sealed record WatcherView(string Login, string Name, DateTimeOffset Since);
