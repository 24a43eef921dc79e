using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>Keeping, changing, arranging and deleting views of the queue.</summary>
internal static class ViewRoutes
{
    public const string All = "/desk/views";
    public const string Columns = All + "/columns";
    public const string Order = All + "/order";
    private const string NewPath = All + "/new";

    public static string One(Guid id) => $"{All}/{QueueAddress.KeyOf(id)}";

    public static string Filters(Guid id) => One(id) + "/filters";

    public static string Delete(Guid id) => One(id) + "/delete";

    public static string Restore(Guid id) => One(id) + "/restore";

    public static string ColumnsOf(QueueAddress address) => $"{Columns}?view={address.Key}&return={Uri.EscapeDataString(address.Href)}";

    public static string New(QueueAddress address) => $"{NewPath}?{address.Query}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("").Requires(TicketPermissions.Staff).ExcludeFromDescription();
        desk.MapGet(All, ListAsync);
        desk.MapGet(NewPath, ShowNewAsync);
        desk.MapPost(NewPath, SaveAsync);
        desk.MapGet(Columns, ShowColumnsAsync);
        desk.MapPost(Columns, ChooseColumnsAsync);
        desk.MapPost(Order, OrderAsync);
        desk.MapGet(All + "/{id:guid}", ShowAsync);
        desk.MapPost(All + "/{id:guid}", ChangeAsync);
        desk.MapPost(All + "/{id:guid}/filters", ChangeFiltersAsync);
        desk.MapPost(All + "/{id:guid}/delete", DeleteAsync);
        desk.MapPost(All + "/{id:guid}/restore", RestoreAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, SavedViews views) => PageAnswers.Page<ViewsPage>(new
    {
        Views = (IReadOnlyList<SavedFace>)[.. (await views.OfAsync(http.Actor(), http.RequestAborted)).Select(v => new SavedFace(v.Id, v.Name, Sharing.MayChange(v, http.Actor())))],
    });

    private static async Task<IResult> ShowNewAsync(HttpContext http, QueueAddresses addresses)
    {
        if (await addresses.ReadAsync(http.Request.Query, http.Actor(), http.RequestAborted) is not { } asked)
        {
            return new NotFound().AsResult(http);
        }
        var columns = asked.Saved?.Columns ?? [];
        return await FormAsync(http, null, new ViewInput("", "me", Words.Of(asked.Address.View), asked.Address.FilterText, asked.Address.Sort ?? asked.Saved?.Sort ?? "", columns), []);
    }

    private static async Task<IResult> SaveAsync(IFormCollection form, HttpContext http, SaveView save)
    {
        var input = Read(form, http);
        var saved = input.IsRefused ? Result<SavedView>.Refused(input.Refusals) : await save.RunAsync(input.Value, http.Actor(), http.RequestAborted);
        if (saved.IsRefused)
        {
            return await FormAsync(http, null, input.IsRefused ? new() : input.Value, saved.Refusals);
        }
        http.Say("desk.view.said.saved", saved.Value.Name);
        return PageAnswers.LeaveDrawer(http, QueueAddress.Of(saved.Value.Id).Href);
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpContext http, SavedViews views, Audiences audiences) =>
        await views.FindAsync(id, http.Actor(), http.RequestAborted) is { } view && Sharing.MayChange(view, http.Actor())
            ? await FormAsync(http, view, new ViewInput(view.Name, await audiences.WordAsync(view, http.RequestAborted)), [])
            : new NotFound().AsResult(http);

    private static async Task<IResult> ChangeAsync(Guid id, IFormCollection form, HttpContext http, ChangeView change, SavedViews views)
    {
        var input = Read(form, http);
        var changed = input.IsRefused ? Result<SavedView>.Refused(input.Refusals) : await change.RunAsync(id, input.Value, http.Actor(), http.RequestAborted);
        if (!changed.IsRefused)
        {
            http.Say("desk.view.said.saved", changed.Value.Name);
            return PageAnswers.LeaveDrawer(http, QueueAddress.Of(id).Href);
        }
        return changed.Refusal is not NotFound && await views.FindAsync(id, http.Actor(), http.RequestAborted) is { } view && Sharing.MayChange(view, http.Actor())
            ? await FormAsync(http, view, input.IsRefused ? new() : input.Value, changed.Refusals)
            : changed.Refusals.AsResult(http);
    }

    private static async Task<IResult> ChangeFiltersAsync(Guid id, IFormCollection form, HttpContext http, ChangeView change)
    {
        var given = new ViewInput(View: form["view"], Filter: form["filter"].ToString(), Sort: form["sort"].ToString());
        var changed = await change.RunAsync(id, given, http.Actor(), http.RequestAborted);
        if (changed.IsRefused)
        {
            return changed.Refusals.AsResult(http);
        }
        http.Say("desk.view.said.saved", changed.Value.Name);
        return PageAnswers.SeeOther(QueueAddress.Of(id).Href);
    }

