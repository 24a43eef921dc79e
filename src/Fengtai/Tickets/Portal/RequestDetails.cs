using System.Text.Json.Nodes;
using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Files;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.MajorIncidents;
using Fengtai.Tickets.Relations;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Together;
using Fengtai.Tickets.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Portal;

/// <summary>Everything that a requester reads about one request. Staff see the same here as anybody else: what is internal is on the desk.</summary>
internal sealed class RequestDetails(
    FengtaiDb db, TicketTimeline timeline, People people, Teams teams, Categories categories, FileStore files,
    OtherTickets others, MajorIncidentQuery majors, TicketReferences references, OwnDrafts drafts, Urgings urgings, TimeProvider time, IStringLocalizer texts)
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
        var by = Standing.Of(actor, ticket);
        // what the requester told of themselves is not for those who merely follow
        var answers = by.IsFollower ? FormAnswers.None : TicketAnswers.Read(ticket);
        Guid? survivor = ticket.MergedIntoId is null ? null : await others.SurvivorOfAsync(ticket.Id, cancellation);
        var linked = await LinkedAsync(ticket, survivor, actor, cancellation);
        var entries = await EntriesAsync(ticket, actor, linked, cancellation);
        var form = category is null ? FormDefinition.Empty : tree.FormOf(category);
        var now = time.GetUtcNow();
        var urged = entries.Where(e => e.Kind == "urged" && e.At >= now - Urging.Day).Select(e => e.At).ToList();
        return new RequestModel
        {
            Ticket = ticket,
            Drafts = await drafts.OfAsync(ticket, actor, cancellation),
            Offers = RequestOffers.Of(ticket, by, urged, urgings.Limits, now),
            UrgeAgainAt = Urging.NotNow(ticket, by.AsUser()) is null && Urging.AgainAt(urged, urgings.Limits) is { } again && again > now ? again : null,
            IsFollowed = by.IsFollower,
            Entries = entries,
            References = await references.OfAsync(ticket, entries.Select(e => e.Text), entries.SelectMany(e => e.Files), actor, onDesk: false, cancellation),
            Category = category is null ? null : tree.PathNameOf(category),
            Handler = await HandlerAsync(ticket, known, cancellation),
            Requester = known.GetValueOrDefault(ticket.RequesterId)?.Name,
            Reporter = ticket.ReportedById is { } reporter ? known.GetValueOrDefault(reporter)?.Name : null,
            Department = known.GetValueOrDefault(ticket.RequesterId)?.Department,
            Answers = answers.Given,
            // asked in any case: what it depended on is answered
            MissingForm = form with { Fields = [.. form.Fields.Where(f => !by.IsFollower && ticket.MissingAnswers.Contains(f.Key)).Select(f => f with { When = null })] },
            Files = await AnsweredFilesAsync(answers, cancellation),
            Follows = linked.Find(l => l.Id == ticket.FollowsId)?.Number,
            FollowedBy = [.. linked.Where(l => l.FollowsId == ticket.Id).Select(l => l.Number).Order()],
            SplitFrom = linked.Find(l => l.IsSplitFrom)?.Number,
            SplitInto = [.. linked.Where(l => l.IsSplitInto).Select(l => l.Number).Order()],
            MergedInto = linked.Find(l => l.Id == survivor)?.Number,
            PartOf = ticket.ParentId is { } parent ? await majors.OfAsync(parent, cancellation) : null,
        };
    }

    /// <summary>The requests that came out of this one or out of which it came, as far as this person may know of them.</summary>
    private async Task<List<Linked>> LinkedAsync(Ticket ticket, Guid? survivor, Actor actor, CancellationToken cancellation)
    {
        var links = await db.Set<TicketLink>().AsNoTracking()
            .Where(l => l.Kind == LinkKind.SplitFrom && (l.FromId == ticket.Id || l.ToId == ticket.Id))
            .ToListAsync(cancellation);
        var (from, into) = (links.Where(l => l.FromId == ticket.Id).Select(l => l.ToId).ToHashSet(), links.Where(l => l.ToId == ticket.Id).Select(l => l.FromId).ToHashSet());
        Guid[] named = [.. from, .. into, .. new[] { survivor, ticket.FollowsId }.OfType<Guid>()];
        var found = await db.Set<Ticket>().AsNoTracking().VisibleTo(actor)
            .Where(t => t.FollowsId == ticket.Id || named.Contains(t.Id))
            .Select(t => new { t.Id, t.Number, t.FollowsId })
            .ToListAsync(cancellation);
        return found.ConvertAll(t => new Linked(t.Id, t.Number, t.FollowsId, from.Contains(t.Id), into.Contains(t.Id)));
    }

    private sealed record Linked(Guid Id, long Number, Guid? FollowsId, bool IsSplitFrom, bool IsSplitInto);

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

    private async Task<IReadOnlyList<RequestEntry>> EntriesAsync(Ticket ticket, Actor actor, List<Linked> linked, CancellationToken cancellation)
    {
        var all = await timeline.OfAsync(ticket, actor, cancellation);
        var follows = Standing.Of(actor, ticket).IsFollower;
        var inAnswers = TicketAnswers.Read(ticket).Given.Where(a => a.Kind == FieldKind.Files).SelectMany(a => a.Strings).ToHashSet();
        return [.. all.Where(e => e.Visibility == Visibility.Public && IsTold(e)).Select(Entry)];

        RequestEntry Entry(TimelineEntry e) => new(
            e.Id, KindOf(e, ticket, follows), e.At, e.Actor?.Name,
            e.Note?.IsFromUser ?? (e.Actor is { } who && (who.Id == ticket.RequesterId || who.Id == ticket.ReportedById)),
            e.Actor is { } writer && writer.Id == actor.PersonId,
            e.Kind switch
            {
                "opened" => ticket.Description,
                "resolved" => Word(e.Data, "solution"),
                "planned" or "promised" => Word(e.Data, "text"),
                "closed" => Word(e.Data, "explanation"),
                "waiting" or "resumed" or "rated" => null,
                _ => e.Note?.Text ?? Word(e.Data, "reason"),
            },
            e.Kind switch
            {
                "closed" => Word(e.Data, "code") is { } code && Words.TryParse<CloseCode>(code, out var known) ? texts.Of(known).Value : null,
                "waiting" or "resumed" => Word(e.Data, "reason") is { } reason && Words.TryParse<WaitReason>(reason, out var known) ? texts.Of(known).Value : null,
                "rated" => e.Data["rating"]?["overall"] is { } score ? texts[RatingWords.TextKey(score.GetValue<int>())].Value : null,
                "followedUp" => NumberOf(Word(e.Data, "followUpId")),
                "split" => NumberOf(Word(e.Data, "newId")),
                "splitOff" => NumberOf(Word(e.Data, "fromId")),
                "merged" or "unmerged" or "forwarded" => NumberIn(e.Data),
                "majorJoined" => Word(e.Data, "title"),
                _ => null,
            },
            e.Kind switch
            {
                "waiting" => Time(e.Data, "until"),
                "promised" => Time(e.Data, "by"),
                "arrived" => Time(e.Data, "arrivedAt"),
                "left" => Time(e.Data, "leftAt"),
                _ => null,
            },
            [.. e.Files.Where(f => !inAnswers.Contains(f.Id.ToString())).Select(Link)],
            e.Note is { IsFromUser: true, LooksLikeThanks: true, NoReplyNeeded: false } ? e.Note.Id : null);

        string? NumberOf(string? id) => id is not null && linked.Find(l => l.Id == Guid.Parse(id)) is { } other ? $"#{other.Number}" : null;
    }

    private static string? NumberIn(JsonObject data) => (data["into"] ?? data["from"] ?? data["to"]) is { } number ? $"#{number.GetValue<long>()}" : null;

    /// <summary>The first answer speaks for itself, as does the confirmation that closes it; that a wait ended because the user wrote, the message says, and what kept a promise speaks for itself, too.</summary>
    private static bool IsTold(TimelineEntry e) => e.Kind switch
    {
        "firstResponse" or "promiseKept" => false,
        "closed" => Word(e.Data, "code") is not ("confirmed" or "calledBack"),
        "resumed" => Word(e.Data, "because") != Words.Of(WaitEnd.Answered),
        _ => true,
    };

    private static string KindOf(TimelineEntry e, Ticket ticket, bool follows) => e.Kind switch
    {
        "confirmed" when e.Data["spoken"]?.GetValue<bool>() == true => "confirmedSpoken",
        "opened" when !follows && e.Actor is { } who && who.Id != ticket.RequesterId && who.Id != ticket.ReportedById => "openedForYou",
        _ => e.Kind,
    };

    private static DateTimeOffset? Time(JsonObject data, string name) => data[name]?.GetValue<DateTimeOffset>();

    private static string? Word(JsonObject data, string name) => data[name]?.GetValueKind() == System.Text.Json.JsonValueKind.String ? data[name]!.GetValue<string>() : null;

    public static FileLink Link(StoredFile file) => new(file.Name, file.Size, TicketFiles.Link(file), file.IsPicture);
}
