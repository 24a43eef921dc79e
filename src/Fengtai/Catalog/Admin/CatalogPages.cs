using Fengtai.Catalog.Rules;
using Fengtai.Identity;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace Fengtai.Catalog.Admin;

/// <summary>Puts together what the administration pages of the catalogue show.</summary>
internal sealed class CatalogPages(Categories categories, Teams teams, CatalogHistory history, IStringLocalizer texts)
{
    public async Task<IResult> CatalogueAsync(CancellationToken cancellation) =>
        PageAnswers.Page<CataloguePage>(new { Tree = await categories.TreeAsync(cancellation), Teams = await TeamNamesAsync(cancellation) });

    public async Task<IResult> NewAsync(CategoryInput input, FormErrors? errors, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        var parent = Guid.TryParse(input.Parent, out var id) ? tree.Find(id) : null;
        var parents = CategoryModel.ParentsIn(tree).Where(o => tree.DepthOf(tree.Find(Guid.Parse(o.Value))!) < Placement.DepthLimit);
        var page = new { Input = input, Errors = errors, Parents = parents.ToList(), Teams = await TeamOptionsAsync(cancellation), FromAbove = await FromAboveAsync(tree, parent, cancellation) };
        return PageAnswers.Page<NewCategoryPage>(page, StatusOf(errors));
    }

    /// <summary>The page of a category; <paramref name="input"/> as it was typed where it comes back.</summary>
    public async Task<IResult> CategoryAsync(Guid id, CancellationToken cancellation, CategoryInput? input = null, FormErrors? errors = null, FormErrors? moveErrors = null, bool isStale = false)
    {
        if (await ModelAsync(id, cancellation) is not { } model)
        {
            return Results.NotFound();
        }
        var stored = CategoryInput.Of(model.Category, await TeamCodeAsync(model.Category.DefaultTeamId, cancellation));
        var (shown, typed) = (ShownValues.Read(input?.Shown), (input ?? stored).Values());
        var page = new
        {
            Model = model,
            Stored = ShownValues.Write(stored.Values()),
            Input = isStale ? CategoryInput.From(ThreeWay.Merged(shown, stored.Values(), typed)) : input ?? stored,
            Errors = errors,
            MoveErrors = moveErrors,
            Differences = isStale ? ThreeWay.Changes(shown, stored.Values(), typed).Select(c => new Difference(texts[$"catalog.{c.Name}"], c.Was, c.Now, c.Typed)).ToList() : null,
        };
        return PageAnswers.Page<CategoryPage>(page, isStale ? StatusCodes.Status422UnprocessableEntity : StatusOf(errors ?? moveErrors));
    }

    public async Task<CategoryModel?> ModelAsync(Guid id, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        return tree.Find(id) is { } category
            ? new(category, tree, await TeamOptionsAsync(cancellation), await FromAboveAsync(tree, tree.Find(category.ParentId), cancellation), await history.AskAsync(id, cancellation))
            : null;
    }

    /// <param name="labels">Where the names of the form's fields are.</param>
    public FormErrors? Errors(IReadOnlyList<Refusal> refusals, string labels = "catalog") => refusals.Count == 0 ? null : FormErrors.From(refusals, texts, labels);

    private static int StatusOf(FormErrors? errors) => errors is { Any: true } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;

    private async Task<FromAbove> FromAboveAsync(CategoryTree tree, Category? parent, CancellationToken cancellation) => parent is null
        ? new(null, null, null)
        : new(tree.TeamOf(parent) is { } team ? (await TeamNamesAsync(cancellation)).GetValueOrDefault(team) : null, tree.TypeOf(parent), tree.PaperModuleOf(parent), HasParent: true);

    private async Task<IReadOnlyDictionary<Guid, string>> TeamNamesAsync(CancellationToken cancellation) =>
        (await teams.AllAsync(cancellation)).ToDictionary(t => t.Id, t => new Wording(t.Name, t.NameEn).ToString());

    private async Task<IReadOnlyList<Option>> TeamOptionsAsync(CancellationToken cancellation) =>
        [.. (await teams.AllAsync(cancellation)).Select(t => new Option(t.Code, new Wording(t.Name, t.NameEn).ToString()))];

    private async Task<string?> TeamCodeAsync(Guid? team, CancellationToken cancellation) =>
        team is { } id ? (await teams.FindAsync(id, cancellation))?.Code : null;
}
