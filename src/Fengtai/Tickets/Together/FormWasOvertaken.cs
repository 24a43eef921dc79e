using Fengtai.Platform.Events;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Macros;
using Fengtai.Tickets.Rules;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Tickets.Together;

/// <summary>
/// A form says which event of its ticket was the newest when it was made. What others did since is told once, before the form counts.
/// Asked inside the decision: of two who send at the same moment, the second is decided again on what the first did.
/// </summary>
internal static class FormWasOvertaken
{
    /// <param name="seen">The newest event that the form's writer has read.</param>
    public static async Task<Refusal?> CheckAsync(object input, long seen, ActContext context)
    {
        var minds = MindsOf(input);
        if (minds == Minds.Nothing)
        {
            return null;
        }
        var since = await context.Work.Db.Set<EventRow>().AsNoTracking()
            .Where(e => e.SubjectId == context.Ticket.Id && e.SubjectKind == TicketEvent.SubjectKind && e.Id > seen)
            .Select(e => new { e.Id, e.Kind, e.Visibility, e.Actor })
            .ToListAsync(context.Cancellation);
        var isOvertaken = since.Exists(e => new Happening(e.Id, e.Kind, e.Visibility == Visibility.Public, context.By.Actor.Is(e.Actor)).IsNews(minds));
        return (isOvertaken, minds) switch
        {
            (false, _) => null,
            (true, Minds.Conversation) => new OthersWereFaster(),
            (true, _) => new ChangedMeanwhile(),
        };
    }

    /// <param name="input">What the form was read into.</param>
    public static Minds MindsOf(object input) => input switch
    {
        AddNote.Input { Visibility: NoteVisibility.Internal } => Minds.Nothing,
        AddNote.Input => Minds.Conversation,
        Macro or AssignTicket.Input or PassOnTicket.Input or EscalateTicket.Input or ClassifyTicket.Input or CorrectTicket.Input => Minds.Changes,
        _ => Minds.Acts,
    };
}
