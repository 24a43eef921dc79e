using System.Text.Json.Nodes;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Files;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Portal;

/// <summary>Everything that a requester reads about one request. Staff see the same here as anybody else: what is internal is on the desk.</summary>
internal sealed class RequestDetails(FengtaiDb db, TicketTimeline timeline, People people, Teams teams, Categories categories, FileStore files, TimeProvider time, IStringLocalizer texts)
{
    /// <returns>Null where it is not this person's to see.</returns>
    public async Task<RequestModel?> OfAsync(long number, Actor actor, CancellationToken cancellation) =>
        await db.Set<Ticket>().AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(t => t.Number == number, cancellation) is { } ticket
            ? await OfAsync(ticket, actor, cancellation)
            : null;

    private async Task<RequestModel> OfAsync(Ticket ticket, Actor actor, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        var category = tree.Find(ticket.CategoryId);
        var known = await people.ManyAsync(new[] { ticket.RequesterId, ticket.ReportedById, ticket.AssigneeId }.OfType<Guid>(), cancellation);
        var answers = TicketAnswers.Read(ticket);
        var linked = await LinkedAsync(ticket, actor, cancellation);
        var form = category is null ? FormDefinition.Empty : tree.FormOf(category);
        return new RequestModel
        {
            Ticket = ticket,
            Offers = RequestOffers.Of(ticket, Standing.Of(actor, ticket), time.GetUtcNow()),
            Entries = await EntriesAsync(ticket, actor, linked, cancellation),
            Category = category is null ? null : tree.PathNameOf(category),
            Handler = await HandlerAsync(ticket, known, cancellation),
            Requester = known.GetValueOrDefault(ticket.RequesterId)?.Name,
            Reporter = ticket.ReportedById is { } reporter ? known.GetValueOrDefault(reporter)?.Name : null,
            Department = known.GetValueOrDefault(ticket.RequesterId)?.Department,
            Answers = answers.Given,
            // asked in any case: what it depended on is answered
            MissingForm = form with { Fields = [.. form.Fields.Where(f => ticket.MissingAnswers.Contains(f.Key)).Select(f => f with { When = null })] },
            Files = await AnsweredFilesAsync(answers, cancellation),
            Follows = ticket.FollowsId is { } earlier && linked.TryGetValue(earlier, out var follows) ? follows : null,
            FollowedBy = [.. linked.Where(l => l.Key != ticket.FollowsId).Select(l => l.Value).Order()],
        };
    }

    /// <summary>The request that this one continues and those that continue it, as far as this person may know of them.</summary>
    private async Task<Dictionary<Guid, long>> LinkedAsync(Ticket ticket, Actor actor, CancellationToken cancellation) =>
        await db.Set<Ticket>().AsNoTracking().VisibleTo(actor)
            .Where(t => t.FollowsId == ticket.Id || t.Id == ticket.FollowsId)
            .ToDictionaryAsync(t => t.Id, t => t.Number, cancellation);

    private async Task<string?> HandlerAsync(Ticket ticket, IReadOnlyDictionary<Guid, PersonCard> known, CancellationToken cancellation) => ticket switch
    {
        { AssigneeId: { } engineer } => known.GetValueOrDefault(engineer)?.Name,
        { TeamId: { } id } when await teams.FindAsync(id, cancellation) is { } team => new Wording(team.Name, team.NameEn).ToString(),
        _ => null,
    };

    private async Task<IReadOnlyDictionary<Guid, FileLink>> AnsweredFilesAsync(FormAnswers answers, CancellationToken cancellation)
    {
        var ids = answers.Given.Where(a => a.Kind == FieldKind.Files).SelectMany(a => a.Strings).Select(Guid.Parse).ToList();
        return ids.Count == 0 ? new Dictionary<Guid, FileLink>() : (await files.FindAsync(ids, cancellation)).ToDictionary(f => f.Id, Link);
    }

    private async Task<IReadOnlyList<RequestEntry>> EntriesAsync(Ticket ticket, Actor actor, Dictionary<Guid, long> linked, CancellationToken cancellation)
    {
        var all = await timeline.OfAsync(ticket, actor, cancellation);
        var inAnswers = TicketAnswers.Read(ticket).Given.Where(a => a.Kind == FieldKind.Files).SelectMany(a => a.Strings).ToHashSet();
        return [.. all.Where(e => e.Visibility == Visibility.Public && IsTold(e)).Select(Entry)];

        RequestEntry Entry(TimelineEntry e) => new(
            e.Id, KindOf(e, ticket), e.At, e.Actor?.Name,
            e.Note?.IsFromUser ?? (e.Actor is { } who && (who.Id == ticket.RequesterId || who.Id == ticket.ReportedById)),
            e.Actor is { } writer && writer.Id == actor.PersonId,
            e.Kind switch
            {
                "opened" => ticket.Description,
                "resolved" => Word(e.Data, "solution"),
                "closed" => Word(e.Data, "explanation"),
                "waiting" or "resumed" or "rated" => null,
                _ => e.Note?.Text ?? Word(e.Data, "reason"),
            },
            e.Kind switch
            {
                "closed" => Word(e.Data, "code") is { } code && Words.TryParse<CloseCode>(code, out var known) ? texts.Of(known).Value : null,
                "waiting" or "resumed" => Word(e.Data, "reason") is { } reason && Words.TryParse<WaitReason>(reason, out var known) ? texts.Of(known).Value : null,
                "rated" => e.Data["rating"]?["overall"] is { } score ? texts[RatingWords.TextKey(score.GetValue<int>())].Value : null,
                "followedUp" => Word(e.Data, "followUpId") is { } id && linked.TryGetValue(Guid.Parse(id), out var number) ? $"#{number}" : null,
                _ => null,
            },
            e.Kind == "waiting" && e.Data["until"] is { } until ? until.GetValue<DateTimeOffset>() : null,
            [.. e.Files.Where(f => !inAnswers.Contains(f.Id.ToString())).Select(Link)],
            e.Note is { IsFromUser: true, LooksLikeThanks: true, NoReplyNeeded: false } ? e.Note.Id : null);
    }

    /// <summary>The first answer speaks for itself, as does the confirmation that closes it; that a wait ended because the user wrote, the message says.</summary>
    private static bool IsTold(TimelineEntry e) => e.Kind switch
    {
        "firstResponse" => false,
        "closed" => Word(e.Data, "code") is not ("confirmed" or "calledBack"),
        "resumed" => Word(e.Data, "because") != Words.Of(WaitEnd.Answered),
        _ => true,
    };

    private static string KindOf(TimelineEntry e, Ticket ticket) => e.Kind switch
    {
        "confirmed" when e.Data["spoken"]?.GetValue<bool>() == true => "confirmedSpoken",
        "opened" when e.Actor is { } who && who.Id != ticket.RequesterId && who.Id != ticket.ReportedById => "openedForYou",
        _ => e.Kind,
    };

    private static string? Word(JsonObject data, string name) => data[name]?.GetValueKind() == System.Text.Json.JsonValueKind.String ? data[name]!.GetValue<string>() : null;

    public static FileLink Link(StoredFile file) => new(file.Name, file.Size, TicketFiles.Link(file), file.IsPicture);
}
