using System.Text.Json;
using Fengtai.Catalog;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Files;
using Fengtai.Platform.Http;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Tickets;

/// <summary>What the form of a request had left open is answered later, by the requester or for them.</summary>
internal sealed class AnswerQuestions(TicketActs acts, Categories categories, FileStore files, FengtaiDb db)
{
    internal sealed record Input(IReadOnlyDictionary<string, JsonElement>? Fields);

    public Task<Result<Ticket>> RunAsync(long number, IReadOnlyDictionary<string, JsonElement> fields, Actor actor, CancellationToken cancellation) =>
        acts.ActAsync(number, version: null, actor, context => DecideAsync(fields, context), cancellation);

    private async Task<Decision> DecideAsync(IReadOnlyDictionary<string, JsonElement> fields, ActContext context)
    {
        var tree = await categories.TreeAsync(context.Cancellation);
        if (tree.Find(context.Ticket.CategoryId) is not { } category)
        {
            return new NothingWouldChange();
        }
        var form = tree.FormOf(category);
        var before = TicketAnswers.Read(context.Ticket);
        var all = before.Values.Where(v => form.Find(v.Key) is not null && !fields.ContainsKey(v.Key)).Concat(fields).ToDictionary(f => f.Key, f => f.Value);
        var read = FormAnswers.FromJson(form, all);
        if (read.IsRefused)
        {
            return Decision.Refuse(read.Refusals);
        }
        List<GivenAnswer> given = [.. read.Value.Given.Where(g => fields.ContainsKey(g.Key))];
        var attached = await NewNotes.CheckFilesAsync([.. TicketAnswers.FilesIn(given).Except(TicketAnswers.FilesIn(before.Given))], context.By.Actor, files, context.Cancellation);
        if (attached.IsRefused)
        {
            return Decision.Refuse(attached.Refusals);
        }
        var decision = Conversation.Answer(context.Ticket, context.By, given, read.Value.Missing);
        if (!decision.IsRefused)
        {
            db.AddRange(attached.Value.Select(f => new Attachment { FileId = f, TicketId = context.Ticket.Id, IsPublic = true }));
        }
        return decision;
    }

    public static void Map(IEndpointRouteBuilder routes, ShowTicket showInPortal)
    {
        routes.MapPost("/api/v1/tickets/{number:long}/answers", FromApiAsync)
            .Requires(TicketPermissions.File)
            .Idempotent(TicketAnswer.OkAgainAsync)
            .WithTags("tickets")
            .WithName("AnswerQuestionsOfTicket")
            .Accepts<Input>("application/json")
            .Produces<TicketView>();
        routes.MapPost("/requests/{number:long}/answers", (long number, IFormCollection form, HttpContext http) => FromFormAsync(number, form, http, showInPortal))
            .Requires(TicketPermissions.File)
            .AcceptsFiles()
            .ExcludeFromDescription();
    }

    private static async Task<IResult> FromApiAsync(long number, HttpContext http, AnswerQuestions answer)
    {
        var input = await ApiBody.ReadAsync<Input>(http);
        if (input.IsRefused)
        {
            return input.Refusals.AsResult(http);
        }
        var answered = await answer.RunAsync(number, input.Value.Fields ?? new Dictionary<string, JsonElement>(), http.Actor(), http.RequestAborted);
        return answered.IsRefused ? answered.Refusals.AsResult(http) : await TicketAnswer.OkAsync(answered.Value, http);
    }

    private static async Task<IResult> FromFormAsync(long number, IFormCollection form, HttpContext http, ShowTicket show)
    {
        var answer = http.RequestServices.GetRequiredService<AnswerQuestions>();
        var read = await answer.ReadAsync(number, form, http.Actor(), http.RequestAborted);
        var answered = read.IsRefused ? Result<Ticket>.Refused(read.Refusals) : await answer.RunAsync(number, read.Value, http.Actor(), http.RequestAborted);
        return answered.IsRefused
            ? await show(http, number, new("answers", answered.Refusals, form, []))
            : Platform.Ui.PageAnswers.SeeOther($"/requests/{number}");
    }

    /// <summary>The posted answers as JSON; the questions are those of the ticket's category.</summary>
    private async Task<Result<IReadOnlyDictionary<string, JsonElement>>> ReadAsync(long number, IFormCollection posted, Actor actor, CancellationToken cancellation)
    {
        var category = await db.Set<Ticket>().AsNoTracking().VisibleTo(actor).Where(t => t.Number == number).Select(t => t.CategoryId).SingleOrDefaultAsync(cancellation);
        var tree = await categories.TreeAsync(cancellation);
        if (tree.Find(category) is not { } known)
        {
            return new Dictionary<string, JsonElement>();
        }
        var answers = PostedAnswers.From(posted).ToDictionary();
        foreach (var field in posted.Files.Where(f => f.Name.StartsWith(FormAnswers.FieldPrefix, StringComparison.Ordinal)).GroupBy(f => f.Name[FormAnswers.FieldPrefix.Length..]))
        {
            var saved = await files.SaveAllAsync(field, actor, cancellation);
            if (saved.IsRefused)
            {
                return Result<IReadOnlyDictionary<string, JsonElement>>.Refused(saved.Refusals);
            }
            answers[field.Key] = [.. answers.GetValueOrDefault(field.Key, []), .. saved.Value.Select(f => f.Id.ToString())];
        }
        // what is asked here is asked in any case: the answers that it depended on are on the ticket
        var form = tree.FormOf(known);
        var asked = form with { Fields = [.. form.Fields.Where(f => answers.ContainsKey(f.Key)).Select(f => f with { When = null })] };
        var read = FormAnswers.FromForm(asked, answers, actor.Zone);
        return read.Map(r => r.Values);
    }
}
