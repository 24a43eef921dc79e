using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>The desk closes what needs no solution, with a code.</summary>
internal sealed class CloseTicket : ITicketAct<CloseTicket.Input>
{
    /// <param name="Note">What the requester reads.</param>
    internal sealed record Input(CloseCode? Code, string? Note);

    public static string Name => "close";

    public static Permission Permission => TicketPermissions.Desk;

    public Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var note = PlainText.Lines("note", input.Note, TicketLimits.Reason);
        return Task.FromResult<Decision>(
            note.IsRefused ? Decision.Refuse(note.Refusals)
            : input.Code is not { } code ? new Missing("code")
            : Confirmation.Close(context.Ticket, context.By, code, note.Value.Length > 0 ? note.Value : null, context.Now));
    }
}
