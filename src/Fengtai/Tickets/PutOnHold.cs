using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>挂起: for a reason, until a date on which it comes back by itself.</summary>
internal sealed class PutOnHold(KnownSuppliers suppliers) : ITicketAct<PutOnHold.Input>
{
    /// <param name="Question">For the user; must be there when the user is what is waited for.</param>
    /// <param name="Note">For staff.</param>
    /// <param name="Supplier">Which one, where one is what is waited for.</param>
    internal sealed record Input(WaitReason? Reason, DateTimeOffset? Until, string? Question, string? Note, string? Supplier = null);

    public static string Name => "wait";

    public static Permission Permission => TicketPermissions.Work;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var texts = new GivenTexts();
        var question = texts.Lines("question", input.Question, TicketLimits.Note);
        var note = texts.Lines("note", input.Note, TicketLimits.Note);
        var supplier = input.Reason == WaitReason.Supplier ? await suppliers.FindAsync(input.Supplier, context.Cancellation) : (string?)null;
        return texts.AreRefused ? Decision.Refuse(texts.Refusals)
            : input.Reason is not { } reason ? new Missing("reason")
            : supplier.IsRefused ? supplier.Refusal
            : Handling.Wait(
                context.Ticket, context.By, reason, input.Until,
                question.Length > 0 ? NewNotes.Answer(question) : null,
                note.Length > 0 ? NewNotes.Internal(note) : null,
                context.Now, supplier.Value);
    }
}
