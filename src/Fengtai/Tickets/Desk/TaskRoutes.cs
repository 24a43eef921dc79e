using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Checklists;
using Fengtai.Tickets.Timesheets;

namespace Fengtai.Tickets.Desk;

/// <summary>The drawers of a ticket's tasks and of time entered: the whole list, one task, one entry.</summary>
internal static class TaskRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("/desk/tickets/{number:long}").Requires(TicketPermissions.Staff).ExcludeFromDescription();
        desk.MapGet("/tasks", (long number, HttpContext http, TicketDossiers dossiers) =>
            ShowAsync(number, http, dossiers, d => d.Tasks.Count > 0 ? PageAnswers.Page<TasksPage>(new { Dossier = d }) : null));
        desk.MapGet("/tasks/{id:guid}", (long number, Guid id, HttpContext http, TicketDossiers dossiers) =>
            ShowAsync(number, http, dossiers, d => Form(id, d, Given.Nothing)));
        desk.MapGet("/time/{id:guid}", (long number, Guid id, HttpContext http, TicketDossiers dossiers) =>
            ShowAsync(number, http, dossiers, d => TimeForm(id, d, Given.Nothing)));
    }

    /// <summary>The form in which an act was refused, where that was a drawer's; null for others.</summary>
    public static IResult? FormOf(RefusedAct refused, TicketDossier dossier, Given given) => refused.Act switch
    {
        _ when refused.Act == ChangeTask.Name && Guid.TryParse(refused.Typed["task"], out var task) => Form(task, dossier, given),
        _ when refused.Act == ChangeTime.Name && Guid.TryParse(refused.Typed["entry"], out var entry) => TimeForm(entry, dossier, given),
        _ => null,
    };

    private static async Task<IResult> ShowAsync(long number, HttpContext http, TicketDossiers dossiers, Func<TicketDossier, IResult?> page)
    {
        if (await dossiers.FindAsync(number, http.Actor(), http.RequestAborted) is not { } ticket || !Rules.Standing.Of(http.Actor(), ticket).SeesInternals)
        {
            return new NotFound().AsResult(http);
        }
        var dossier = await dossiers.OfAsync(ticket, http.Actor(), http.RequestAborted);
        return page(dossier) ?? Results.Redirect(dossier.Address);
    }

    private static IResult? Form(Guid id, TicketDossier dossier, Given given) =>
        dossier.MayChangeTasks && dossier.Tasks.FirstOrDefault(t => t.Id == id) is { } task
            ? PageAnswers.Page<TaskPage>(new { Dossier = dossier, Task = task, Given = given }, Status(given))
            : null;

    private static IResult? TimeForm(Guid id, TicketDossier dossier, Given given) =>
        dossier.Time.FirstOrDefault(t => t.Id == id) is { } entry ? PageAnswers.Page<TimePage>(new { Dossier = dossier, Entry = entry, Given = given }, Status(given)) : null;

    private static int Status(Given given) => given.Errors.Any ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
}
