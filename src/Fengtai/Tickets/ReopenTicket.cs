using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>Closed, but not solved: within the period it goes back to work, afterwards a linked ticket is opened.</summary>
internal sealed class ReopenTicket(FollowUpTickets followUps) : ITicketAct<ReopenTicket.Input>
{
    internal sealed record Input(string? Reason);

    public static string Name => "reopen";

    public static Permission Permission => TicketPermissions.File;

    public static bool IsInPortal => true;

    public Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var reason = PlainText.Lines("reason", input.Reason, TicketLimits.Reason);
        if (reason.IsRefused)
        {
            return Task.FromResult(Decision.Refuse(reason.Refusals));
        }
        var decision = Confirmation.Reopen(context.Ticket, context.By, reason.Value);
        return Task.FromResult(decision.IsRefused || !Confirmation.IsTooLateToReopen(context.Ticket, context.Now)
            ? decision
            : new FollowUpTicketOpened(followUps.Open(context.Ticket, reason.Value, context.By.Actor, context.Work), reason.Value));
    }
}
