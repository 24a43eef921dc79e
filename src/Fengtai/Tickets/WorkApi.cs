using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Checklists;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Timesheets;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

/// <summary>The tasks of a ticket and what the work on it took, for programs. The acts map themselves.</summary>
internal static class WorkApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/tickets/{number:long}").WithTags("tickets").Requires(TicketPermissions.Staff);
        api.MapGet("/tasks", ListTasksAsync).Produces<TaskListAnswer>().WithName("ListTasks");
        api.MapGet("/time", ListTimeAsync).Produces<TimeListAnswer>().WithName("ListTime");
    }

    private static async Task<IResult> ListTasksAsync(long number, HttpContext http, FengtaiDb db, TaskList tasks) =>
        await ForStaffAsync(number, http, db) is { } ticket
            ? Results.Json(TaskListAnswer.Of(ticket, await tasks.OfAsync(ticket, http.RequestAborted)), Json.Options)
            : new NotFound().AsResult(http);

    private static async Task<IResult> ListTimeAsync(long number, HttpContext http, FengtaiDb db, TimeEntries entries) =>
        await ForStaffAsync(number, http, db) is { } ticket
            ? Results.Json(TimeListAnswer.Of(ticket, await entries.OfAsync(ticket, http.RequestAborted)), Json.Options)
            : new NotFound().AsResult(http);

    private static async Task<Ticket?> ForStaffAsync(long number, HttpContext http, FengtaiDb db) =>
        await db.Set<Ticket>().AsNoTracking().VisibleTo(http.Actor()).SingleOrDefaultAsync(t => t.Number == number, http.RequestAborted) is { } ticket
            && Standing.Of(http.Actor(), ticket).SeesInternals ? ticket : null;
}

internal sealed record TaskListAnswer(IReadOnlyList<TaskView> Items, int Done, int All, int RequiredOpen)
{
    public static TaskListAnswer Of(Ticket ticket, IReadOnlyList<TaskCard> tasks) =>
        new([.. tasks.Select(t => new TaskView(t.Id, t.Title, t.Assignee?.Login, t.Due, t.IsRequired, t.IsDone, t.DoneAt, t.DoneBy?.Login))], ticket.TasksDone, ticket.TaskCount, ticket.RequiredTasksOpen);
}

/// <param name="Assignee">A login, as is <paramref name="DoneBy"/>.</param>
internal sealed record TaskView(Guid Id, string Title, string? Assignee, DateOnly? Due, bool Required, bool Done, DateTimeOffset? DoneAt, string? DoneBy);

internal sealed record TimeListAnswer(IReadOnlyList<TimeView> Items, int Minutes)
{
    public static TimeListAnswer Of(Ticket ticket, IReadOnlyList<TimeCard> entries) =>
        new([.. entries.Select(e => new TimeView(e.Id, e.Person?.Login, e.Time.Minutes, e.Time.Day, e.Time.Work, e.Time.Note))], ticket.MinutesSpent);
}

internal sealed record TimeView(Guid Id, string? Person, int Minutes, DateOnly Day, WorkKind Work, string? Note);
