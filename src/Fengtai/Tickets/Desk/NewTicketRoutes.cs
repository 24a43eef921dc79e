using System.Globalization;
using Fengtai.Catalog;
using Fengtai.Platform.Access;
using Fengtai.Platform.Files;
using Fengtai.Platform.Http;
using Fengtai.Platform.Looks;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;

namespace Fengtai.Tickets.Desk;

/// <summary>A new ticket on behalf of who calls or stands there.</summary>
internal static class NewTicketRoutes
{
    public const string Path = "/desk/tickets/new";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ShowAsync).Requires(TicketPermissions.Work).ExcludeFromDescription();
        routes.MapPost(Path, OpenAsync).Requires(TicketPermissions.Work).AcceptsFiles().ExcludeFromDescription();
        routes.MapGet($"{Path}/caller", CallerAsync).Requires(TicketPermissions.Work).ExcludeFromDescription();
        routes.MapGet($"{Path}/category", CategoryAsync).Requires(TicketPermissions.Work).ExcludeFromDescription();
        routes.MapGet($"{Path}/similar", SimilarAsync).Requires(TicketPermissions.Work).ExcludeFromDescription();
        routes.MapGet($"{Path}/priority", PriorityAsync).Requires(TicketPermissions.Work).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(HttpContext http, NewTickets form)
    {
        var model = await form.OfAsync(NewTicketInput.Of(name => http.Request.Query[name]), http.Actor(), http.RequestAborted);
        await SeeAsync(model.Caller, http);
        return PageAnswers.Page<NewTicketPage>(new { Model = model });
    }

    private static async Task<IResult> CallerAsync(string? requester, HttpContext http, NewTickets form)
    {
        var caller = await form.CallerAsync(requester, http.Actor(), http.RequestAborted);
        await SeeAsync(caller, http);
        return PageAnswers.Page<CallerFrames>(new { Caller = caller });
    }

    private static ValueTask SeeAsync(Caller? caller, HttpContext http) => http.LookAsync(LookKind.Opened, caller is null ? [] : [caller.Person.Id]);

    private static async Task<IResult> CategoryAsync(string? category, HttpContext http, NewTickets form) =>
        PageAnswers.Page<CategoryFrame>(new { Category = await form.CategoryAsync(category, http.RequestAborted) });

    private static async Task<IResult> SimilarAsync(string? requester, string? category, string? subject, HttpContext http, NewTickets form)
    {
        var words = subject is { Length: > TicketLimits.Subject } ? subject[..TicketLimits.Subject] : subject;
        return PageAnswers.Page<SimilarFrame>(new
        {
            Similar = await form.SimilarAsync(requester, category, words, http.Actor(), http.RequestAborted),
            SeesAll = http.Actor().May(TicketPermissions.ReadAll),
        });
    }

    private static async Task<IResult> PriorityAsync(string? impact, string? urgency, HttpContext http, PriorityMatrixQuery matrix) =>
        PageAnswers.Page<PriorityFrame>(new { Matrix = await matrix.CurrentAsync(http.RequestAborted), Impact = impact, Urgency = urgency });

    private static async Task<IResult> OpenAsync(IFormCollection posted, HttpContext http, NewTickets form, NewTicketFiles files, OpenTicket open)
    {
        var actor = http.Actor();
        var cancellation = http.RequestAborted;
        if (await form.SentAsync(NewTicketInput.Of(posted).Key, actor, cancellation) is { } earlier)
        {
            return PageAnswers.SeeOther(await form.PageOfAsync(earlier, actor, cancellation));
        }
        var (input, meant) = await form.ResolveAsync(NewTicketInput.Of(posted), cancellation);
        var kept = await files.TakeAsync(posted, actor, cancellation);
        input = input with { Answers = NewTicketFiles.AnswersWith(input.Answers, kept.Kept) };
        // without script: who was typed is looked up, and the questions of the category are shown
        var onlyShow = posted["step"] == "show";
        var refusals = meant.Refusals.Concat(kept.Refusals).ToList();
        if (refusals.Count == 0 && !onlyShow)
        {
            var opened = await NewTicketReading.OpenAsync(posted, input, kept.Kept, open, actor, cancellation);
            if (!opened.IsRefused)
            {
                http.Say(NewTicketReading.Said(input), opened.Value.Number.ToString(CultureInfo.InvariantCulture));
                return PageAnswers.SeeOther(await form.PageOfAsync(opened.Value.Number, actor, cancellation));
            }
            refusals.AddRange(opened.Refusals);
        }
        var model = await form.OfAsync(input, actor, cancellation);
        await SeeAsync(model.Caller, http);
        return PageAnswers.Page<NewTicketPage>(
            new
            {
                Model = model with
                {
                    PeopleMeant = meant.People,
                    ReportersMeant = meant.Reporters,
                    CategoriesMeant = meant.Categories,
                    Kept = kept.Kept,
                    Errors = refusals.Count > 0 ? form.Errors(refusals) : null,
                },
            },
            refusals.Count > 0 ? refusals[0].Status() : StatusCodes.Status200OK);
    }
}
