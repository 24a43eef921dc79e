using Fengtai.Notifications;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Desk;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Portal;

/// <summary>The page of one request, its service report, and what is shown right after it was sent.</summary>
internal static class RequestPages
{
    /// <summary>Where the labels of the forms' fields are, for sentences about them.</summary>
    public const string Labels = "portal.field";

    public static void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("/requests/{number:long}", ShowAsync);
        portal.MapGet("/requests/{number:long}/seen", LookAsync);
        portal.MapGet("/requests/{number:long}/sent", SentAsync);
        portal.MapGet("/requests/{number:long}/report", ReportAsync);
    }

    private static async Task<IResult> ShowAsync(long number, HttpContext http, RequestDetails details, ReadNotices notices, PageContext page)
    {
        if (await details.OfAsync(number, http.Actor(), http.RequestAborted) is not { } model)
        {
            return new NotFound().AsResult(http);
        }
        if (!IsTheirs(model, http.Actor()))
        {
            return PageAnswers.SeeOther($"/desk/tickets/{number}");
        }
        if (!page.IsAhead)
        {
            await notices.AboutAsync(model.Ticket.Pages(), http.Actor(), http.RequestAborted);
        }
        return PageAnswers.Page<RequestPage>(new { Model = model });
    }

    /// <summary>Asked by a page that was fetched ahead, once it is really shown.</summary>
    private static async Task<IResult> LookAsync(long number, HttpContext http, RequestDetails details, ReadNotices notices)
    {
        if (await details.OfAsync(number, http.Actor(), http.RequestAborted) is not { } model || !IsTheirs(model, http.Actor()))
        {
            return new NotFound().AsResult(http);
        }
        await notices.AboutAsync(model.Ticket.Pages(), http.Actor(), http.RequestAborted);
        return PageAnswers.Page<SeenFrame>();
    }

    private static async Task<IResult> SentAsync(long number, HttpContext http, RequestDetails details) =>
        await details.OfAsync(number, http.Actor(), http.RequestAborted) is { } model && IsTheirs(model, http.Actor())
            ? PageAnswers.Page<SentPage>(new { Model = model })
            : new NotFound().AsResult(http);

    private static async Task<IResult> ReportAsync(long number, HttpContext http, RequestDetails details) =>
        await details.OfAsync(number, http.Actor(), http.RequestAborted) is { Ticket.Status: TicketStatus.Closed, IsFollowed: false } model
            ? PageAnswers.Page<ServiceReportPage>(new { Model = model, ForStaff = !IsTheirs(model, http.Actor()) })
            : new NotFound().AsResult(http);

    /// <summary>The page again, with what was refused open and everything typed kept.</summary>
    public static async Task<IResult> ShowRefusedAsync(HttpContext http, long number, RefusedAct refused)
    {
        var model = await http.RequestServices.GetRequiredService<RequestDetails>().OfAsync(number, http.Actor(), http.RequestAborted);
        if (model is null || !IsTheirs(model, http.Actor()))
        {
            return refused.Refusals.AsResult(http);
        }
        var texts = http.RequestServices.GetRequiredService<IStringLocalizer>();
        var form = new RefusedForm(
            refused.Act,
            FormErrors.From(refused.Refusals, texts, Labels),
            refused.Typed.ToDictionary(f => f.Key, f => f.Value.OfType<string>().ToArray(), StringComparer.OrdinalIgnoreCase),
            [.. refused.Files.Select(f => new KeptUpload(f.Id, f.Name))]);
        return PageAnswers.Page<RequestPage>(new { Model = model with { Refused = form } }, StatusCodes.Status422UnprocessableEntity);
    }

    private static bool IsTheirs(RequestModel model, Actor actor) => Standing.Of(actor, model.Ticket) is { IsUserSide: true } or { IsFollower: true };
}
