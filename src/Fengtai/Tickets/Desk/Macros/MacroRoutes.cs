using System.Globalization;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Desk.Templates;
using Fengtai.Tickets.Macros;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Templates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk.Macros;

/// <summary>The pages on which macros are kept.</summary>
internal static class MacroRoutes
{
    public const string All = TemplateRoutes.All + "/macros";
    public const string New = All + "/new";

    /// <summary>Buttons of the form that change its steps and save nothing: <c>add</c>, <c>remove:KEY</c>, <c>up:KEY</c>.</summary>
    public const string StepButton = "do";

    public static string One(Guid id) => $"{All}/{id:n}";

    public static string Delete(Guid id) => One(id) + "/delete";

    /// <summary>The macros that may be run on this ticket.</summary>
    public static string On(Ticket ticket) => $"/desk/tickets/{ticket.Number.ToString(CultureInfo.InvariantCulture)}/macros";

    public static string On(Ticket ticket, Guid id) => $"{On(ticket)}/{id:n}";

    /// <summary>The input for a text of one step, this once.</summary>
    public static string TextName(int step, string member) => string.Create(CultureInfo.InvariantCulture, $"text.{step}.{member}");

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
        MacroRunRoutes.Map(desk);
    }

    private static async Task<IResult> ListAsync(HttpContext http, MacroFaces faces, string? q) =>
        PageAnswers.Page<MacrosPage>(new { Macros = await faces.OfAsync(q ?? "", http.Actor(), http.RequestAborted), Words = q ?? "" });

    private static async Task<IResult> ShowNewAsync(HttpContext http, MacroFaces faces) => await FormAsync(http, faces, null, new("", null, "me"), [], []);

    private static async Task<IResult> SaveAsync(IFormCollection form, HttpContext http, MacroFaces faces, SaveMacro save)
    {
        var shown = MacroFormReading.Shown(form);
        if (form.ContainsKey(StepButton))
        {
            return await FormAsync(http, faces, null, Typed(form), Changed(shown, form), []);
        }
        var steps = MacroFormReading.Read(shown, http.Actor().Zone);
        var saved = steps.IsRefused ? Result<Macro>.Refused(steps.Refusals) : await save.RunAsync(Typed(form) with { Steps = steps.Value }, http.Actor(), http.RequestAborted);
        if (saved.IsRefused)
        {
            return await FormAsync(http, faces, null, Typed(form), shown, saved.Refusals);
        }
        http.Say("desk.macro.said.saved", saved.Value.Name);
        return PageAnswers.SeeOther(All);
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpContext http, MacroFaces faces, OwnKept<Macro> macros, Audiences audiences) =>
        await macros.FindAsync(id, http.Actor(), http.RequestAborted) is { } macro
            ? await FormAsync(http, faces, macro, new(macro.Name, null, await audiences.WordAsync(macro, http.RequestAborted)), MacroFormReading.Shown(macro), [])
            : new NotFound().AsResult(http);

    private static async Task<IResult> ChangeAsync(Guid id, IFormCollection form, HttpContext http, MacroFaces faces, ChangeMacro change, OwnKept<Macro> macros)
    {
        var shown = MacroFormReading.Shown(form);
        var version = uint.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : (uint?)null;
        var changesSteps = form.ContainsKey(StepButton);
        var refusals = new List<Refusal>();
        if (!changesSteps)
        {
            var steps = MacroFormReading.Read(shown, http.Actor().Zone);
            var changed = steps.IsRefused ? Result<Macro>.Refused(steps.Refusals) : await change.RunAsync(id, version, Typed(form) with { Steps = steps.Value }, http.Actor(), http.RequestAborted);
            if (!changed.IsRefused)
            {
                http.Say("desk.macro.said.saved", changed.Value.Name);
                return PageAnswers.SeeOther(All);
            }
            refusals.AddRange(changed.Refusals);
        }
        return await macros.FindAsync(id, http.Actor(), http.RequestAborted) is { } macro && Sharing.MayChange(macro, http.Actor())
            ? await FormAsync(http, faces, macro, Typed(form), changesSteps ? Changed(shown, form) : shown, refusals, version)
            : (refusals.Count > 0 ? refusals : [new NotFound()]).AsResult(http);
    }

    // the form is taken for its token alone
    private static async Task<IResult> DeleteAsync(Guid id, IFormCollection form, HttpContext http, DeleteMacro delete)
    {
        var deleted = await delete.RunAsync(id, http.Actor(), http.RequestAborted);
        if (deleted.IsRefused)
        {
            return deleted.Refusals.AsResult(http);
        }
        http.Say(new Flash("desk.macro.said.deleted", [deleted.Value.Name], One(id) + "/restore"));
        return PageAnswers.SeeOther(All);
    }

    private static async Task<IResult> RestoreAsync(Guid id, IFormCollection form, HttpContext http, DeleteMacro delete)
    {
        var restored = await delete.UndoAsync(id, http.Actor(), http.RequestAborted);
        if (restored.IsRefused)
        {
            return restored.Refusals.AsResult(http);
        }
        http.Say("desk.macro.said.restored", restored.Value.Name);
        return PageAnswers.SeeOther(All);
    }

    private static MacroInput Typed(IFormCollection form) => new(form["name"], null, form["sharedWith"]);

    /// <summary>The steps after the button that was pressed.</summary>
    private static IReadOnlyList<MacroFormStep> Changed(IReadOnlyList<MacroFormStep> shown, IFormCollection form)
    {
        var pressed = form[StepButton].ToString().Split(':', 2);
        var at = pressed.Length > 1 ? shown.Index().FirstOrDefault(s => s.Item.Key == pressed[1], (-1, null!)).Index : -1;
        return pressed[0] switch
        {
            "add" when shown.Count < MacroSteps.Most && Words.TryParse<MacroAct>(form["newAct"], out var act) => [.. shown, MacroFormReading.New(act)],
            "remove" when at >= 0 => [.. shown.Take(at), .. shown.Skip(at + 1)],
            "up" when at > 0 => [.. shown.Take(at - 1), shown[at], shown[at - 1], .. shown.Skip(at + 1)],
            _ => shown,
        };
    }

    private static async Task<IResult> FormAsync(
        HttpContext http, MacroFaces faces, Macro? macro, MacroInput input, IReadOnlyList<MacroFormStep> steps, IReadOnlyList<Refusal> refusals, uint? version = null)
    {
        var (actor, texts, leads) = (http.Actor(), http.RequestServices.GetRequiredService<IStringLocalizer>(), http.RequestServices.GetRequiredService<TeamLeads>());
        var errors = new FormErrors();
        foreach (var refusal in refusals)
        {
            errors.Add(MacroFormReading.InputOf(refusal.Field, steps), texts.Sentence(refusal));
        }
        var form = new MacroForm
        {
            Id = macro?.Id,
            Action = macro is null ? New : One(macro.Id),
            Version = (version ?? macro?.Version)?.ToString(CultureInfo.InvariantCulture),
            Name = input.Name,
            SharedWith = input.SharedWith,
            Sharing = await http.RequestServices.GetRequiredService<Audiences>()
                .OptionsAsync(macro, TicketPermissions.ShareTemplates, team => leads.LeadsAsync(team, actor, http.RequestAborted), actor, http.RequestAborted),
            Steps = steps,
            Acts = [.. Enum.GetValues<MacroAct>().Select(a => new Option(Words.Of(a), texts.Of(a)))],
            Choices = await faces.ChoicesAsync(steps, http.RequestAborted),
            MayChange = macro is null || Sharing.MayChange(macro, actor),
            Errors = refusals.Count > 0 ? errors : null,
        };
        // a form that comes back unsaved is an answer of its own, not a page that could be reloaded
        var comesBack = HttpMethods.IsPost(http.Request.Method);
        return PageAnswers.Page<MacroPage>(new { Form = form }, comesBack ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