    // the form is taken for its token alone
    private static async Task<IResult> DeleteAsync(Guid id, IFormCollection form, HttpContext http, DeleteView delete)
    {
        var deleted = await delete.RunAsync(id, http.Actor(), http.RequestAborted);
        if (deleted.IsRefused)
        {
            return deleted.Refusals.AsResult(http);
        }
        http.Say(new Flash("desk.view.said.deleted", [deleted.Value.Name], Restore(id)));
        return PageAnswers.LeaveDrawer(http, QueueAddress.Path);
    }

    private static async Task<IResult> RestoreAsync(Guid id, IFormCollection form, HttpContext http, DeleteView delete)
    {
        var restored = await delete.UndoAsync(id, http.Actor(), http.RequestAborted);
        if (restored.IsRefused)
        {
            return restored.Refusals.AsResult(http);
        }
        http.Say("desk.view.said.restored", restored.Value.Name);
        return PageAnswers.SeeOther(QueueAddress.Of(id).Href);
    }

    private static async Task<IResult> ShowColumnsAsync(HttpContext http, SavedViews views)
    {
        var (key, back) = (http.Request.Query["view"].ToString(), http.Request.Query["return"].ToString());
        return await ViewAsync(key, http, views) is var (view, saved)
            ? PageAnswers.Page<ColumnsPage>(new { View = key, Return = PageAnswers.IsOwn(back) ? back : QueueAddress.Path, Columns = await views.ColumnsAsync(view, saved, http.Actor(), http.RequestAborted) })
            : new NotFound().AsResult(http);
    }

    private static async Task<IResult> ChooseColumnsAsync(IFormCollection form, HttpContext http, ArrangeViews arrange, SavedViews views)
    {
        if (await ViewAsync(form["view"].ToString(), http, views) is not var (view, saved))
        {
            return new NotFound().AsResult(http);
        }
        var columns = form.ContainsKey("usual") ? [] : QueueColumns.Read(form["columns"]);
        var chosen = await arrange.ChooseColumnsAsync(view, saved, columns, http.Actor(), http.RequestAborted);
        return chosen.IsRefused ? chosen.Refusals.AsResult(http) : PageAnswers.CloseDrawer(http, form["return"].ToString());
    }

    /// <summary>What columns are kept under: a built-in view, or a saved one that this person sees.</summary>
    private static async Task<(QueueView View, SavedView? Saved)?> ViewAsync(string key, HttpContext http, SavedViews views)
    {
        var saved = Guid.TryParse(key, out var id) ? await views.FindAsync(id, http.Actor(), http.RequestAborted) : null;
        return saved is not null ? (saved.Base, saved) : Words.TryParse<QueueView>(key, out var view) ? (view, null) : null;
    }

    private static async Task<IResult> OrderAsync(IFormCollection form, HttpContext http, ArrangeViews arrange)
    {
        await arrange.OrderAsync([.. form["views"].Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty)], http.Actor(), http.RequestAborted);
        return PageAnswers.CloseDrawer(http, QueueAddress.Path);
    }

    private static Result<ViewInput> Read(IFormCollection form, HttpContext http) => FormBody.Read<ViewInput>(form, http.Actor().Zone);

    private static async Task<IResult> FormAsync(HttpContext http, SavedView? view, ViewInput input, IReadOnlyList<Refusal> refusals)
    {
        var (actor, texts) = (http.Actor(), http.RequestServices.GetRequiredService<IStringLocalizer>());
        var sharing = await http.RequestServices.GetRequiredService<Audiences>()
            .OptionsAsync(view, TicketPermissions.ShareViews, team => Task.FromResult(ViewInputs.WithTeam(team.Id, actor) is null), actor, http.RequestAborted);
        var form = new ViewForm
        {
            Id = view?.Id,
            Action = view is null ? NewPath : One(view.Id),
            Name = input.Name,
            SharedWith = input.SharedWith,
            Sharing = sharing,
            Hidden = view is not null ? [] : [new("view", input.View ?? ""), new("filter", input.Filter ?? ""), new("sort", input.Sort ?? ""), .. (input.Columns ?? []).Select(c => KeyValuePair.Create("columns", c))],
            Errors = refusals.Count > 0 ? FormErrors.From(refusals, texts, "desk.view.field") : null,
        };
        return PageAnswers.Page<ViewPage>(new { Form = form }, refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

/// <summary>The form of a saved view.</summary>
public sealed record ViewForm
{
    /// <summary>Null: it is about to be made.</summary>
    public Guid? Id { get; init; }

    public string Action { get; init; } = "";

    public string? Name { get; init; }

    public string? SharedWith { get; init; }

    public IReadOnlyList<Option> Sharing { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Hidden { get; init; } = [];

    public FormErrors? Errors { get; init; }
}
