using Fengtai.Platform.Access;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>接单: the engineer says yes.</summary>
internal sealed class TakeTicket : ITicketAct<TakeTicket.Input>
{
    internal sealed record Input;

    public static string Name => "take";

    public static Permission Permission => TicketPermissions.Work;

    public Task<Decision> DecideAsync(Input input, ActContext context) => Task.FromResult(Dispatching.Take(context.Ticket, context.By));
}
