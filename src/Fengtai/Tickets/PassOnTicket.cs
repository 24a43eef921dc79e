using Fengtai.Platform.Access;
using Fengtai.Platform.Languages;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>转派: whoever has it gives it to somebody better suited, and says why.</summary>
internal sealed class PassOnTicket(Targets targets) : ITicketAct<PassOnTicket.Input>
{
    internal sealed record Input(string? Team, string? Assignee, string? Reason);

    public static string Name => "passOn";

    public static Permission Permission => TicketPermissions.Work;

    public async Task<Decision> DecideAsync(Input input, ActContext context)
    {
        var reason = PlainText.Lines("reason", input.Reason, TicketLimits.Reason);
        var target = await targets.FindAsync(input.Team, input.Assignee, context);
        return reason.IsRefused || target.IsRefused
            ? Decision.Refuse([.. reason.Refusals, .. target.Refusals])
            : Dispatching.PassOn(context.Ticket, context.By, target.Value, reason.Value);
    }
}
