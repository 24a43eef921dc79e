using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>受理.</summary>
internal sealed class AcceptTicket : ITicketAct<AcceptTicket.Input>
{
    internal sealed record Input;

    public static string Name => "accept";

    public static Permission Permission => TicketPermissions.Desk;

    public Task<Decision> DecideAsync(Input input, ActContext context) => Task.FromResult(Intake.Accept(context.Ticket, context.By));
}
