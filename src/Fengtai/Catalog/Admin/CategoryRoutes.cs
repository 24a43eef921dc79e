using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Fengtai.Catalog.Admin;

/// <summary>The pages for adding, editing, moving, ordering and deactivating categories.</summary>
internal static class CategoryRoutes
{
    private const string Home = "/admin/catalog";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup(Home).Requires(CatalogPermissions.Administer);
        admin.MapGet("", (CatalogPages pages, CancellationToken cancellation) => pages.CatalogueAsync(cancellation));
        admin.MapGet("/new", (CatalogPages pages, string? parent, CancellationToken cancellation) => pages.NewAsync(new() { Parent = parent }, null, cancellation));
        admin.MapPost("/new", AddAsync);
        admin.MapPost("/order", OrderAsync);
        admin.MapGet("/{id:guid}", (Guid id, CatalogPages pages, CancellationToken cancellation) => pages.CategoryAsync(id, cancellation));
        admin.MapPost("/{id:guid}", EditAsync);
        admin.MapPost("/{id:guid}/move", MoveAsync);
        // binding the form is what checks its token
        admin.MapPost("/{id:guid}/activate", (Guid id, IFormCollection form, ActivateCategory activate, Actor actor, HttpContext http, CancellationToken cancellation) => ActivateAsync(id, true, activate, actor, http, cancellation));
        admin.MapPost("/{id:guid}/deactivate", (Guid id, IFormCollection form, ActivateCategory activate, Actor actor, HttpContext http, CancellationToken cancellation) => ActivateAsync(id, false, activate, actor, http, cancellation));
    }

    private static async Task<IResult> AddAsync([FromForm] CategoryInput input, AddCategory add, Teams teams, CatalogPages pages, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        var details = await DetailsAsync(input, teams, cancellation);
        Result<Guid?> parent = input.Parent switch
        {
            null or "" => (Guid?)null,
            var text => Guid.TryParse(text, out var id) ? (Guid?)id : new UnknownValue("parent", text),
        };
        var added = details.IsRefused || parent.IsRefused
            ? Result<Category>.Refused([.. details.Refusals, .. parent.Refusals])
            : await add.RunAsync(parent.Value, details.Value, actor, cancellation);
        if (added.IsRefused)
        {
            return await pages.NewAsync(input, pages.Errors(added.Refusals), cancellation);
        }
        http.Say("catalog.said.added", added.Value.Title.ToString());
        return PageAnswers.SeeOther($"{Home}/{added.Value.Id}/form");
    }

    private static async Task<IResult> EditAsync(Guid id, [FromForm] CategoryInput input, EditCategory edit, Teams teams, CatalogPages pages, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        var details = await DetailsAsync(input, teams, cancellation);
        var result = details.IsRefused
            ? Result<Done>.Refused(details.Refusals)
            : await edit.RunAsync(id, details.Value, input.BasedOn, actor, cancellation);
        if (result.IsRefused)
        {
            return result.Refusal is ChangedMeanwhile
                ? await pages.CategoryAsync(id, cancellation, input, isStale: true)
                : await pages.CategoryAsync(id, cancellation, input, pages.Errors(result.Refusals));
        }
        http.Say("catalog.said.saved");
        return PageAnswers.SeeOther($"{Home}/{id}");
    }

    private static async Task<IResult> MoveAsync(Guid id, [FromForm] string? parent, [FromForm] string? from, MoveCategory move, CatalogPages pages, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        var target = Guid.TryParse(parent, out var wanted) ? wanted : (Guid?)null;
        var result = string.IsNullOrEmpty(parent) || target is not null
            ? await move.RunAsync(id, target, Guid.TryParse(from, out var before) ? before : null, actor, cancellation)
            : new UnknownValue("parent", parent);
        if (result.IsRefused)
        {
            return await pages.CategoryAsync(id, cancellation, moveErrors: pages.Errors(result.Refusals));
        }
        http.Say("catalog.said.moved");
        return PageAnswers.SeeOther($"{Home}/{id}");
    }

    private static async Task<IResult> OrderAsync([FromForm] string? up, [FromForm] string? down, OrderCategory order, Actor actor, CancellationToken cancellation)
    {
        // a place that changed meanwhile is seen on the page that follows
        if (Guid.TryParse(up ?? down, out var id))
        {
            await order.RunAsync(id, up is null ? 1 : -1, actor, cancellation);
        }
        return PageAnswers.SeeOther(Home);
    }

    private static async Task<IResult> ActivateAsync(Guid id, bool active, ActivateCategory activate, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        var result = await activate.RunAsync(id, active, actor, cancellation);
        if (result.Refusal is NotFound)
        {
            return Results.NotFound();
        }
        http.Say(result.IsRefused ? new Flash("refusal.changedMeanwhile", [])
            : active ? new Flash("catalog.said.activated", [], $"{Home}/{id}/deactivate")
            : new Flash("catalog.said.deactivated", [], $"{Home}/{id}/activate"));
        return PageAnswers.SeeOther($"{Home}/{id}");
    }

    private static async Task<Result<CategoryDetails>> DetailsAsync(CategoryInput input, Teams teams, CancellationToken cancellation)
    {
        var team = string.IsNullOrEmpty(input.Team) ? null : await teams.ByCodeAsync(input.Team, cancellation);
        var details = CategoryDetails.Read(input, team?.Id);
        return string.IsNullOrEmpty(input.Team) || team is not null
            ? details
            : Result<CategoryDetails>.Refused([.. details.Refusals, new UnknownValue("team", input.Team)]);
    }
}
