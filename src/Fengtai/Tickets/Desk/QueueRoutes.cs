using System.Globalization;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Desk;

/// <summary>The queue.</summary>
internal static class QueueRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(QueueAddress.Path, ShowAsync).Requires(TicketPermissions.Staff).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(HttpContext http, Queue queue, People people, FengtaiDb db)
    {
        var actor = http.Actor();
        if (await NumberAsync(http, db) is { } number)
        {
            return PageAnswers.SeeOther($"/desk/tickets/{number}");
        }
        if (http.Request.Query["requesterName"].ToString() is { Length: > 0 } typed && http.Request.Query["requester"].ToString().Length == 0)
        {
            return await ResolveAsync(typed, http, people);
        }
        var model = await queue.AskAsync(http.Request.Query, actor, http.RequestAborted);
        return PageAnswers.Page<QueuePage>(new { Model = model }, model.Errors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Who types a ticket's number into the search wants that ticket.</summary>
    private static async Task<long?> NumberAsync(HttpContext http, FengtaiDb db) =>
        http.Request.Query.Keys.All(k => k == "q") && long.TryParse(http.Request.Query["q"].ToString().Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await db.Set<Ticket>().VisibleTo(http.Actor()).AnyAsync(t => t.Number == number, http.RequestAborted)
            ? number
            : null;

    /// <summary>Without script a name is sent as it was typed: the person whom it means, or a filter that finds nobody and says so.</summary>
    private static async Task<IResult> ResolveAsync(string typed, HttpContext http, People people)
    {
        var found = await people.SearchAsync(typed, 2, http.RequestAborted);
        var address = QueueAddress.Read(http.Request.Query, QueueView.All);
        return PageAnswers.SeeOther(address.And("requester", found is [var one] ? one.Login : typed).Href);
    }
}
