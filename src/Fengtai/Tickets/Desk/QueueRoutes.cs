using System.Globalization;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Desk;

/// <summary>The queue.</summary>
internal static class QueueRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(QueueAddress.Path, ShowAsync).Requires(TicketPermissions.Staff).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(HttpContext http, Queue queue, FilterForm form, FengtaiDb db)
    {
        if (await NumberAsync(http, db) is { } number)
        {
            return PageAnswers.SeeOther($"/desk/tickets/{number}");
        }
        List<KeyValuePair<string, string>> given = [.. TicketFilters.Parameters(http.Request.Query)];
        if (await form.ReadAsync(given, http.RequestAborted) is { } meant)
        {
            var others = meant.Where(p => FilterTerm.FieldOf(p.Key) is null && p.Value.Length > 0);
            return PageAnswers.SeeOther($"{QueueAddress.Path}?{FilterTexts.Write(others.Concat(FilterTerm.Read(meant).SelectMany(t => t.Parameters)))}");
        }
        var model = await queue.AskAsync(http.Request.Query, http.Actor(), http.RequestAborted);
        return model is null
            ? new NotFound().AsResult(http)
            : PageAnswers.Page<QueuePage>(new { Model = model }, model.Errors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Who types a ticket's number into the search wants that ticket.</summary>
    private static async Task<long?> NumberAsync(HttpContext http, FengtaiDb db) =>
        http.Request.Query.Keys.All(k => k == "q") && long.TryParse(http.Request.Query["q"].ToString().Trim().TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await db.Set<Ticket>().VisibleTo(http.Actor()).AnyAsync(t => t.Number == number, http.RequestAborted)
            ? number
            : null;
}
