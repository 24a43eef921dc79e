using System.Text.Json.Nodes;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Macros;

/// <summary>Macros for programs: keeping them, and running one on a ticket.</summary>
internal static class MacroApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/macros").WithTags("macros").Requires(TicketPermissions.Staff);
        api.MapGet("", ListAsync).Produces<MacroListAnswer>().WithName("ListMacros");
        api.MapPost("", SaveAsync).Idempotent(SavedAgainAsync).Accepts<MacroInput>("application/json").Produces<MacroAnswer>(StatusCodes.Status201Created).WithName("SaveMacro");
        api.MapPatch("/{id:guid}", ChangeAsync).Accepts<MacroInput>("application/json").Produces<MacroAnswer>().WithName("ChangeMacro");
        api.MapDelete("/{id:guid}", DeleteAsync).Produces(StatusCodes.Status204NoContent).WithName("DeleteMacro");
        routes.MapPost("/api/v1/tickets/{number:long}/macros/{id:guid}", RunAsync)
            .Requires(TicketPermissions.Staff)
            .Idempotent(TicketAnswer.OkAgainAsync)
            .WithTags("macros")
            .WithName("RunMacro")
            .Accepts<MacroRunInput>("application/json")
            .Produces<TicketView>();
    }

    private static async Task<IResult> ListAsync(HttpContext http, OwnKept<Macro> macros, string? q)
    {
        var answers = new List<MacroAnswer>();
        foreach (var macro in (await macros.OfAsync(http.Actor(), http.RequestAborted)).Where(m => NameSearch.Fits(q ?? "", m.Name)))
        {
            answers.Add(await MacroAnswer.OfAsync(macro, http));
        }
        return Results.Json(new MacroListAnswer(answers), Json.Options);
    }

    private static async Task<IResult> SaveAsync(HttpContext http, SaveMacro save)
    {
        var input = await ApiBody.ReadAsync<MacroInput>(http);
        var saved = input.IsRefused ? Result<Macro>.Refused(input.Refusals) : await save.RunAsync(input.Value, http.Actor(), http.RequestAborted);
        return saved.IsRefused ? saved.Refusals.AsResult(http) : await AnswerAsync(saved.Value, StatusCodes.Status201Created, http);
    }

    private static async Task<IResult> SavedAgainAsync(HttpContext http, Guid id) =>
        await http.RequestServices.GetRequiredService<OwnKept<Macro>>().FindAsync(id, http.Actor(), http.RequestAborted) is { } macro
            ? await AnswerAsync(macro, StatusCodes.Status201Created, http)
            : new NotFound().AsResult(http);

    private static async Task<IResult> ChangeAsync(Guid id, HttpContext http, ChangeMacro change)
    {
        var version = Versions.Expected(http);
        var input = await ApiBody.ReadAsync<MacroInput>(http);
        if (version.IsRefused || input.IsRefused)
        {
            return (version.IsRefused ? version.Refusals : input.Refusals).AsResult(http);
        }
        var changed = await change.RunAsync(id, version.Value, input.Value, http.Actor(), http.RequestAborted);
        return changed.IsRefused ? changed.Refusals.AsResult(http) : await AnswerAsync(changed.Value, StatusCodes.Status200OK, http);
    }

    private static async Task<IResult> DeleteAsync(Guid id, HttpContext http, DeleteMacro delete)
    {
        var deleted = await delete.RunAsync(id, http.Actor(), http.RequestAborted);
        return deleted.IsRefused ? deleted.Refusals.AsResult(http) : Results.NoContent();
    }

    private static async Task<IResult> RunAsync(long number, Guid id, HttpContext http, RunMacro run)
    {
        var version = Versions.Expected(http);
        var input = await ApiBody.ReadAsync<MacroRunInput>(http);
        if (version.IsRefused || input.IsRefused)
        {
            return (version.IsRefused ? version.Refusals : input.Refusals).AsResult(http);
        }
        var texts = input.Value.Texts ?? [];
        if (input.Value.Preview == true)
        {
            var preview = await run.PreviewAsync(number, id, texts, http.Actor(), http.RequestAborted);
            return preview.IsRefused ? preview.Refusals.AsResult(http) : Results.Json(MacroPreviewAnswer.Of(preview.Value, http.RequestServices.GetRequiredService<IStringLocalizer>()), Json.Options);
        }
        var ran = await run.RunAsync(number, version.Value, null, id, texts, http.Actor(), http.RequestAborted);
        return ran.IsRefused ? ran.Refusals.AsResult(http) : await TicketAnswer.OkAsync(ran.Value, http);
    }

    private static async Task<IResult> AnswerAsync(Macro macro, int status, HttpContext http)
    {
        http.Response.Headers.ETag = Versions.Tag(macro.Version);
        return Results.Json(await MacroAnswer.OfAsync(macro, http), Json.Options, statusCode: status);
    }
}

/// <param name="Preview">Says what each step would do, and does nothing.</param>
/// <param name="Texts">In place of texts that are otherwise filled from the macro.</param>
internal sealed record MacroRunInput(bool? Preview = null, IReadOnlyList<MacroText>? Texts = null);

internal sealed record MacroListAnswer(IReadOnlyList<MacroAnswer> Items);

/// <param name="Gone">Teams, people and categories that the steps name and that are no longer there.</param>
internal sealed record MacroAnswer(Guid Id, string Name, IReadOnlyList<MacroStep> Steps, string SharedWith, string Version, IReadOnlyList<GoneReference> Gone)
{
    public static async Task<MacroAnswer> OfAsync(Macro macro, HttpContext http)
    {
        var steps = MacroSteps.Of(macro);
        return new(
            macro.Id,
            macro.Name,
            steps,
            await http.RequestServices.GetRequiredService<Audiences>().WordAsync(macro, http.RequestAborted),
            Versions.Tag(macro.Version),
            await http.RequestServices.GetRequiredService<MacroReferences>().GoneAsync(steps, http.RequestAborted));
    }
}

/// <param name="CanRun">Whether no step is refused.</param>
/// <param name="Steps">Up to the first that is refused.</param>
internal sealed record MacroPreviewAnswer(string Name, bool CanRun, IReadOnlyList<MacroStepAnswer> Steps)
{
    public static MacroPreviewAnswer Of(MacroPreview preview, IStringLocalizer texts) => new(
        preview.Macro.Name,
        preview.CanRun,
        [.. preview.Played.Select(p => new MacroStepAnswer(
            p.Step.Act, p.Input, p.Before.Status, p.After.Status,
            [.. p.Decision.Events.Select(e => e.Kind)],
            [.. p.Decision.Refusals.Select(r => new MacroRefusalAnswer(r.Code, r.Field, texts[Problems.TextKey(r.GetType()), r.Arguments]))]))]);
}

/// <param name="Input">What the act would be given, filled for the ticket.</param>
/// <param name="From">The ticket's status before the step.</param>
/// <param name="To">Its status after the step.</param>
/// <param name="Events">What would happen.</param>
internal sealed record MacroStepAnswer(string Act, JsonObject Input, TicketStatus From, TicketStatus To, IReadOnlyList<string> Events, IReadOnlyList<MacroRefusalAnswer> Refusals);

internal sealed record MacroRefusalAnswer(string Code, string? Field, string Message);
