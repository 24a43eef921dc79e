using Fengtai.Notifications;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Desk;

/// <summary>What the reader opened last, and how that becomes known.</summary>
internal static class SeenRoutes
{
    public const string Path = "/desk/seen";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, async (HttpContext http, RecentlySeen seen) =>
            PageAnswers.Page<SeenPage>(new { Seen = await seen.OfAsync(http.Actor(), RememberSeen.Kept, http.RequestAborted) })).Requires(TicketPermissions.Staff).ExcludeFromDescription();
        routes.MapGet("/desk/tickets/{number:long}/seen", LookAsync).Requires(TicketPermissions.Staff).ExcludeFromDescription();
    }

    /// <summary>Asked by a page that was fetched ahead, once it is really shown.</summary>
    private static async Task<IResult> LookAsync(long number, HttpContext http, TicketDossiers dossiers, RememberSeen seen, ReadNotices notices)
    {
        if (await dossiers.FindAsync(number, http.Actor(), http.RequestAborted) is not { } ticket || !Standing.Of(http.Actor(), ticket).SeesInternals)
        {
            return new NotFound().AsResult(http);
        }
        seen.Look(http.Actor(), ticket.Id);
        await notices.AboutAsync(ticket.Pages(), http.Actor(), http.RequestAborted);
        return PageAnswers.Page<SeenFrame>();
    }
}
