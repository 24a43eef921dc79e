using System.Text.Json;
using System.Text.Json.Nodes;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Platform.Files;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

/// <summary>One thing that happened to a ticket, as an actor may see it.</summary>
/// <param name="Note">The words, where it is a note.</param>
internal sealed record TimelineEntry(long Id, string Kind, DateTimeOffset At, PersonCard? Actor, Visibility Visibility, JsonObject Data, Note? Note, IReadOnlyList<StoredFile> Files);

/// <summary>What happened to a ticket, oldest first. Who is not staff gets public events only, and no file of an internal note.</summary>
internal sealed class TicketTimeline(FengtaiDb db, People people, FileStore files)
{
    /// <summary>What a requester said of themselves and of the service, and their other requests; who follows their ticket reads the conversation.</summary>
    private static readonly string[] NotForFollowers = ["questionsAnswered", "rated", "split", "splitOff", "majorJoined"];

    /// <param name="hasFiles">False where it is known that there is none to be looked for.</param>
    public async Task<IReadOnlyList<TimelineEntry>> OfAsync(Ticket ticket, Actor actor, CancellationToken cancellation, bool hasFiles = true)
    {
        var (seesInternals, follows) = (Standing.Of(actor, ticket).SeesInternals, Standing.Of(actor, ticket).IsFollower);
        var rows = await db.Set<EventRow>().AsNoTracking()
            .Where(e => e.SubjectId == ticket.Id && e.SubjectKind == TicketEvent.SubjectKind && (seesInternals || e.Visibility == Visibility.Public))
            .Where(e => !follows || !NotForFollowers.Contains(e.Kind))
            .OrderBy(e => e.Id)
            .ToListAsync(cancellation);
        var notes = await db.Set<Note>().AsNoTracking().Where(n => n.TicketId == ticket.Id && (seesInternals || n.IsPublic)).ToDictionaryAsync(n => n.Id, cancellation);
        var attached = hasFiles ? await AttachedAsync(ticket.Id, seesInternals, follows, cancellation) : Enumerable.Empty<StoredFile>().ToLookup(_ => Guid.Empty);
        var actors = await people.ManyAsync(rows.Select(r => r.Actor).OfType<Guid>(), cancellation);
        return [.. rows.Select(Entry)];

        TimelineEntry Entry(EventRow row)
        {
            var data = JsonNode.Parse(row.Data)!.AsObject();
            if (!seesInternals)
            {
                // that a supplier is waited for is told; which one is the desk's affair
                data.Remove("supplier");
            }
            var note = data["noteId"] is { } id ? notes.GetValueOrDefault(id.GetValue<Guid>()) : null;
            var of = row.Kind switch
            {
                "note" when note is not null => attached[note.Id],
                "opened" => attached[Guid.Empty],
                _ => [],
            };
            return new(row.Id, row.Kind, row.At, row.Actor is { } person ? actors.GetValueOrDefault(person) : null, row.Visibility, data, row.Kind == "note" ? note : null, [.. of]);
        }
    }

    private async Task<ILookup<Guid, StoredFile>> AttachedAsync(Guid ticket, bool seesInternals, bool follows, CancellationToken cancellation)
    {
        var attachments = await db.Set<Attachment>().AsNoTracking()
            .Where(a => a.TicketId == ticket && (seesInternals || a.IsPublic) && (!follows || a.NoteId != null))
            .ToListAsync(cancellation);
        var stored = (await files.FindAsync([.. attachments.Select(a => a.FileId)], cancellation)).ToDictionary(f => f.Id);
        return attachments.Where(a => stored.ContainsKey(a.FileId)).OrderBy(a => a.FileId).ToLookup(a => a.NoteId ?? Guid.Empty, a => stored[a.FileId]);
    }
}
