using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets;

/// <summary>A message of the user (谢谢) needs no answer.</summary>
internal sealed class MarkNoReplyNeeded : ITicketAct<MarkNoReplyNeeded.Input>
{
    internal sealed record Input(Guid? Note);

    public static string Name => "noReplyNeeded";

    public static Permission Permission => TicketPermissions.File;

    public static bool IsInPortal => true;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var ticket = context.Ticket;
        var waiting = await context.Work.Db.Set<Note>()
            .Where(n => n.TicketId == ticket.Id && n.IsFromUser && !n.NoReplyNeeded)
            .OrderBy(n => n.At)
            .ToListAsync(context.Cancellation);
        var note = waiting.SingleOrDefault(n => n.Id == input.Note);
        var other = waiting.Find(n => n != note && ticket.UnansweredSince <= n.At);
        var decision = Conversation.NeedsNoReply(note, other?.At);
        if (!decision.IsRefused)
        {
            note!.NoReplyNeeded = true;
        }
        return decision;
    }
}
