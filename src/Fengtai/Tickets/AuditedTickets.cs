using System.Globalization;
using Fengtai.Catalog;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

/// <summary>What happens to tickets, for the auditor.</summary>
internal sealed class AuditedTickets(FengtaiDb db) : AuditedKind
{
    public override string SubjectKind => TicketEvent.SubjectKind;

    public override IReadOnlyList<string> EventKinds =>
    [
        "opened", "accepted", "classified", "corrected", "assigned", "passedOn", "taken", "claimed", "started", "contacted", "firstResponse", "note", "questionsAnswered",
        "noReplyNeeded", "waiting", "resumed", "resolved", "diagnosed", "confirmed", "notSolved", "called", "closed", "reopened", "followedUp", "cancelled", "rated", "macro",
        "planned", "promised", "promiseKept", "arrived", "left", "escalated", "urged",
        "merged", "absorbed", "unmerged", "released", "forwarded", "split", "splitOff", "linked", "unlinked", "childrenAttached",
        "majorDeclared", "majorWithdrawn", "majorUpdated", "majorJoined", "spread", "watched", "unwatched",
        "actUndone", "tasksAdded", "taskDone", "taskReopened", "taskChanged", "taskRemoved", "tasksOrdered", "timeSpent", "timeCorrected", "timeRemoved",
    ];

    public override bool MayRead(Actor actor) => actor.May(TicketPermissions.ReadAll);

    public override string EventKey(string eventKind) => $"tickets.event.{eventKind}";

    // a ticket that is named by its id need not be by its number, too
    public override string? LabelKey(string eventKind, string member) => (eventKind, member) switch
    {
        ("promised" or "promiseKept", "by") => "tickets.data.promisedBy",
        (_, "noteId" or "macroId" or "taskId" or "entryId" or "forwardedNoteId" or "key" or "labelEn" or "into" or "other" or "to") => null,
        ("unmerged" or "splitOff", "from") => null,
        _ => $"tickets.data.{member}",
    };

    public override string? WordKey(string eventKind, string member, string value) => (eventKind, member) switch
    {
        (_, "type") => AuditedWord.Key<TicketType>(value),
        (_, "channel") => AuditedWord.Key<Channel>(value),
        (_, "impact" or "claimedImpact") => AuditedWord.Key<Impact>(value),
        (_, "urgency" or "claimedUrgency") => AuditedWord.Key<Urgency>(value),
        (_, "priority") => AuditedWord.Key<Priority>(value),
        ("waiting" or "resumed", "reason") => AuditedWord.Key<WaitReason>(value),
        ("resumed", "because") => AuditedWord.Key<WaitEnd>(value),
        ("escalated", "target") => AuditedWord.Key<EscalationTarget>(value),
        ("contacted", "by") => AuditedWord.Key<ContactBy>(value),
        ("resolved", "outcome") => AuditedWord.Key<ResolutionOutcome>(value),
        ("called", "outcome") => AuditedWord.Key<CallOutcome>(value),
        ("closed", "code") => AuditedWord.Key<CloseCode>(value),
        ("linked" or "unlinked", "what") => AuditedWord.Key<LinkKind>(value),
        ("spread", "what") => AuditedWord.Key<SpreadKind>(value),
        (_, "work") => AuditedWord.Key<WorkKind>(value),
        ("actUndone", "act") => AuditedWord.Key<BulkAct>(value),
        ("questionsAnswered", "kind") => AuditedWord.Key<FieldKind>(value),
        _ => null,
    };

    public override async Task<IReadOnlyDictionary<Guid, AuditedName>> NamesAsync(IReadOnlyCollection<Guid> ids, Actor actor, CancellationToken cancellation)
    {
        var seen = await db.Set<Ticket>().AsNoTracking().VisibleTo(actor).Where(t => ids.Contains(t.Id)).ToListAsync(cancellation);
        // that a number was given out is no secret; what it is about may be
        var hidden = await db.Set<Ticket>().Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Number }).ToListAsync(cancellation);
        var names = hidden.ToDictionary(t => t.Id, t => new AuditedName(Number(t.Number), null));
        foreach (var ticket in seen)
        {
            names[ticket.Id] = new($"{Number(ticket.Number)} {ticket.Subject}", Standing.Of(actor, ticket).SeesInternals ? $"/desk/tickets/{ticket.Number}" : $"/requests/{ticket.Number}");
        }
        return names;
    }

    public override async Task<Guid?> FindAsync(string words, CancellationToken cancellation) =>
        long.TryParse(words.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await db.Set<Ticket>().Where(t => t.Number == number).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(cancellation)
            : null;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
