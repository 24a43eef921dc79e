using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Relations;

/// <summary>拆分: chosen messages, or a text, become a new ticket of the same requester.</summary>
internal sealed class SplitTicket(FollowUpTickets tickets) : ITicketAct<SplitTicket.Input>
{
    private const int MostNotes = 50;

    /// <param name="Notes">Ids of messages of the ticket's conversation (<c>noteId</c> of its events).</param>
    internal sealed record Input(string? Subject, string? Text, IReadOnlyList<Guid>? Notes);

    public static string Name => "split";

    public static Permission Permission => TicketPermissions.Desk;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var texts = new GivenTexts();
        var subject = texts.Line("subject", input.Subject, TicketLimits.Subject);
        var text = texts.Lines("text", input.Text, TicketLimits.Description);
        var ids = (input.Notes ?? []).Distinct().Take(MostNotes).ToArray();
        var messages = ids.Length == 0 ? [] : await context.Work.Db.Set<Note>().AsNoTracking()
            .Where(n => n.TicketId == context.Ticket.Id && ids.Contains(n.Id))
            .OrderBy(n => n.At).ThenBy(n => n.Id)
            .ToListAsync(context.Cancellation);
        if (texts.AreRefused || messages.Count < ids.Length)
        {
            return texts.AreRefused ? Decision.Refuse(texts.Refusals) : new UnknownValue("notes", ids.Except(messages.Select(m => m.Id)).First().ToString());
        }
        var id = Guid.CreateVersion7();
        var decision = Splitting.Split(context.Ticket, context.By, subject, text, messages, id);
        if (!decision.IsRefused)
        {
            tickets.OpenBeside(id, context.Ticket, subject, Splitting.Description(text, messages), context.By.Actor, context.Work);
            context.Work.Db.Add(new TicketLink { FromId = id, ToId = context.Ticket.Id, Kind = LinkKind.SplitFrom, At = context.Now, ById = context.By.Actor.PersonId });
        }
        return decision;
    }
}
