using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.MajorIncidents;

/// <summary>撤销重大事件: it was none. Its children stay its children.</summary>
internal sealed class WithdrawMajorIncident : ITicketAct<WithdrawMajorIncident.Input>
{
    internal sealed record Input(string? Reason);

    public static string Name => "withdrawMajor";

    public static Permission Permission => TicketPermissions.Desk;

    public Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var reason = PlainText.Lines("reason", input.Reason, TicketLimits.Reason);
        return Task.FromResult(reason.IsRefused ? Decision.Refuse(reason.Refusals) : MajorIncidentRules.Withdraw(context.Ticket, context.By, reason.Value));
    }
}
