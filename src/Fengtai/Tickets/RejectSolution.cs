using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>还没解决: the user says that it is not solved.</summary>
internal sealed class RejectSolution : ITicketAct<RejectSolution.Input>
{
    internal sealed record Input(string? Reason);

    public static string Name => "notSolved";

    public static Permission Permission => TicketPermissions.File;

    public static bool IsInPortal => true;

    public Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var reason = PlainText.Lines("reason", input.Reason, TicketLimits.Reason);
        return Task.FromResult(reason.IsRefused ? Decision.Refuse(reason.Refusals) : Confirmation.Reject(context.Ticket, context.By, reason.Value));
    }
}
