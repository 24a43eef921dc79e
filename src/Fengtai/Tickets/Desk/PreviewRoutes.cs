using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Desk;

/// <summary>A ticket beside the list that it is in.</summary>
internal static class PreviewRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/desk/tickets/{number:long}/preview", ShowAsync).Requires(TicketPermissions.Staff).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(long number, HttpContext http, TicketDossiers dossiers) =>
        await dossiers.FindAsync(number, http.Actor(), http.RequestAborted) is not { } ticket ? new NotFound().AsResult(http)
            : Standing.Of(http.Actor(), ticket).SeesInternals ? PageAnswers.Page<TicketPreviewPage>(new { Dossier = await dossiers.OfAsync(ticket, http.Actor(), http.RequestAborted) })
            // staff who are only the requester here read it like any other requester
            : Results.Redirect($"/requests/{number}");
}
