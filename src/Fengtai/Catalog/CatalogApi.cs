using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Fengtai.Catalog;

/// <summary>The catalogue for programs: what can be requested, what is asked then, and how priorities are made.</summary>
internal static class CatalogApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").WithTags("catalog").SignedIn();
        api.MapGet("/categories", CategoriesAsync).Produces<IReadOnlyList<CategoryView>>().WithName("ListCategories")
            .WithSummary("The tree of categories with the questions of each; all=true adds those that are no longer offered (administrators).");
        api.MapGet("/priority-matrix", MatrixAsync).Produces<PriorityMatrixView>().WithName("FindPriorityMatrix")
            .WithSummary("Which priority an impact and an urgency make, and what the levels mean.");
    }

    private static async Task<IResult> CategoriesAsync(HttpContext http, Actor actor, Categories categories, Teams teams, string? all, CancellationToken cancellation)
    {
        if (all is not (null or "" or "true" or "false"))
        {
            return new UnknownValue("all", all).AsResult(http);
        }
        if (all is "true" && !actor.May(CatalogPermissions.Administer))
        {
            return new NotAllowed(CatalogPermissions.Administer.Name).AsResult(http);
        }
        var tree = all is "true" ? await categories.TreeAsync(cancellation) : await categories.OfferedAsync(cancellation);
        var codes = (await teams.AllAsync(cancellation)).ToDictionary(t => t.Id, t => t.Code);
        return Results.Json(tree.Roots.Select(View).ToList(), Json.Options);

        CategoryView View(Category c) => new(
            c.Code,
            c.Name,
            c.NameEn,
            c.Icon,
            c.Hint,
            c.HintEn,
            c.Keywords,
            tree.TeamOf(c) is { } team ? codes.GetValueOrDefault(team) : null,
            tree.TypeOf(c),
            tree.IsOffered(c),
            tree.FormOf(c).Fields,
            [.. tree.ChildrenOf(c).Select(View)]);
    }

    private static async Task<IResult> MatrixAsync(HttpContext http, PriorityMatrixQuery query, CancellationToken cancellation)
    {
        var matrix = await query.CurrentAsync(cancellation);
        http.Response.Headers.ETag = Versions.Tag(matrix.Version);
        return Results.Json(new PriorityMatrixView(matrix.Cells, matrix.Impacts, matrix.Urgencies), Json.Options);
    }
}

/// <summary>A category as programs see it.</summary>
/// <param name="Team">Code of the team that its tickets go to; null where the desk decides.</param>
/// <param name="Type">What such requests usually are.</param>
/// <param name="Fields">What is asked: its own form or the one from above.</param>
internal sealed record CategoryView(
    string Code,
    string Name,
    string NameEn,
    string Icon,
    string? Hint,
    string? HintEn,
    IReadOnlyList<string> Keywords,
    string? Team,
    string? Type,
    bool Offered,
    IReadOnlyList<FormField> Fields,
    IReadOnlyList<CategoryView> Categories);

internal sealed record PriorityMatrixView(IReadOnlyList<MatrixCell> Cells, IReadOnlyList<LevelMeaning<Impact>> Impacts, IReadOnlyList<LevelMeaning<Urgency>> Urgencies);
