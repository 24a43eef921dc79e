using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets;

/// <summary>Saved views for programs.</summary>
internal static class ViewApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/views").WithTags("views").Requires(TicketPermissions.Staff);
        api.MapGet("", ListAsync).Produces<ViewListAnswer>().WithName("ListViews");
        api.MapPost("", SaveAsync).Idempotent(SavedAgainAsync).Accepts<ViewInput>("application/json").Produces<SavedViewAnswer>(StatusCodes.Status201Created).WithName("SaveView");
        api.MapPatch("/{id:guid}", ChangeAsync).Accepts<ViewInput>("application/json").Produces<SavedViewAnswer>().WithName("ChangeView");
        api.MapDelete("/{id:guid}", DeleteAsync).Produces(StatusCodes.Status204NoContent).WithName("DeleteView");
    }

    private static async Task<IResult> ListAsync(HttpContext http, SavedViews views, QueueCounts counts, Audiences audiences)
    {
        var found = await counts.OfAsync(http.Actor(), http.RequestAborted);
        var answers = new List<SavedViewAnswer>();
        foreach (var view in await views.OfAsync(http.Actor(), http.RequestAborted))
        {
            answers.Add(await SavedViewAnswer.OfAsync(view, audiences, http.RequestAborted) with { Count = found.Saved.GetValueOrDefault(view.Id) });
        }
        return Results.Json(new ViewListAnswer(answers), Json.Options);
    }

    private static async Task<IResult> SaveAsync(HttpContext http, SaveView save, Audiences audiences)
    {
        var input = await ApiBody.ReadAsync<ViewInput>(http);
        if (input.IsRefused)
        {
            return input.Refusals.AsResult(http);
        }
        var saved = await save.RunAsync(input.Value, http.Actor(), http.RequestAborted);
        return saved.IsRefused
            ? saved.Refusals.AsResult(http)
            : Results.Json(await SavedViewAnswer.OfAsync(saved.Value, audiences, http.RequestAborted), Json.Options, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> SavedAgainAsync(HttpContext http, Guid id)
    {
        var views = http.RequestServices.GetRequiredService<SavedViews>();
        return (await views.OfAsync(http.Actor(), http.RequestAborted)).FirstOrDefault(v => v.Id == id) is { } view
            ? Results.Json(await SavedViewAnswer.OfAsync(view, http.RequestServices.GetRequiredService<Audiences>(), http.RequestAborted), Json.Options, statusCode: StatusCodes.Status201Created)
            : new NotFound().AsResult(http);
    }

    private static async Task<IResult> ChangeAsync(Guid id, HttpContext http, ChangeView change, Audiences audiences)
    {
        var input = await ApiBody.ReadAsync<ViewInput>(http);
        if (input.IsRefused)
        {
            return input.Refusals.AsResult(http);
        }
        var changed = await change.RunAsync(id, input.Value, http.Actor(), http.RequestAborted);
        return changed.IsRefused ? changed.Refusals.AsResult(http) : Results.Json(await SavedViewAnswer.OfAsync(changed.Value, audiences, http.RequestAborted), Json.Options);
    }

    private static async Task<IResult> DeleteAsync(Guid id, HttpContext http, DeleteView delete)
    {
        var deleted = await delete.RunAsync(id, http.Actor(), http.RequestAborted);
        return deleted.IsRefused ? deleted.Refusals.AsResult(http) : Results.NoContent();
    }
}

internal sealed record ViewListAnswer(IReadOnlyList<SavedViewAnswer> Items);

/// <param name="View">The built-in view that the filter narrows.</param>
/// <param name="Filter">A query string for <c>GET /api/v1/tickets</c>.</param>
/// <param name="Count">How many tickets are in it for whoever asks; absent where that was not counted.</param>
internal sealed record SavedViewAnswer(Guid Id, string Name, string SharedWith, string View, string Filter, string? Sort, IReadOnlyList<string> Columns, TicketCount? Count = null)
{
    public static async Task<SavedViewAnswer> OfAsync(SavedView view, Audiences audiences, CancellationToken cancellation) => new(
        view.Id,
        view.Name,
        await audiences.WordAsync(view, cancellation),
        Words.Of(view.Base),
        view.Filter,
        view.Sort,
        view.Columns);
}
