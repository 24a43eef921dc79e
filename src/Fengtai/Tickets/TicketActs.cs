using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Watching;
using Fengtai.Tickets.Writing;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

/// <summary>Loads the ticket as far as the actor may see it, lets the act decide, applies what happened and saves it.</summary>
internal sealed class TicketActs(Work work, ReadNotes reading)
{
    /// <summary>Several at once: who did not say which version was meant is tried again on the newer one. Each time somebody else was saved, so a crowd ends.</summary>
    private const int Tries = 12;

    /// <param name="version">The version the actor looked at; null decides on the present state.</param>
    public async Task<Result<Ticket>> ActAsync(long number, uint? version, Actor actor, Func<ActContext, Task<Decision>> decide, CancellationToken cancellation)
    {
        for (var tried = 1; ; tried++)
        {
            var ticket = await work.Db.Set<Ticket>().VisibleTo(actor).SingleOrDefaultAsync(t => t.Number == number, cancellation);
            if (ticket is null)
            {
                return new NotFound();
            }
            if (version is { } seen && seen != ticket.Version)
            {
                return new ChangedMeanwhile();
            }
            var decision = await decide(new(ticket, Standing.Of(actor, ticket), work, cancellation));
            if (decision.IsRefused)
            {
                return Result<Ticket>.Refused(decision.Refusals);
            }
            var events = await reading.InAsync(ticket, decision.Events, actor, cancellation);
            if (events.IsRefused)
            {
                return Result<Ticket>.Refused(events.Refusals);
            }
            Happen(ticket, events.Value, actor);
            var saved = await work.SaveAsync(cancellation);
            if (!saved.IsRefused)
            {
                return ticket;
            }
            if (saved.Refusal is not (ChangedMeanwhile or WatchesAlready) || version is not null && saved.Refusal is ChangedMeanwhile || tried == Tries)
            {
                return saved.Refusal;
            }
            work.Db.ChangeTracker.Clear();
        }
    }

    /// <summary>Applies events to the state and writes them to the log.</summary>
    /// <param name="at">When it really happened, where that is not now.</param>
    public void Happen(Ticket ticket, IEnumerable<TicketEvent> events, Actor actor, DateTimeOffset? at = null)
    {
        Touch(ticket);
        foreach (var happened in Promising.WithKept(ticket, events, at ?? work.Now))
        {
            TicketState.Apply(ticket, happened, at ?? work.Now);
            work.Record(SubjectOf(ticket), happened, actor, at);
            if (happened is NoteAdded note)
            {
                Keep(ticket, note, actor, at ?? work.Now);
            }
        }
    }

    /// <summary>Saves it even where nothing changed, so that who decided on it at the same moment is noticed.</summary>
    public void Touch(Ticket ticket)
    {
        var row = work.Db.Entry(ticket);
        if (row.State is EntityState.Unchanged or EntityState.Modified)
        {
            row.Property(t => t.UpdatedAt).IsModified = true;
        }
    }

    public static Subject SubjectOf(Ticket ticket) => new(TicketEvent.SubjectKind, ticket.Id);

    public static Note NoteOf(Ticket ticket, NoteAdded note, Actor author, DateTimeOffset at) => new()
    {
        Id = note.NoteId,
        TicketId = ticket.Id,
        AuthorId = author.PersonId,
        At = at,
        Text = note.Text,
        IsPublic = note.IsPublic,
        IsFromUser = note.IsFromUser,
        NoReplyNeeded = note.NoReplyNeeded,
        LooksLikeThanks = note.LooksLikeThanks,
        ThroughId = note.ThroughId,
    };

    private void Keep(Ticket ticket, NoteAdded note, Actor actor, DateTimeOffset at)
    {
        work.Db.Add(NoteOf(ticket, note, actor, at));
        Call(ticket, note, actor);
        work.Db.AddRange(note.Files.Select(f => new Attachment { FileId = f, TicketId = ticket.Id, NoteId = note.NoteId, IsPublic = note.IsPublic }));
    }

    /// <summary>Who is named watches from now on.</summary>
    private void Call(Ticket ticket, NoteAdded note, Actor actor)
    {
        work.Db.AddRange(note.Named.Select(n => new Mention { NoteId = note.NoteId, Said = n.Said, PersonId = n.PersonId, TicketId = ticket.Id }));
        foreach (var person in note.Named.Where(n => !n.Watches).Select(n => n.PersonId).Distinct())
        {
            work.Db.Add(new Watcher { TicketId = ticket.Id, PersonId = person, Since = work.Now, AddedById = actor.PersonId });
            work.Record(SubjectOf(ticket), new WatcherAdded(person, ByMention: true), actor);
        }
    }
}
