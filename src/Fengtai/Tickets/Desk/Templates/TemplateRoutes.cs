using System.Globalization;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Templates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk.Templates;

/// <summary>The pages on which templates are kept, and the menu that a text offers them in.</summary>
internal static class TemplateRoutes
{
    public const string All = "/desk/templates";
    public const string New = All + "/new";
    private const int MostInMenu = 50;

    public static string One(Guid id) => $"{All}/{id:n}";

    public static string Delete(Guid id) => One(id) + "/delete";

    /// <summary>What the menu of a text on this ticket asks.</summary>
    public static string Menu(Ticket ticket) => $"/desk/tickets/{ticket.Number.ToString(CultureInfo.InvariantCulture)}/templates";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var desk = routes.MapGroup("").Requires(TicketPermissions.Staff).ExcludeFromDescription();
        desk.MapGet(All, ListAsync);
        desk.MapGet(New, ShowNewAsync);
        desk.MapPost(New, SaveAsync);
        desk.MapGet(All + "/{id:guid}", ShowAsync);
        desk.MapPost(All + "/{id:guid}", ChangeAsync);
        desk.MapPost(All + "/{id:guid}/delete", DeleteAsync);
        desk.MapPost(All + "/{id:guid}/restore", RestoreAsync);
        // a PUT, which no page of another origin can make a browser send
        desk.MapPut(All + "/{id:guid}/used", UsedAsync);
        desk.MapGet("/desk/tickets/{number:long}/templates", MenuAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, TemplateFaces faces, string? q) =>
        PageAnswers.Page<TemplatesPage>(new { Templates = await faces.OfAsync(q ?? "", null, http.Actor(), http.RequestAborted), Words = q ?? "" });

    private static async Task<IResult> ShowNewAsync(HttpContext http, TeamLeads leads) => await FormAsync(http, leads, null, new("", "", "me"), []);

    private static async Task<IResult> SaveAsync(IFormCollection form, HttpContext http, SaveTemplate save, TeamLeads leads)
    {
        var input = FormBody.Read<TemplateInput>(form, http.Actor().Zone);
        var saved = input.IsRefused ? Result<Template>.Refused(input.Refusals) : await save.RunAsync(input.Value, http.Actor(), http.RequestAborted);
        if (saved.IsRefused)
        {
            return await FormAsync(http, leads, null, input.IsRefused ? new() : input.Value, saved.Refusals);
        }
        http.Say("desk.template.said.saved", saved.Value.Name);
        return PageAnswers.LeaveDrawer(http, All);
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpContext http, OwnKept<Template> templates, TemplateFaces faces, Audiences audiences, TeamLeads leads)
    {
        if (await templates.FindAsync(id, http.Actor(), http.RequestAborted) is not { } template)
        {
            return new NotFound().AsResult(http);
        }
        return Sharing.MayChange(template, http.Actor())
            ? await FormAsync(http, leads, template, new(template.Name, template.Body, await audiences.WordAsync(template, http.RequestAborted)), [])
            : PageAnswers.Page<TemplateReadPage>(new { Template = await faces.OfAsync(template, http.RequestAborted) });
    }

    private static async Task<IResult> ChangeAsync(Guid id, IFormCollection form, HttpContext http, ChangeTemplate change, OwnKept<Template> templates, TeamLeads leads)
    {
        var input = FormBody.Read<TemplateInput>(form, http.Actor().Zone);
        var version = uint.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : (uint?)null;
        var changed = input.IsRefused ? Result<Template>.Refused(input.Refusals) : await change.RunAsync(id, version, input.Value, http.Actor(), http.RequestAborted);
        if (!changed.IsRefused)
        {
            http.Say("desk.template.said.saved", changed.Value.Name);
            return PageAnswers.LeaveDrawer(http, All);
        }
        return await templates.FindAsync(id, http.Actor(), http.RequestAborted) is { } template && Sharing.MayChange(template, http.Actor())
            ? await FormAsync(http, leads, template, input.IsRefused ? new() : input.Value, changed.Refusals)
            : changed.Refusals.AsResult(http);
    }

    // the form is taken for its token alone
    private static async Task<IResult> DeleteAsync(Guid id, IFormCollection form, HttpContext http, DeleteTemplate delete)
    {
        var deleted = await delete.RunAsync(id, http.Actor(), http.RequestAborted);
        if (deleted.IsRefused)
        {
            return deleted.Refusals.AsResult(http);
        }
        http.Say(new Flash("desk.template.said.deleted", [deleted.Value.Name], One(id) + "/restore"));
        return PageAnswers.LeaveDrawer(http, All);
    }

    private static async Task<IResult> RestoreAsync(Guid id, IFormCollection form, HttpContext http, DeleteTemplate delete)
    {
        var restored = await delete.UndoAsync(id, http.Actor(), http.RequestAborted);
        if (restored.IsRefused)
        {
            return restored.Refusals.AsResult(http);
        }
        http.Say("desk.template.said.restored", restored.Value.Name);
        return PageAnswers.SeeOther(All);
    }

    private static async Task<IResult> UsedAsync(Guid id, HttpContext http, OwnKept<Template> templates, LastUsed used)
    {
        if (await templates.FindAsync(id, http.Actor(), http.RequestAborted) is null)
        {
            return new NotFound().AsResult(http);
        }
        await used.RememberAsync(id, http.Actor(), http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> MenuAsync(long number, string? q, HttpContext http, TicketDossiers dossiers, TemplateFaces faces)
    {
        if (await dossiers.FindAsync(number, http.Actor(), http.RequestAborted) is not { } ticket || !Standing.Of(http.Actor(), ticket).SeesInternals)
        {
            return new NotFound().AsResult(http);
        }
        var found = await faces.OfAsync(q ?? "", ticket, http.Actor(), http.RequestAborted);
        return PageAnswers.Page<TemplateOptions>(new { Templates = (IReadOnlyList<TemplateFace>)[.. found.Take(MostInMenu)], IsNarrowed = !string.IsNullOrWhiteSpace(q) });
    }

    private static async Task<IResult> FormAsync(HttpContext http, TeamLeads leads, Template? template, TemplateInput input, IReadOnlyList<Refusal> refusals)
    {
        var (actor, texts) = (http.Actor(), http.RequestServices.GetRequiredService<IStringLocalizer>());
        var form = new TemplateForm
        {
            Id = template?.Id,
            Action = template is null ? New : One(template.Id),
            Version = template?.Version,
            Name = input.Name,
            Text = input.Text,
            SharedWith = input.SharedWith,
            Sharing = await http.RequestServices.GetRequiredService<Audiences>()
                .OptionsAsync(template, TicketPermissions.ShareTemplates, team => leads.LeadsAsync(team, actor, http.RequestAborted), actor, http.RequestAborted),
            Errors = refusals.Count > 0 ? FormErrors.From(refusals, texts, "desk.template.field") : null,
        };
        return PageAnswers.Page<TemplatePage>(new { Form = form }, refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
