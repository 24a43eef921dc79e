using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>回访: the desk asks the user on the telephone whether it is solved.</summary>
internal sealed class CallUser : ITicketAct<CallUser.Input>
{
    internal sealed record Input(CallOutcome? Outcome, string? Note);

    public static string Name => "call";

    public static Permission Permission => TicketPermissions.FollowUp;

    public Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var note = PlainText.Lines("note", input.Note, TicketLimits.Reason);
        return Task.FromResult<Decision>(
            note.IsRefused ? Decision.Refuse(note.Refusals)
            : input.Outcome is not { } outcome ? new Missing("outcome")
            : Confirmation.Call(context.Ticket, context.By, outcome, note.Value, context.Now));
    }
}
