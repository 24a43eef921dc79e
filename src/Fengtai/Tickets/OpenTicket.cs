using System.Text.Json;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Files;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Writing;

namespace Fengtai.Tickets;

/// <summary>A request comes in, by whatever channel. What is missing is marked; it is never turned away for that.</summary>
internal sealed class OpenTicket(Work work, TicketActs acts, People people, Categories categories, PriorityMatrixQuery matrix, FileStore files, PicturesInTexts pictures)
{
    /// <summary>As told; people by login, the category by code, answers by field key.</summary>
    /// <param name="Accept">The desk takes it over in the same step.</param>
    /// <param name="OpenedAt">When it really came in, for work entered afterwards (补录).</param>
    public sealed record Input(
        TicketType? Type, string? Subject, string? Description, string? Category, Impact? Impact, Urgency? Urgency,
        string? Requester, string? ReportedBy, Channel? Channel, DateTimeOffset? OccurredAt, string? Contact, string? Place,
        IReadOnlyDictionary<string, JsonElement>? Fields, IReadOnlyList<Guid>? Attachments, bool? Accept,
        DateTimeOffset? OpenedAt, DateTimeOffset? StartedAt, DateTimeOffset? ResolvedAt,
        string? Solution, string? Cause, string? Tested, bool? FirstContact);

    /// <param name="channel">Where it came from, if the input does not say.</param>
    /// <param name="answers">Answers read from an HTML form; null reads <see cref="Input.Fields"/>.</param>
    /// <param name="id">The id that the ticket gets, so that one form sent twice opens one ticket; null makes one.</param>
    public async Task<Result<Ticket>> OpenAsync(
        Input input, Channel channel, Func<FormDefinition, Result<FormAnswers>>? answers, Actor actor, CancellationToken cancellation, Guid? id = null)
    {
        var request = await CheckAsync(input, channel, answers, actor, cancellation);
        if (request.IsRefused)
        {
            return Result<Ticket>.Refused(request.Refusals);
        }
        if (id is { } given)
        {
            request = request.Value with { Id = given };
        }
        var decision = Opening.Open(request.Value, actor, work.Now);
        if (decision.IsRefused)
        {
            return Result<Ticket>.Refused(decision.Refusals);
        }
        var ticket = Keep(request.Value, decision.Value, actor);
        var saved = await work.SaveAsync(cancellation);
        return saved.IsRefused ? Result<Ticket>.Refused(saved.Refusals) : ticket;
    }

    /// <summary>The request as it would be opened, or what is wrong with it; nothing is kept.</summary>
    public async Task<Result<Request>> CheckAsync(
        Input input, Channel channel, Func<FormDefinition, Result<FormAnswers>>? answers, Actor actor, CancellationToken cancellation)
    {
        var texts = new GivenTexts();
        var refusals = new List<Refusal>();
        var subject = texts.Line("subject", input.Subject, TicketLimits.Subject, required: true);
        var description = texts.Lines("description", input.Description, TicketLimits.Description, required: true);
        var contact = texts.Line("contact", input.Contact, TicketLimits.Contact);
        var place = texts.Line("place", input.Place, TicketLimits.Place);
        var solution = texts.Lines("solution", input.Solution, TicketLimits.Note);
        var cause = texts.Lines("cause", input.Cause, TicketLimits.Note);
        var tested = texts.Lines("tested", input.Tested, TicketLimits.Note);
        refusals.AddRange(texts.Refusals);

        var requester = await PersonAsync("requester", input.Requester, refusals, cancellation);
        var reporter = await PersonAsync("reportedBy", input.ReportedBy, refusals, cancellation);
        var (category, given) = await AnswersAsync(input, answers, refusals, cancellation);
        var attached = await NewNotes.CheckFilesAsync([.. input.Attachments ?? [], .. TicketAnswers.FilesIn(given.Given), .. await pictures.NewAsync(input.Description ?? "", actor, cancellation)], actor, files, cancellation);
        refusals.AddRange(attached.Refusals);
        if (refusals.Count > 0)
        {
            return Result<Request>.Refused(refusals);
        }
        var judgesItself = actor.May(TicketPermissions.Desk);
        return new Request(
            input.Type ?? TicketType.Incident, subject, description, category, given, input.Impact, input.Urgency,
            judgesItself && input is { Impact: { } impact, Urgency: { } urgency } ? (await matrix.CurrentAsync(cancellation)).Grade(impact, urgency) : null,
            requester?.Id ?? actor.Id, reporter?.Id, input.Channel ?? channel, input.OccurredAt,
            contact.Length > 0 ? contact : null, place.Length > 0 ? place : null, attached.Value, input.Accept ?? false,
            input.OpenedAt is null && input.StartedAt is null && input.ResolvedAt is null ? null : new(input.OpenedAt, input.StartedAt, input.ResolvedAt),
            solution.Length == 0 && input.FirstContact is not true && input.ResolvedAt is null
                ? null
                : new(solution, cause.Length > 0 ? cause : null, null, tested.Length > 0 ? tested : null, ResolutionOutcome.Solved, input.FirstContact ?? false))
        { Id = Guid.CreateVersion7() };
    }

    private async Task<PersonCard?> PersonAsync(string field, string? login, List<Refusal> refusals, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(login))
        {
            return null;
        }
        var person = await people.ByLoginAsync(login, cancellation);
        if (person is not { IsActive: true })
        {
            refusals.Add(new UnknownValue(field, login));
        }
        return person;
    }

    private async Task<(Category? Category, FormAnswers Answers)> AnswersAsync(
        Input input, Func<FormDefinition, Result<FormAnswers>>? answers, List<Refusal> refusals, CancellationToken cancellation)
    {
        if (input.Category is not { Length: > 0 } code)
        {
            if (input.Fields is { Count: > 0 })
            {
                refusals.Add(new Missing("category"));
            }
            return (null, FormAnswers.None);
        }
        var tree = await categories.OfferedAsync(cancellation);
        if (tree.ByCode(code) is not { } category)
        {
            refusals.Add(new UnknownValue("category", code));
            return (null, FormAnswers.None);
        }
        var form = tree.FormOf(category);
        var read = answers?.Invoke(form) ?? FormAnswers.FromJson(form, input.Fields);
        refusals.AddRange(read.Refusals);
        return (category, read.IsRefused ? FormAnswers.None : read.Value);
    }

    private Ticket Keep(Request request, Opened opened, Actor actor)
    {
        var ticket = opened.Ticket;
        ticket.Answers = TicketAnswers.Write(request.Answers);
        work.Db.Add(ticket);
        work.Db.AddRange(request.Files.Select(f => new Attachment { FileId = f, TicketId = ticket.Id, IsPublic = true }));
        foreach (var (happened, at) in opened.Events)
        {
            acts.Happen(ticket, [happened], actor, at);
        }
        return ticket;
    }
}
