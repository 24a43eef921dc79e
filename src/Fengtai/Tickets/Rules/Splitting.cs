using Fengtai.Platform.Refusals;

namespace Fengtai.Tickets.Rules;

/// <summary>A second matter in the same request becomes a ticket of its own.</summary>
internal static class Splitting
{
    /// <param name="messages">What was chosen of the ticket's conversation, oldest first.</param>
    /// <param name="text">What the desk says of it.</param>
    public static Decision Split(Ticket ticket, Standing by, string subject, string text, IReadOnlyList<Note> messages, Guid newId)
    {
        Refusal? no = ticket switch
        {
            _ when !by.IsDesk => new OnlyTheDeskDoesThis(),
            { MergedIntoId: not null } => new TicketWasMerged(),
            { Status: TicketStatus.Cancelled } => new TicketWasCancelled(),
            _ when subject.Length == 0 => new Missing("subject"),
            _ when text.Length == 0 && messages.Count == 0 => new NothingToSplit(),
            // the description is for the requester's eyes
            _ when messages.Any(m => !m.IsPublic) => new InternalNotesAreNotSplit(),
            _ when Description(text, messages).Length > TicketLimits.Description => new SplitIsTooLong(TicketLimits.Description),
            _ => null,
        };
        return no is not null ? no : new TicketSplit(newId, subject);
    }

    public static string Description(string text, IReadOnlyList<Note> messages) =>
        string.Join("\n\n", new[] { text }.Concat(messages.Select(m => m.Text)).Where(t => t.Length > 0));
}
