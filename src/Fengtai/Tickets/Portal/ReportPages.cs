using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Files;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Relations;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Portal;

/// <summary>Reporting in steps: what it is about, what happened, a look over it, sent. Each step is a page; all of them work without script.</summary>
internal sealed class ReportPages(
    ReportReading reading, OpenTicket open, Categories categories, PriorityMatrixQuery matrix, People people, SimilarTickets similar, FengtaiDb db, IStringLocalizer texts)
{
    private const int LongestSaid = 2_000;

    public static void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("/requests/new", (HttpContext http, ReportPages pages, string? @in, string? text) => pages.PickAsync(@in, text, http));
        portal.MapGet("/requests/new/describe", (HttpContext http, ReportPages pages, string? category, string? text) => pages.BeginAsync(category, text, http));
        portal.MapPost("/requests/new/describe", (IFormCollection form, HttpContext http, ReportPages pages) => pages.DescribeAsync(form, http)).AcceptsFiles();
        portal.MapPost("/requests/new/check", (IFormCollection form, HttpContext http, ReportPages pages) => pages.CheckAsync(form, http)).AcceptsFiles();
        portal.MapPost("/requests/new", (IFormCollection form, HttpContext http, ReportPages pages) => pages.SendAsync(form, http)).AcceptsFiles();
    }

    private async Task<IResult> PickAsync(string? code, string? text, HttpContext http)
    {
        var tree = await categories.OfferedAsync(http.RequestAborted);
        var above = tree.ByCode(code);
        if (above is not null && !tree.ChildrenOf(above).Any() || !tree.Roots.Any())
        {
            return await BeginAsync(above?.Code, text, http);
        }
        return PageAnswers.Page<PickPage>(new { Tree = tree, Above = above, Words = Bounded(text) });
    }

    private async Task<IResult> BeginAsync(string? category, string? text, HttpContext http)
    {
        var me = await people.FindAsync(http.Actor().Id, http.RequestAborted);
        var tree = await categories.OfferedAsync(http.RequestAborted);
        var draft = ReportDraft.Said(Bounded(text), tree.ByCode(category)?.Code) with { Contact = me?.Mobile ?? me?.Phone, Place = me?.Site };
        return await ShowAsync(draft, [], http.RequestAborted);
    }

    private async Task<IResult> DescribeAsync(IFormCollection form, HttpContext http)
    {
        var (draft, refusals) = await reading.ReadAsync(form, http.Actor(), http.RequestAborted);
        return await ShowAsync(draft, refusals, http.RequestAborted);
    }

    private async Task<IResult> CheckAsync(IFormCollection form, HttpContext http)
    {
        var (draft, refusals) = await reading.ReadAsync(form, http.Actor(), http.RequestAborted);
        var tree = await categories.OfferedAsync(http.RequestAborted);
        // another category was chosen: its questions have not been asked yet
        if (form["asked"].ToString() != (draft.Category ?? "") && tree.ByCode(draft.Category) is { } other && tree.FormOf(other).Fields.Count > 0)
        {
            return await ShowAsync(draft, refusals, http.RequestAborted);
        }
        var request = await RequestAsync(draft, tree, http.Actor(), http.RequestAborted);
        if (refusals.Count > 0 || request.IsRefused)
        {
            return await ShowAsync(draft, [.. refusals, .. request.Refusals], http.RequestAborted);
        }
        return PageAnswers.Page<CheckPage>(new
        {
            Draft = draft,
            Category = request.Value.Category is { } category ? tree.PathNameOf(category) : null,
            Answers = request.Value.Answers.Given,
            Missing = request.Value.Category is { } asked ? tree.FormOf(asked).Questions(request.Value.Answers.Missing).ToList() : [],
            request.Value.Impact,
            request.Value.Urgency,
            Similar = await SimilarAsync(request.Value, http.Actor(), http.RequestAborted),
        });
    }

    /// <summary>Only one's own requests, and what is public of major incidents.</summary>
    private async Task<SimilarFound> SimilarAsync(Request request, Actor actor, CancellationToken cancellation)
    {
        var wanted = new SimilarTo(actor.Id, request.Category?.Id, Likeness.Of(request.Subject));
        return new(await similar.OfPersonAsync(wanted, actor, cancellation), [], await similar.MajorsAsync(wanted, cancellation));
    }

    private async Task<IResult> SendAsync(IFormCollection form, HttpContext http)
    {
        var (draft, refusals) = await reading.ReadAsync(form, http.Actor(), http.RequestAborted);
        if (await SentAsync(draft.Key, http) is { } earlier)
        {
            return earlier;
        }
        var tree = await categories.OfferedAsync(http.RequestAborted);
        var input = InputOf(draft, tree);
        if (refusals.Count > 0 || input.IsRefused)
        {
            return await ShowAsync(draft, [.. refusals, .. input.Refusals], http.RequestAborted);
        }
        var opened = await open.OpenAsync(input.Value, Channel.Portal, AnswersOf(draft, http.Actor()), http.Actor(), http.RequestAborted, draft.Key);
        if (opened.IsRefused)
        {
            return opened.Refusal is RequestWasSentAlready && await SentAsync(draft.Key, http) is { } same
                ? same
                : await ShowAsync(draft with { Key = Guid.CreateVersion7() }, opened.Refusals, http.RequestAborted);
        }
        return PageAnswers.SeeOther($"/requests/{opened.Value.Number}/sent");
    }

    /// <summary>The same report came before, from two clicks or a page gone back to.</summary>
    private async Task<IResult?> SentAsync(Guid key, HttpContext http)
    {
        var me = http.Actor().Id;
        return await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == key && t.RequesterId == me, http.RequestAborted) is { } ticket
            ? PageAnswers.SeeOther($"/requests/{ticket.Number}/sent")
            : null;
    }

    private async Task<IResult> ShowAsync(ReportDraft draft, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var tree = await categories.OfferedAsync(cancellation);
        var category = tree.ByCode(draft.Category);
        return PageAnswers.Page<DescribePage>(
            new
            {
                Draft = (draft with { Category = category?.Code }).Placed(category is null ? FormDefinition.Empty : tree.FormOf(category)),
                Tree = tree,
                Category = category,
                Matrix = await matrix.CurrentAsync(cancellation),
                Errors = FormErrors.From(refusals, texts, RequestPages.Labels),
            },
            refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<Result<Request>> RequestAsync(ReportDraft draft, CategoryTree tree, Actor actor, CancellationToken cancellation)
    {
        var input = InputOf(draft, tree);
        return input.IsRefused ? Result<Request>.Refused(input.Refusals) : await open.CheckAsync(input.Value, Channel.Portal, AnswersOf(draft, actor), actor, cancellation);
    }

    private static Func<FormDefinition, Result<FormAnswers>> AnswersOf(ReportDraft draft, Actor actor) => form => FormAnswers.FromForm(form, draft.Answers, actor.Zone);

    private static Result<OpenTicket.Input> InputOf(ReportDraft draft, CategoryTree tree)
    {
        var refusals = new List<Refusal>();
        var impact = Level<Impact>("impact", draft.Impact, refusals);
        var urgency = Level<Urgency>("urgency", draft.Urgency, refusals);
        var category = tree.ByCode(draft.Category);
        var usual = category is null ? null : tree.TypeOf(category);
        var place = category is null ? draft.Place : draft.PlaceIn(tree.FormOf(category));
        return refusals.Count > 0 ? Result<OpenTicket.Input>.Refused(refusals) : new OpenTicket.Input(
            Words.TryParse<TicketType>(usual, out var type) ? type : null, draft.Subject, draft.Description, draft.Category, impact, urgency,
            Requester: null, ReportedBy: null, Channel.Portal, OccurredAt: null, draft.Contact, place,
            Fields: null, [.. draft.Files.Select(f => f.Id)], Accept: null,
            OpenedAt: null, StartedAt: null, ResolvedAt: null,
            Solution: null, Cause: null, Tested: null, FirstContact: null);
    }

    private static TLevel? Level<TLevel>(string field, string? word, List<Refusal> refusals) where TLevel : struct, Enum
    {
        if (word is null)
        {
            return null;
        }
        if (Words.TryParse<TLevel>(word, out var level))
        {
            return level;
        }
        refusals.Add(new UnknownValue(field, word));
        return null;
    }

    private static string? Bounded(string? text) => text is { Length: > LongestSaid } ? text[..LongestSaid] : text;
}
