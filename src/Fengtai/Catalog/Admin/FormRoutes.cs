using Fengtai.Catalog.Rules;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Fengtai.Catalog.Admin;

/// <summary>The pages for what a category asks.</summary>
internal static class FormRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var form = routes.MapGroup("/admin/catalog/{id:guid}/form").Requires(CatalogPermissions.Administer);
        form.MapGet("", (Guid id, CatalogPages pages, CancellationToken cancellation) => FormAsync(id, pages, [], cancellation));
        form.MapPost("", ChangeAsync);
        // binding the form is what checks its token
        form.MapPost("/start", (Guid id, IFormCollection posted, ChangeForm change, CatalogPages pages, Actor actor, CancellationToken cancellation) =>
            AnswerAsync(id, change.StartAsync(id, actor, cancellation), pages, cancellation));
        form.MapPost("/drop", DropAsync);
        form.MapPost("/restore", (Guid id, IFormCollection posted, ChangeForm change, CatalogPages pages, Actor actor, HttpContext http, CancellationToken cancellation) =>
            AnswerAsync(id, change.RestoreAsync(id, actor, cancellation), pages, cancellation, () => http.Say("catalog.said.restored")));
        form.MapGet("/new", (Guid id, CatalogPages pages, CancellationToken cancellation) => FieldAsync(id, null, pages, cancellation));
        form.MapPost("/new", (Guid id, IFormCollection posted, ChangeForm change, CatalogPages pages, Actor actor, HttpContext http, CancellationToken cancellation) =>
            SaveAsync(id, null, posted, change, pages, actor, http, cancellation));
        form.MapGet("/{key}", (Guid id, string key, CatalogPages pages, CancellationToken cancellation) => FieldAsync(id, key, pages, cancellation));
        form.MapPost("/{key}", (Guid id, string key, IFormCollection posted, ChangeForm change, CatalogPages pages, Actor actor, HttpContext http, CancellationToken cancellation) =>
            SaveAsync(id, key, posted, change, pages, actor, http, cancellation));
    }

    private static async Task<IResult> FormAsync(Guid id, CatalogPages pages, IReadOnlyList<Refusal> refusals, CancellationToken cancellation) =>
        await pages.ModelAsync(id, cancellation) is { } model
            ? PageAnswers.Page<FormPage>(new { Model = model, Errors = pages.Errors(refusals) }, refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : Results.NotFound();

    private static async Task<IResult> FieldAsync(Guid id, string? key, CatalogPages pages, CancellationToken cancellation)
    {
        if (await pages.ModelAsync(id, cancellation) is not { Category.Form: { } form } model || (key is not null && form.Find(key) is null))
        {
            return Results.NotFound();
        }
        var input = key is null ? FieldInput.New : FieldInput.Of(form.Find(key)!);
        return Page(model, form, key, input);
    }

    private static async Task<IResult> ChangeAsync(
        Guid id, [FromForm] string? up, [FromForm] string? down, [FromForm] string? remove, ChangeForm change, CatalogPages pages, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        switch (up, down, remove)
        {
            case ({ Length: > 0 }, _, _):
                return await AnswerAsync(id, change.OrderAsync(id, up, -1, actor, cancellation), pages, cancellation);
            case (_, { Length: > 0 }, _):
                return await AnswerAsync(id, change.OrderAsync(id, down, 1, actor, cancellation), pages, cancellation);
            case (_, _, { Length: > 0 }):
                var removed = change.RemoveAsync(id, remove, actor, cancellation);
                return await AnswerAsync(id, removed, pages, cancellation, () => http.Say(new Flash("catalog.said.removed", [], $"/admin/catalog/{id}/form/restore")));
            default:
                return PageAnswers.SeeOther($"/admin/catalog/{id}/form");
        }
    }

    private static Task<IResult> DropAsync(Guid id, IFormCollection posted, ChangeForm change, CatalogPages pages, Actor actor, HttpContext http, CancellationToken cancellation) =>
        AnswerAsync(
            id,
            change.DropAsync(id, actor, cancellation),
            pages,
            cancellation,
            () => http.Say(new Flash("catalog.said.dropped", [], $"/admin/catalog/{id}/form/restore")));

    private static async Task<IResult> SaveAsync(Guid id, string? key, IFormCollection posted, ChangeForm change, CatalogPages pages, Actor actor, HttpContext http, CancellationToken cancellation)
    {
        if (await pages.ModelAsync(id, cancellation) is not { Category.Form: { } form } model)
        {
            return Results.NotFound();
        }
        var input = FieldInput.From(posted);
        var field = FieldDraft.Read(input, form, key);
        if (!string.IsNullOrEmpty(input.Step))
        {
            return Page(model, form, key, input.AfterStep(), [], field.IsRefused ? null : field.Value, status: StatusCodes.Status422UnprocessableEntity);
        }
        var result = field.IsRefused ? Result<Done>.Refused(field.Refusals)
            : key is null ? await change.AddAsync(id, field.Value, actor, cancellation)
            : await change.EditAsync(id, field.Value, input.BasedOn, actor, cancellation);
        if (!result.IsRefused)
        {
            http.Say("catalog.said.saved");
            return PageAnswers.CloseDrawer(http, $"/admin/catalog/{id}/form");
        }
        if (result.Refusal is NotFound)
        {
            return Results.NotFound();
        }
        // the page is based on what is stored now: who sends it again has seen what changed
        var stored = key is null ? null : form.Find(key);
        input = input.WithSpareRows() with { BasedOn = stored is null ? null : Fingerprint.Of(stored) };
        return Page(model, form, key, input, result.Refusals, null, stored, StatusCodes.Status422UnprocessableEntity, pages);
    }

    private static IResult Page(
        CategoryModel model, FormDefinition form, string? key, FieldInput input, IReadOnlyList<Refusal>? refusals = null, FormField? shown = null, FormField? stored = null, int status = StatusCodes.Status200OK, CatalogPages? pages = null)
    {
        var isStale = refusals is [ChangedMeanwhile, ..];
        var page = new
        {
            Path = $"/admin/catalog/{model.Category.Id}/form",
            Input = input,
            Key = key,
            Before = FormRules.Before(form, key).ToList(),
            Errors = refusals is { Count: > 0 } && !(isStale && stored is not null) ? pages?.Errors(refusals, "catalog.question") : null,
            Stored = isStale ? stored : null,
            Preview = shown is null ? null : FormDefinition.Empty with { Fields = [shown with { When = null }] },
        };
        return PageAnswers.Page<FieldPage>(page, status);
    }

    private static async Task<IResult> AnswerAsync(Guid id, Task<Result<Done>> change, CatalogPages pages, CancellationToken cancellation, Action? done = null)
    {
        var result = await change;
        if (result.IsRefused)
        {
            return result.Refusal is NotFound ? Results.NotFound() : await FormAsync(id, pages, result.Refusals, cancellation);
        }
        done?.Invoke();
        return PageAnswers.SeeOther($"/admin/catalog/{id}/form");
    }
}
