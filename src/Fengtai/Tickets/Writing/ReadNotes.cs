using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Watching;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Writing;

/// <summary>Finds what a note that is about to be written refers to: whom it names, and what its writer uploaded for it. Names in the words of users call nobody.</summary>
internal sealed class ReadNotes(Capabilities capabilities, TicketReaders readers, PicturesInTexts pictures, FengtaiDb db)
{
    /// <summary>The events of one step with what its notes refer to, or why somebody cannot be named.</summary>
    /// <param name="ticket">As it was before the step.</param>
    public async Task<Result<IReadOnlyList<TicketEvent>>> InAsync(Ticket ticket, IReadOnlyList<TicketEvent> events, Actor actor, CancellationToken cancellation)
    {
        if (!events.OfType<NoteAdded>().Any(n => MayName(n, actor) || PicturesInTexts.In(n.Text).Count > 0))
        {
            return events.ToArray();
        }
        var after = events.Aggregate(new Assignment(ticket.TeamId, ticket.AssigneeId), (now, happened) => happened switch
        {
            TicketAssigned { To: var to } => to,
            TicketPassedOn { To: var to } => to,
            TicketEscalated { To: var to } => to,
            TicketClaimed { AssigneeId: var claimer } => now with { AssigneeId = claimer },
            _ => now,
        });
        var shown = await ShownAsync([.. events.OfType<NoteAdded>()], actor, cancellation);
        var read = new List<TicketEvent>();
        foreach (var happened in events)
        {
            if (happened is not NoteAdded note)
            {
                read.Add(happened);
                continue;
            }
            var named = MayName(note, actor) ? await NamedAsync(note.Text, ticket, after, cancellation) : Array.Empty<NamedPerson>();
            if (named.IsRefused)
            {
                return named.Refusal;
            }
            read.Add(note with { Named = named.Value, Files = [.. note.Files, .. shown[note.NoteId]] });
        }
        return read;
    }

    /// <summary>The pictures that each note brings. One that several notes of a step show hangs on a public one: whoever reads that must see it.</summary>
    private async Task<ILookup<Guid, Guid>> ShownAsync(IReadOnlyList<NoteAdded> notes, Actor actor, CancellationToken cancellation)
    {
        var shown = new List<(Guid Note, Guid Picture)>();
        foreach (var note in notes.OrderByDescending(n => n.IsPublic))
        {
            shown.AddRange((await pictures.NewAsync(note.Text, actor, cancellation)).Select(picture => (note.NoteId, picture)));
        }
        return shown.DistinctBy(s => s.Picture).ExceptBy(notes.SelectMany(n => n.Files), s => s.Picture).ToLookup(s => s.Note, s => s.Picture);
    }

    /// <summary>Who is named in a text as it would be read now.</summary>
    public Task<Result<IReadOnlyList<NamedPerson>>> OfAsync(string text, Ticket ticket, CancellationToken cancellation) =>
        NamedAsync(text, ticket, new(ticket.TeamId, ticket.AssigneeId), cancellation);

    // what jobs carry on was somebody's word before
    private static bool MayName(NoteAdded note, Actor actor) => actor.IsSignedIn && !note.IsFromUser && note.Text.Contains('@', StringComparison.Ordinal);

    private async Task<Result<IReadOnlyList<NamedPerson>>> NamedAsync(string text, Ticket ticket, Assignment assignment, CancellationToken cancellation)
    {
        var spoken = Markdown.AfterAtSigns(text);
        if (spoken.Count == 0)
        {
            return Array.Empty<NamedPerson>();
        }
        var staff = (await capabilities.WhoMayAsync(TicketPermissions.Staff, cancellation)).Select(p => new Mentionable(p.Id, p.Login, p.Name)).ToList();
        var reading = (await readers.OfAsync(assignment, cancellation)).Select(p => p.Id).ToHashSet();
        var named = Mentioning.Read(spoken, staff, reading, Markdown.BeginsWithName);
        if (named.IsRefused)
        {
            return Result<IReadOnlyList<NamedPerson>>.Refused(named.Refusals);
        }
        var people = named.Value.Select(n => n.Person).ToList();
        var watching = people.Count == 0 ? [] : await db.Set<Watcher>().AsNoTracking().Where(w => w.TicketId == ticket.Id && people.Contains(w.PersonId)).Select(w => w.PersonId).ToListAsync(cancellation);
        return named.Value.Select(n => new NamedPerson(n.Said, n.Person, watching.Contains(n.Person))).ToArray();
    }
}
