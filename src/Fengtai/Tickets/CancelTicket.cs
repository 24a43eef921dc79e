using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>The requester withdraws before work began.</summary>
internal sealed class CancelTicket : ITicketAct<CancelTicket.Input>
{
    internal sealed record Input(string? Reason);

    public static string Name => "cancel";

    public static Permission Permission => TicketPermissions.File;

    public static bool IsInPortal => true;

    public Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var reason = PlainText.Lines("reason", input.Reason, TicketLimits.Reason);
        return Task.FromResult(reason.IsRefused ? Decision.Refuse(reason.Refusals) : Confirmation.Cancel(context.Ticket, context.By, reason.Value));
    }
}
