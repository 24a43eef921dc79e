using System.Globalization;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Macros;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk.Macros;

/// <summary>Macros on a ticket: which there are, what one would do, and doing it.</summary>
internal static class MacroRunRoutes
{
    private const string TextPrefix = "text.";

    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/desk/tickets/{number:long}/macros", MenuAsync);
        desk.MapGet("/desk/tickets/{number:long}/macros/{id:guid}", PreviewAsync);
        desk.MapPost("/desk/tickets/{number:long}/macros/{id:guid}", RunAsync);
    }

    private static async Task<IResult> MenuAsync(long number, HttpContext http, TicketDossiers dossiers, MacroFaces faces) =>
        await dossiers.FindAsync(number, http.Actor(), http.RequestAborted) is { } ticket && Standing.Of(http.Actor(), ticket).SeesInternals
            ? PageAnswers.Page<MacroMenuPage>(new { Ticket = ticket, Macros = await faces.OfAsync("", http.Actor(), http.RequestAborted) })
            : new NotFound().AsResult(http);

    private static async Task<IResult> PreviewAsync(long number, Guid id, HttpContext http, MacroPreviews previews)
    {
        var shown = await previews.OfAsync(number, id, [], http.Actor(), http.RequestAborted);
        return shown.IsRefused ? shown.Refusals.AsResult(http) : PageAnswers.Page<MacroPreviewPage>(new { Shown = shown.Value });
    }

    private static async Task<IResult> RunAsync(long number, Guid id, IFormCollection form, HttpContext http, RunMacro run, MacroPreviews previews, OwnKept<Macro> macros, IStringLocalizer texts)
    {
        var given = Texts(form);
        var ran = await run.RunAsync(number, null, ActEndpoints.SeenOf(form), id, given, http.Actor(), http.RequestAborted);
        if (!ran.IsRefused)
        {
            http.Say("desk.macro.said.ran", (await macros.FindAsync(id, http.Actor(), http.RequestAborted))?.Name ?? "");
            return PageAnswers.CloseDrawer(http, $"/desk/tickets/{ran.Value.Number.ToString(CultureInfo.InvariantCulture)}");
        }
        var shown = await previews.OfAsync(number, id, given, http.Actor(), http.RequestAborted);
        return shown.IsRefused
            ? shown.Refusals.AsResult(http)
            : PageAnswers.Page<MacroPreviewPage>(new { Shown = shown.Value with { Errors = FormErrors.From(ran.Refusals, texts) } }, StatusCodes.Status422UnprocessableEntity);
    }

    private static IReadOnlyList<MacroText> Texts(IFormCollection form) =>
        [.. form.Where(f => f.Key.StartsWith(TextPrefix, StringComparison.Ordinal))
            .Select(f => (Parts: f.Key.Split('.', 3), Text: f.Value.ToString()))
            .Where(f => f.Parts.Length == 3 && int.TryParse(f.Parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(f => new MacroText(int.Parse(f.Parts[1], CultureInfo.InvariantCulture), f.Parts[2], f.Text))];
}
