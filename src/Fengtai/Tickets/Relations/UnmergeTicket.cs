using System.Text.Json;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Relations;

/// <summary>撤销合并: the ticket stands again as it stood, with what its users have written in between.</summary>
internal sealed class UnmergeTicket(OtherTickets others, TicketActs acts) : ITicketAct<UnmergeTicket.Input>
{
    internal sealed record Input;

    public static string Name => "unmerge";

    public static Permission Permission => TicketPermissions.Desk;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var (ticket, db) = (context.Ticket, context.Work.Db);
        var merge = await db.FindAsync<Merge>([ticket.Id], context.Cancellation);
        var survivor = merge is null ? null : await db.FindAsync<Ticket>([merge.SurvivorId], context.Cancellation);
        var before = merge is null ? null : JsonSerializer.Deserialize<BeforeMerge>(merge.Before, Json.Options);
        var decision = Merging.Unmerge(ticket, context.By, survivor, before);
        if (decision.IsRefused)
        {
            return decision;
        }
        acts.Happen(ticket, decision.Events, context.By.Actor);
        await BringBackAsync(ticket, survivor!, context);
        acts.Happen(survivor!, [Merging.Release(survivor!, ticket, merge!.WaitingSince, merge.UnansweredBefore)], context.By.Actor);
        db.Remove(merge);
        db.RemoveRange(await db.Set<Participant>().Where(p => p.TicketId == survivor!.Id && p.ThroughId == ticket.Id).ToListAsync(context.Cancellation));
        return Decision.Happen();
    }

    /// <summary>What was written at the merged ticket stands in the survivor's conversation and stays there; it belongs to this one, too.</summary>
    private async Task BringBackAsync(Ticket ticket, Ticket survivor, ActContext context)
    {
        var db = context.Work.Db;
        var merged = await others.MergedIntoAsync(ticket.Id, context.Cancellation);
        var written = await db.Set<Note>().AsNoTracking()
            .Where(n => n.TicketId == survivor.Id && n.ThroughId != null && merged.Contains(n.ThroughId.Value))
            .OrderBy(n => n.At).ThenBy(n => n.Id)
            .ToListAsync(context.Cancellation);
        foreach (var note in written)
        {
            var isAnswered = survivor.UnansweredSince is null || survivor.UnansweredSince > note.At;
            var copy = NewNotes.Of(note.Text, isPublic: true, note.IsFromUser, note.IsFromUser && (note.NoReplyNeeded || isAnswered), []);
            acts.Happen(ticket, [copy], AuthorOf(note), note.At);
            foreach (var attachment in await db.Set<Attachment>().Where(a => a.NoteId == note.Id).ToListAsync(context.Cancellation))
            {
                // a file hangs on one thing only, and it is the writer's
                db.Entry(attachment).Property(a => a.TicketId).CurrentValue = ticket.Id;
                db.Entry(attachment).Property(a => a.NoteId).CurrentValue = copy.NoteId;
            }
        }
    }

    private static Actor AuthorOf(Note note) => note.AuthorId is { } author ? new() { Id = author } : Actor.System;
}
