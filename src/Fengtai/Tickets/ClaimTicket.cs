using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>认领: somebody of the team takes what nobody has taken.</summary>
internal sealed class ClaimTicket : ITicketAct<ClaimTicket.Input>
{
    internal sealed record Input;

    public static string Name => "claim";

    public static Permission Permission => TicketPermissions.Work;

    public Task<Decision> DecideAsync(Input input, ActContext context) => Task.FromResult(Dispatching.Claim(context.Ticket, context.By));
}
