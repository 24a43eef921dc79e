using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets.Templates;

/// <summary>Templates for programs.</summary>
internal static class TemplateApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/templates").WithTags("templates").Requires(TicketPermissions.Staff);
        api.MapGet("", ListAsync).Produces<TemplateListAnswer>().WithName("ListTemplates");
        api.MapPost("", SaveAsync).Idempotent(SavedAgainAsync).Accepts<TemplateInput>("application/json").Produces<TemplateAnswer>(StatusCodes.Status201Created).WithName("SaveTemplate");
        api.MapPatch("/{id:guid}", ChangeAsync).Accepts<TemplateInput>("application/json").Produces<TemplateAnswer>().WithName("ChangeTemplate");
        api.MapDelete("/{id:guid}", DeleteAsync).Produces(StatusCodes.Status204NoContent).WithName("DeleteTemplate");
    }

    /// <param name="q">Words of name or text.</param>
    /// <param name="ticket">A number: each text comes filled for that ticket, too.</param>
    private static async Task<IResult> ListAsync(HttpContext http, OwnKept<Template> templates, TemplateValues values, Audiences audiences, FengtaiDb db, string? q, long? ticket)
    {
        FilledWith? filled = null;
        if (ticket is { } number)
        {
            if (await db.Set<Ticket>().AsNoTracking().VisibleTo(http.Actor()).SingleOrDefaultAsync(t => t.Number == number, http.RequestAborted) is not { } found || !Standing.Of(http.Actor(), found).SeesInternals)
            {
                return new NotFound().AsResult(http);
            }
            filled = await values.OfAsync(found, http.Actor(), http.RequestAborted);
        }
        var answers = new List<TemplateAnswer>();
        foreach (var template in (await templates.OfAsync(http.Actor(), http.RequestAborted)).Where(t => NameSearch.Fits(q ?? "", t.Name, t.Body)))
        {
            answers.Add(await TemplateAnswer.OfAsync(template, audiences, http.RequestAborted) with { Filled = filled?.Fill(template.Body) });
        }
        return Results.Json(new TemplateListAnswer(answers), Json.Options);
    }

    private static async Task<IResult> SaveAsync(HttpContext http, SaveTemplate save)
    {
        var input = await ApiBody.ReadAsync<TemplateInput>(http);
        var saved = input.IsRefused ? Result<Template>.Refused(input.Refusals) : await save.RunAsync(input.Value, http.Actor(), http.RequestAborted);
        return saved.IsRefused ? saved.Refusals.AsResult(http) : await AnswerAsync(saved.Value, StatusCodes.Status201Created, http);
    }

    private static async Task<IResult> SavedAgainAsync(HttpContext http, Guid id) =>
        await http.RequestServices.GetRequiredService<OwnKept<Template>>().FindAsync(id, http.Actor(), http.RequestAborted) is { } template
            ? await AnswerAsync(template, StatusCodes.Status201Created, http)
            : new NotFound().AsResult(http);

    private static async Task<IResult> ChangeAsync(Guid id, HttpContext http, ChangeTemplate change)
    {
        var version = Versions.Expected(http);
        var input = await ApiBody.ReadAsync<TemplateInput>(http);
        if (version.IsRefused || input.IsRefused)
        {
            return (version.IsRefused ? version.Refusals : input.Refusals).AsResult(http);
        }
        var changed = await change.RunAsync(id, version.Value, input.Value, http.Actor(), http.RequestAborted);
        return changed.IsRefused ? changed.Refusals.AsResult(http) : await AnswerAsync(changed.Value, StatusCodes.Status200OK, http);
    }

    private static async Task<IResult> DeleteAsync(Guid id, HttpContext http, DeleteTemplate delete)
    {
        var deleted = await delete.RunAsync(id, http.Actor(), http.RequestAborted);
        return deleted.IsRefused ? deleted.Refusals.AsResult(http) : Results.NoContent();
    }

    private static async Task<IResult> AnswerAsync(Template template, int status, HttpContext http)
    {
        http.Response.Headers.ETag = Versions.Tag(template.Version);
        var answer = await TemplateAnswer.OfAsync(template, http.RequestServices.GetRequiredService<Audiences>(), http.RequestAborted);
        return Results.Json(answer, Json.Options, statusCode: status);
    }
}

internal sealed record TemplateListAnswer(IReadOnlyList<TemplateAnswer> Items);

/// <param name="Filled">For the ticket that was asked for; what it has no value for is a gap, <c>{{?用户电话}}</c>.</param>
internal sealed record TemplateAnswer(Guid Id, string Name, string Text, string SharedWith, string Version, string? Filled = null)
{
    public static async Task<TemplateAnswer> OfAsync(Template template, Audiences audiences, CancellationToken cancellation) =>
        new(template.Id, template.Name, template.Body, await audiences.WordAsync(template, cancellation), Versions.Tag(template.Version), null);
}
