using System.Globalization;
using Fengtai.Platform.Access;
using Fengtai.Platform.Files;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Templates;
using Fengtai.Tickets.Together;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets;

/// <summary>An act that was refused on a page: the page shows why and keeps what was typed.</summary>
/// <param name="Files">What was uploaded with it; a form that names their ids as <c>attachments</c> has them again.</param>
internal sealed record RefusedAct(string Act, IReadOnlyList<Refusal> Refusals, IFormCollection Typed, IReadOnlyList<StoredFile> Files);

/// <summary>Shows the ticket's page again with what was refused.</summary>
internal delegate Task<IResult> ShowTicket(HttpContext http, long number, RefusedAct refused);

/// <summary>One act, three doors: the API, the desk and, where it is the requester's, the portal. All come to the same use case.</summary>
internal static class ActEndpoints
{
    /// <summary>The newest event of the ticket that the form was made with; what others did since is told before it counts.</summary>
    private const string SeenInput = "seen";

    private const string FilesInput = "attachments";

    public static void MapAct<TAct, TInput>(this IEndpointRouteBuilder routes, ShowTicket showOnDesk, ShowTicket showInPortal)
        where TAct : class, ITicketAct<TInput> where TInput : class
    {
        routes.MapPost($"/api/v1/tickets/{{number:long}}/{TAct.Name}", (long number, HttpContext http) => FromApiAsync<TAct, TInput>(number, http))
            .Requires(TAct.Permission)
            .Idempotent(TicketAnswer.OkAgainAsync)
            .WithTags("tickets")
            .WithName($"{TAct.Name}Ticket")
            .Accepts<TInput>("application/json")
            .Produces<TicketView>();
        MapForm<TAct, TInput>(routes, $"/desk/tickets/{{number:long}}/{TAct.Name}", TAct.Permission, "/desk/tickets/", TicketDrafts.OnDesk(TAct.Name), by => by, showOnDesk);
        if (TAct.IsInPortal)
        {
            MapForm<TAct, TInput>(routes, $"/requests/{{number:long}}/{TAct.Name}", TAct.Permission, "/requests/", TicketDrafts.InPortal(TAct.Name), by => by.AsUser(), showInPortal);
        }
    }

    private static async Task<IResult> FromApiAsync<TAct, TInput>(long number, HttpContext http) where TAct : class, ITicketAct<TInput> where TInput : class
    {
        var input = await ApiBody.ReadAsync<TInput>(http);
        var version = Versions.Expected(http);
        if (input.IsRefused || version.IsRefused)
        {
            return (input.IsRefused ? input.Refusals : version.Refusals).AsResult(http);
        }
        var result = await RunAsync<TAct, TInput>(number, version.Value, input.Value, by => by, http);
        return result.IsRefused ? result.Refusals.AsResult(http) : await TicketAnswer.OkAsync(result.Value, http);
    }

    private static void MapForm<TAct, TInput>(IEndpointRouteBuilder routes, string pattern, Permission permission, string page, string draft, Func<Standing, Standing> standing, ShowTicket show)
        where TAct : class, ITicketAct<TInput> where TInput : class
    {
        var route = routes.MapPost(pattern, async (long number, IFormCollection form, HttpContext http) =>
            {
                var files = await FilesAsync(form, http);
                var result = files.IsRefused ? Result<Ticket>.Refused(files.Refusals) : await FromFormAsync<TAct, TInput>(number, form, files.Value, standing, http);
                if (result.IsRefused)
                {
                    return await show(http, number, new(TAct.Name, result.Refusals, form, files.IsRefused ? [] : files.Value));
                }
                await http.RequestServices.GetRequiredService<KeepDraft>().SentAsync(number, draft, http.Actor(), http.RequestAborted);
                return PageAnswers.CloseDrawer(http, $"{page}{result.Value.Number}");
            })
            .Requires(permission)
            .ExcludeFromDescription();
        if (typeof(TInput).GetProperty(nameof(AddNote.Input.Attachments)) is not null)
        {
            route.AcceptsFiles();
        }
    }

    /// <summary>The files of the form, and those that came with an earlier try.</summary>
    private static async Task<Result<IReadOnlyList<StoredFile>>> FilesAsync(IFormCollection form, HttpContext http)
    {
        var store = http.RequestServices.GetRequiredService<FileStore>();
        var ids = form[FilesInput].Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Take(FileLimits.MostFilesAtOnce).ToArray();
        var kept = ids.Length == 0 ? [] : (await store.FindAsync(ids, http.RequestAborted)).Where(f => f.CreatedBy == http.Actor().PersonId);
        var fresh = await store.SaveAllAsync(form.Files, http.Actor(), http.RequestAborted);
        if (fresh.IsRefused)
        {
            return fresh;
        }
        StoredFile[] all = [.. kept, .. fresh.Value];
        return all;
    }

    private static async Task<Result<Ticket>> FromFormAsync<TAct, TInput>(long number, IFormCollection form, IReadOnlyList<StoredFile> files, Func<Standing, Standing> standing, HttpContext http)
        where TAct : class, ITicketAct<TInput> where TInput : class
    {
        var input = FormBody.Read<TInput>(form, http.Actor().Zone, [.. files.Select(f => f.Id)]);
        if (input.IsRefused)
        {
            return Result<Ticket>.Refused(input.Refusals);
        }
        return await RunAsync<TAct, TInput>(number, null, input.Value, standing, http, SeenOf(form));
    }

    private static Task<Result<Ticket>> RunAsync<TAct, TInput>(long number, uint? version, TInput input, Func<Standing, Standing> standing, HttpContext http, long? seen = null)
        where TAct : class, ITicketAct<TInput> where TInput : class
    {
        var act = http.RequestServices.GetRequiredService<TAct>();
        return http.RequestServices.GetRequiredService<TicketActs>().ActAsync(number, version, http.Actor(), DecideAsync, http.RequestAborted);

        async Task<Decision> DecideAsync(ActContext context)
        {
            var by = standing(context.By);
            if (by.SeesInternals && TextGaps.In(input) is { Count: > 0 } gaps)
            {
                return Decision.Refuse(gaps);
            }
            return seen is { } newest && await FormWasOvertaken.CheckAsync(input, newest, context) is { } overtaken
                ? overtaken
                : await act.DecideAsync(input, context with { By = by });
        }
    }

    /// <summary>The newest event that a form's writer has read; null where the form does not say.</summary>
    public static long? SeenOf(IFormCollection form) => long.TryParse(form[SeenInput], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;
}
